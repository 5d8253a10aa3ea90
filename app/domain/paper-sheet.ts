import type { Item, Language } from './checklist.ts';

/** A blank checklist as it is printed: every string is for the reader. */
export type PaperSheet = {
  language: Language;
  /** YYYY-MM-DD. */
  day: string;
  title: string;
  /** Which checklist, and its version: codes hold for that one only. */
  version: string;
  intro: string[];
  context: { question: string; hint: string; options: string[] }[];
  sections: { letter: string; name: string; question: string; items: PaperItem[] }[];
  levels: { name: string; permits: string; bar: string }[];
  rules: string[];
  words: PaperWords;
};

export type PaperItem = {
  code: string;
  kind: Item['kind'];
  kindName: string;
  /** Empty where it is not essential. */
  essential: string;
  title: string;
  /** What is written, and what it means: the four anchors, then the rest. */
  answers: { mark: string; label: string; text: string }[];
};

export const paperWords = ['brand', 'context', 'workplace', 'day', 'who', 'answer', 'note', 'levels', 'page'] as const;
export type PaperWords = Record<(typeof paperWords)[number], string>;
