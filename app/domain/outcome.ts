/** The phases in which a placement can end (product: the job coach's journey). */
export const phasesThatEnd = ['preparation', 'matching', 'stage', 'contract', 'aftercare', 'follow-up'] as const;
export type PhaseThatEnds = (typeof phasesThatEnd)[number];

/** How a placement ends. */
export type Outcome = {
  id: string;
  label: string;
  /** The phases after which it may be chosen. */
  after: PhaseThatEnds[];
  /** The contract still runs at month 12; only then no reason is asked. */
  lasting: boolean;
};

/** Why a placement ended early: about the work and the workplace, never about health or a person. */
export type OutcomeReason = { id: string; label: string };
