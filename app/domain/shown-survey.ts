/** An item or a remedy that can be taken along. */
export type SurveyOption = { id: string; label: string; picked: boolean };

/** Items that stand together in the file; without a title where they stand in no chapter. */
export type ShownChapter = { title: string; items: (SurveyOption & { remedies: SurveyOption[] })[] };

/** A survey from elsewhere whose items are chosen; with a `mistake` when the choice that was posted cannot be. */
export type ShownSurvey = {
  /** The survey itself, which waits in the form. */
  waiting: string;
  /** Of the draft to which it is added. */
  seen: string;
  file: string;
  /** What did not fit, with its line in the file. */
  notes: { line: number; text: string }[];
  room: { items: number; remedies: number };
  /** The languages that come along, where the draft has none of them; in words. */
  addedLanguages: string;
  count: number;
  chapters: ShownChapter[];
  loose: SurveyOption[];
  mistake: string;
};
