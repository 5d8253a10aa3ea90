import type { FollowUp } from './follow-up.ts';
import type { Need } from './need.ts';
import type { Outcome, OutcomeReason } from './outcome.ts';
import type { WorkerQuestion } from './worker-question.ts';

/** What the content gives a job coach besides the checklists, in one language. */
export type Guidance = {
  needs: Need[];
  workerQuestions: WorkerQuestion[];
  outcomes: Outcome[];
  /** Of an early end. */
  reasons: OutcomeReason[];
  followUp: FollowUp;
};
