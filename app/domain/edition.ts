import type { Effort, ItemKind, Language, NeededBy } from './checklist.ts';

/**
 * A federation's own layer over a checklist. It adds and hides at the edges; core items, weights, levels and scoring stay
 * as they are, so that every edition's verdict is the core's (product: federation).
 */
export type EditionContent = {
  /** Languages in which it is offered; every text below exists in each. */
  languages: Language[];
  name: Texts;
  /** Fingerprint of a stored logo; null for none. */
  logo: string | null;
  /** Its own words for the picture. */
  logoText: Texts;
  /** #rrggbb; null for ours. */
  accent: string | null;
  intro: Texts;
  contacts: EditionContact[];
  /** Ids of core items left out: at most three, only ones marked hideable. */
  hidden: string[];
  items: EditionItem[];
  remedies: EditionRemedy[];
  instruments: EditionInstrument[];
};

/** One text in each language of the edition. */
export type Texts = Partial<Record<Language, string>>;

/** Whom members can reach: a function and how, never a private person. */
export type EditionContact = { id: string; role: Texts; email: string; phone: string };

/** An item of the federation's own: its own line in the result, never in the verdict. */
export type EditionItem = {
  /** own-<kebab-case>: never the id of a core item. */
  id: string;
  dimension: string;
  kind: ItemKind;
  title: Texts;
  negative: Texts;
  /** Four texts, worst first. */
  anchors: [Texts, Texts, Texts, Texts];
  why: Texts;
  /** Where it comes from, in words: an agreement, a page, the federation's own experience. */
  source: Texts;
  example: Texts;
  lookAt: Texts;
  neededBy: NeededBy;
  /** Ids of own or core remedies; at least one. */
  remedies: string[];
};

export type EditionRemedy = {
  id: string;
  title: Texts;
  week: Texts;
  quarter: Texts;
  who: Texts;
  effort: Effort;
  call: Texts;
  /** Ids of own or core instruments. */
  instruments: string[];
  /** Core items that it also helps with, beside their own remedies. */
  helps: string[];
};

export type EditionInstrument = {
  id: string;
  name: Texts;
  summary: Texts;
  conditions: Texts;
  decides: Texts;
  applies: Texts;
  source: Texts;
  /** Day on which the federation last checked it, YYYY-MM-DD. */
  checked: string;
};
