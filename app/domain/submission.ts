/** Scores and values of a hand-in that a figure may be counted from; never a typed text. */
export type SubmissionFacts = {
  level: number;
  assessable: boolean;
  provisional: boolean;
  dimensions: Record<string, { met: number; best: number; total: number }>;
  /** What counted per item id, or `unanswered`. */
  items: Record<string, string>;
  /** Items on the shortest way to the next level: what holds this workplace back. Absent before figures were made. */
  way?: string[];
  /** Seconds between one answer and the next of the same author, per item, at most 600. Absent before figures were made. */
  seconds?: Record<string, number>;
};
