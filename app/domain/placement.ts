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

export const outcomes = ['in-work', 'contract-ended', 'no-contract', 'other-host'] as const;
/** How a placement closes. `other-host`: goes on elsewhere, as a new placement with a new code. */
export type Outcome = (typeof outcomes)[number];

/** The outcomes that can be true in a phase: working here, or a contract that ended, needs a contract first. */
export const outcomesOf = (phase: Phase): readonly Outcome[] =>
  phase === 'aftercare' || phase === 'follow-up'
    ? ['in-work', 'contract-ended', 'other-host']
    : ['no-contract', 'other-host'];

/** Why it ended so: always about the job, the workplace or a choice, never about health. */
export const outcomeReasons = [
  'job-fits',
  'job-gone',
  'job-differs',
  'hours',
  'travel',
  'tasks',
  'guidance',
  'team',
  'host-chose',
  'worker-chose',
  'term-over',
  'not-said',
] as const;
export type OutcomeReason = (typeof outcomeReasons)[number];

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
