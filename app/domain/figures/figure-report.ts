import type { Language } from '#app/domain/checklist.ts';
import type { HandInTable } from './hand-in-rows.ts';
import type { Split } from './shown-tables.ts';

/**
 * Figures as a page and a board note show them: plain JSON in which every text is already in the reader's language. It holds
 * published numbers only; null is a group too small to show. Every part has its conclusion, or null where no rule fires.
 */
export type FigureReport = {
  language: Language;
  title: string;
  /** Whose figures these are. */
  whose: string;
  /** The one sentence on top. */
  conclusion: string | null;
  /** Day on which they were published, in words, and as YYYY-MM-DD. */
  date: string;
  day: string;
  workplaces: number;
  /** Ready for what each level permits; share is null where levels had to be taken together. */
  ready: { level: number; name: string; text: string; count: number | null; share: number | null }[];
  levels: FigurePart<{ numbers: number[]; name: string; count: number; share: number }>;
  dimensions: FigurePart<{ name: string; middle: number }>;
  heat: FigureHeat | null;
  holdsBack: FigurePart<{ item: string; name: string; count: number; share: number }>;
  /** `short` fits under a column; `busiest` says in which quarter most had a result, or null where none stands out. */
  quarters: FigurePart<{ name: string; short: string; workplaces: number | null; share: number | null }> & {
    busiest: string | null;
  };
  remedies: FigurePart<{ name: string; chosen: number; finished: number }>;
  instruments: FigurePart<{ name: string; count: number }>;
  /** Which of the fixed tables were published, with the day of each. */
  tables: { name: HandInTable; label: string; date: string }[];
};

export type FigurePart<R> = { title: string; intro: string; conclusion: string | null; rows: R[] };

export type FigureHeat = {
  title: string;
  intro: string;
  conclusion: string | null;
  by: Split;
  date: string;
  columns: { name: string; workplaces: number | null }[];
  rows: { name: string; cells: (number | null)[] }[];
};
