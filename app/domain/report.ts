import type { Language } from './checklist.ts';
import type { WordKey } from './report-words.ts';

/** Whole per cents; `worst` counts open items as not met, `best` as fully met; null when there is nothing to score. */
export type Range = { worst: number | null; best: number | null };

export type ReportLevel = Range & {
  number: number;
  name: string;
  short: string;
  /** The level of this verdict. */
  here: boolean;
  reached: boolean;
  /** Per cent that must be met; null at level 1. */
  bar: number | null;
  /** What still stands between the workplace and this level. */
  holds: string[];
};

export type ReportStep = {
  title: string;
  detail: string;
  effect: string;
  /** First find out how it is; the remedy may turn out not to be needed. */
  findOut: boolean;
  legal: boolean;
  essential: boolean;
};

export type ReportWay = { heading: string; intro: string; steps: ReportStep[]; goal: string };

/** How many steps of a threshold are left: 3 nothing done, 0 gone. */
export type StepsGlyph = 0 | 1 | 2 | 3;

export type ReportThreshold = { title: string; status: string; glyph: StepsGlyph; dimension: string };

export type ReportItem = {
  /** Section and place in it, such as 4.1. */
  code: string;
  kind: 'prerequisite' | 'threshold';
  title: string;
  /** The gap in words; null when there is none. */
  gap: string | null;
  essential: boolean;
  /** The article, for a duty in law. */
  legal: string | null;
  answer: string;
  /** What the answer means for this item; empty without an anchor. */
  meaning: string;
  /** Courses of the wall, or steps of the threshold; null when not answered by an anchor. */
  glyph: StepsGlyph | null;
  /** What other voices say, with who, when and their typed texts. */
  others: string[];
  who: string;
  when: string;
  /** One of the item's own reasons for *not applicable*. */
  reason: string;
  /** A reason in the reader's own words. */
  ownReason: string;
  note: string;
  proof: string;
  /** Level that needs it; null when it is in no verdict. */
  neededBy: number | null;
  weight: number;
  /** What it adds to the score, in sixths times weight, out of how many; null when not applicable or in no verdict. */
  met: number | null;
  of: number | null;
};

export type ReportAction = {
  /** Stable, so that a calendar recognises it. */
  id: string;
  title: string;
  items: string[];
  owner: string;
  due: string;
  /** YYYY-MM-DD */
  dueDate: string | null;
  status: string;
  statusId: 'todo' | 'doing' | 'done' | 'dropped';
  instrument: string;
  note: string;
  done: string | null;
};

export type ReportInstrument = {
  name: string;
  summary: string;
  conditions: string[];
  decides: string;
  applies: string;
  amounts: string[];
  caution: string;
  source: string;
  url: string | null;
  checked: string;
};

/**
 * A result and plan as they leave the application: plain JSON in which every string is already in the reader's
 * language, so that a report frozen today opens the same in a year, without today's content.
 */
export type Report = {
  format: 'toolbox-doorstroom/report';
  version: 1;
  language: Language;
  appVersion: string;
  checklistRef: string;
  /** Handed in: the verdict of that moment. */
  frozen: boolean;
  /** Instant, ISO 8601 UTC. */
  date: string;
  title: string;
  meta: string;
  /** Typed name of the floor or job; may be empty. */
  label: string;
  headline: string;
  permits: string;
  notes: string[];
  levels: ReportLevel[];
  way: ReportWay | null;
  /** Open thresholds, heaviest first. */
  thresholds: ReportThreshold[];
  profile: (Range & { name: string })[];
  context: { question: string; answer: string }[];
  /** `own`: what the federation of the edition asked besides; it is in no verdict and stands last. */
  sections: { name: string; items: ReportItem[]; own?: true }[];
  actions: ReportAction[];
  instruments: ReportInstrument[];
  contradictions: string[];
  /** Headings and labels that the formats print; `url` only when the report may point to the site. */
  words: Record<WordKey, string> & { url?: string };
  closing: string;
};

/** The report without anything people typed beside their answers and actions, and without who answered. */
export const withoutNotes = (report: Report): Report => ({
  ...report,
  sections: report.sections.map((section) => ({ ...section, items: section.items.map(bareItem) })),
  actions: report.actions.map((action) => ({ ...action, note: '', done: null })),
});

/** The report without the plan, and without the support that an action may have brought in. */
export const withoutPlan = (report: Report): Report => ({ ...report, actions: [], instruments: [] });

/** Only what the first page shows. */
export const managementPage = (report: Report): Report => ({
  ...report,
  sections: [],
  actions: [],
  instruments: [],
  contradictions: [],
  context: [],
});

/** Whether there is anything behind the first page. */
export const hasDetails = (report: Report): boolean => report.sections.length > 0 || report.actions.length > 0;

const bareItem = (item: ReportItem): ReportItem => ({
  ...item,
  others: [],
  who: '',
  ownReason: '',
  note: '',
  proof: '',
});
