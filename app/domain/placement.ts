/** A placement (traject): one worker's way to one host, known by a code only (product: job coach's journey). */

export const routes = ['trajectory', 'job-seeker'] as const;
/**
 * `trajectory`: the doorstroomtraject of a worker whom a maatwerkbedrijf employs. `job-seeker`: somebody without that
 * contract. Who pays, the limits and the support measures hang on it (domain facts 1.1 and 1.3).
 */
export type Route = (typeof routes)[number];

/** Voortraject, jobmatching, stage, contract, nazorg, then followed up to month 12. */
export const phases = ['preparation', 'matching', 'stage', 'contract', 'aftercare', 'follow-up', 'closed'] as const;
export type Phase = (typeof phases)[number];

/** Who did something at a placement: its coach (or who manages it), or the workplace. */
export type PlacementSide = 'coach' | 'host';

/** What a placement is at a moment; days are YYYY-MM-DD in Brussels. */
export type Placement = {
  route: Route;
  phase: Phase;
  /** First day of the present phase. */
  since: string;
  stageStart: string | null;
  firstContractDay: string | null;
  closedOn: string | null;
};
