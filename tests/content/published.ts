import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { readLibrary } from '#app/content/library.ts';
import { type Checklist, languages } from '#app/domain/checklist.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const { library, problems } = readLibrary(root);

/** Every checklist in every language. */
export const all: Checklist[] = Object.values(library.checklists).flatMap((one) =>
  languages.map((language) => one[language]),
);
/** Name and checklist, for describe.each; the structure of a checklist is the same in every language. */
export const named = all.map((one) => [`${one.ref} ${one.language}`, one] as const);
export const dutch = Object.values(library.checklists).map((one) => [one.nl.ref, one.nl] as const);

export type Text = { key: string; text: string };
/** All that is said of one thing: an item, a remedy, a support measure, a context question. */
export type Passage = { where: string; texts: Text[] };

/** Everything people read in a checklist. Sources are left out: their titles are other people's words. */
export function passages({ sources: _, ...checklist }: Checklist): Passage[] {
  return Object.entries(checklist).flatMap(([part, value]) =>
    typeof value === 'object'
      ? Object.entries(value).map(([at, one]) => ({
          where: `${checklist.ref} ${checklist.language} ${part} ${(one as { id?: string }).id ?? at}`,
          texts: textsIn(one, at),
        }))
      : [{ where: `${checklist.ref} ${checklist.language} ${part}`, texts: textsIn(value, part) }],
  );
}

const notRead = ['ref', 'sector', 'sectors', 'language', 'icon', 'id', 'kind', 'dimension', 'source', 'sources'];
const pointers = ['to', 'when', 'onlyFor', 'instruments', 'checked'];
const skipped = new Set([...notRead, ...pointers]);

function textsIn(value: unknown, key: string): Text[] {
  if (typeof value === 'string') return skipped.has(key) ? [] : [{ key, text: value }];
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, key));
  if (value === null || typeof value !== 'object' || skipped.has(key)) return [];
  return Object.entries(value).flatMap(([inner, one]) => textsIn(one, inner));
}

export const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?]['’)]?)\s+/).filter((one) => /\p{L}/u.test(one));

/** A list under content/ as it stands in the file, used or not. */
export const listOf = <T extends { id: string }>(name: string): T[] =>
  parse(readFileSync(`${root}/content/${name}.yaml`, 'utf8')) as T[];
