import type { Language } from '#app/domain/checklist.ts';
import type { EditionContent, EditionItem, EditionRemedy, Texts } from '#app/domain/edition.ts';
import type { SurveyChapter } from '#app/domain/survey-choice.ts';
import type { NoteKeeper } from './file-notes.ts';
import { shortened } from './plain-text.ts';

/** Longest texts of an edition in characters, and how many remedies an item may name. */
export type DraftLimits = { short: number; title: number; text: number; intro: number; links: number };

/** How a file from elsewhere is read: for a file that names no language, the one of the person who imports it. */
export type ForeignReading = { language: Language; limits: DraftLimits };

/** What comes of a file: a draft, and which of its items stand together in the file. */
export type ForeignDraft = { content: EditionContent; chapters: SurveyChapter[] };

/** A draft with nothing in it. */
export const emptyDraft = (languages: Language[]): EditionContent => ({
  languages,
  name: {},
  logo: null,
  logoText: {},
  accent: null,
  intro: {},
  contacts: [],
  hidden: [],
  items: [],
  remedies: [],
  instruments: [],
});

/**
 * An item with what nobody can leave open: it stands under safety, and is needed at the highest level, until someone
 * chooses. All its texts are empty.
 */
export const emptyItem = (id: string, kind: EditionItem['kind']): EditionItem => ({
  id,
  dimension: 'safety',
  kind,
  title: {},
  negative: {},
  anchors: [{}, {}, {}, {}],
  why: {},
  source: {},
  example: {},
  lookAt: {},
  neededBy: 5,
  remedies: [],
});

/** A remedy without texts; its effort is the middle one until someone chooses. */
export const emptyRemedy = (id: string): EditionRemedy => ({
  id,
  title: {},
  week: {},
  quarter: {},
  who: {},
  effort: 2,
  call: {},
  instruments: [],
  helps: [],
});

/** The texts that say something, each short enough; notes what was cut. */
export function fitted(texts: Texts, longest: number, line: number, notes: NoteKeeper): Texts {
  const said = Object.entries(texts).filter(([, text]) => text !== '');
  for (const [, text] of said) if (text.length > longest) notes.count(line, 'foreign-note.shortened');
  return Object.fromEntries(said.map(([language, text]) => [language, shortened(text, longest)]));
}

/** Gives own ids out of words, never the same twice. */
export function idGiver(): (words: string) => string {
  const given = new Map<string, number>();
  return (words) => {
    const start = `own-${kebab(words) || 'item'}`;
    let number = given.get(start) ?? 1;
    const numbered = () => (number === 1 ? start : `${start}-${number}`);
    while (number > 1 && given.has(numbered())) number += 1;
    given.set(start, number + 1);
    if (number > 1) given.set(numbered(), 2);
    return numbered();
  };
}

/** At most 48 characters, so that a number still fits behind it. */
const kebab = (words: string): string =>
  words
    .slice(0, 200)
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '');

/** What every import leaves to the person who takes it over. */
export function noteOpenEnds({ items, remedies }: EditionContent, notes: NoteKeeper) {
  if (items.length > 0) {
    notes.say(1, 'foreign-note.dimension');
    notes.say(1, 'foreign-note.to-write');
    notes.say(1, 'foreign-note.needed-by');
  }
  if (remedies.length > 0) notes.say(1, 'foreign-note.remedy-to-write');
}
