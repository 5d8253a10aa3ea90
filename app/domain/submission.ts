/** Scores and values of a hand-in that a figure may be counted from; never a typed text. */
export type SubmissionFacts = {
  level: number;
  assessable: boolean;
  provisional: boolean;
  dimensions: Record<string, { met: number; best: number; total: number }>;
  /** What counted per item id, or `unanswered`. */
  items: Record<string, string>;
};
