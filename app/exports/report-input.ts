import type { EarlierItem } from '#app/domain/across-versions.ts';
import type { AcceptedAction } from '#app/domain/action.ts';
import type { Answer } from '#app/domain/answer.ts';
import type { Checklist, Item } from '#app/domain/checklist.ts';
import type { Context } from '#app/domain/context.ts';
import type { Way } from '#app/domain/shortest-way.ts';
import type { CountedAnswers, Verdict } from '#app/domain/verdict.ts';

/** Everything a report is made of, in one language; `answers` are the current ones (one per item and voice, or several in a conflict). */
export type ReportInput = {
  checklist: Checklist;
  context: Context;
  /** The items that apply. */
  items: Item[];
  answers: Answer[];
  /** Answers to questions that only another version of the checklist asks. */
  earlier: EarlierItem[];
  counted: CountedAnswers;
  verdict: Verdict;
  way: Way;
  /** In the order in which they are shown. */
  actions: AcceptedAction[];
  /** Typed name of the floor or job; may be empty. */
  label: string;
  /** Instant, ISO 8601 UTC: the hand-in when frozen, else the moment of asking. */
  now: string;
  frozen: boolean;
  appVersion: string;
  /** Whether this reader may see notes, proofs, own reasons and who answered. */
  showNotes: boolean;
  /** Where the reader can go on; absent: no address and no QR code. */
  url?: string;
  demo?: boolean;
};
