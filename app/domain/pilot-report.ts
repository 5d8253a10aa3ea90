import type { Language } from './checklist.ts';

/** The final report of a pilot in words, the same on a page and on paper; `day` is YYYY-MM-DD. */
export type PilotReport = {
  language: Language;
  day: string;
  kicker: string;
  title: string;
  lead: string;
  facts: { label: string; text: string }[];
  parts: PilotReportPart[];
  words: { brand: string; page: string; closing: string };
};

export type PilotReportPart = { id: string; heading: string; intro: string; blocks: PilotReportBlock[] };

/** What is not there is empty. */
export type PilotReportBlock = {
  heading: string;
  tag: string;
  text: string;
  lists: { label: string; points: string[] }[];
};
