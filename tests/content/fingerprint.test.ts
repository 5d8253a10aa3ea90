import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fingerprint } from '#app/content/fingerprint.ts';
import type { Checklist, Instrument, Item, Level, Remedy, RemedyLink, Source } from '#app/domain/checklist.ts';
import { library, root } from './published.ts';

/* A published version never changes: what counts is in its fingerprint, and nothing that ages. */

type Checklists = (typeof library.checklists)[string];
type Change = (checklists: Checklists) => unknown;
const original = library.checklists['care@1'] as Checklists;

function afterChange(change: Change): string {
  const copy = structuredClone(original);
  change(copy);
  return fingerprint(copy);
}
const first = ({ items }: Checklist) => items[0] as Item;
const reword = (one: { title: string }) => Object.assign(one, { title: `${one.title}!` });
const checkAgain = (one: Instrument) => Object.assign(one, { checked: '2030-01-01' });

test.each<[string, Change]>([
  ['a title', ({ nl }) => reword(first(nl))],
  ['a title in English', ({ en }) => reword(first(en))],
  ['an answer', ({ nl }) => first(nl).anchors.reverse()],
  ['a weight', ({ nl }) => Object.assign(first(nl), { weight: first(nl).weight === 1 ? 2 : 1 })],
  ['where an item applies', ({ nl }) => Object.assign(first(nl), { onlyFor: { size: ['5-9'] } })],
  ['the effort of a remedy', ({ nl }) => Object.assign(nl.remedies[0] as Remedy, { effort: 9 })],
  ['where a remedy leads', ({ nl }) => Object.assign(first(nl).remedies[0] as RemedyLink, { to: 'started' })],
  ['the bar of a level', ({ nl }) => Object.assign(nl.levels[1] as Level, { bar: 1 })],
  ['the order of items', ({ nl }) => nl.items.reverse()],
])('%s changes the fingerprint', (_what, change) => {
  expect(afterChange(change)).not.toBe(fingerprint(original));
});

test.each<[string, Change]>([
  ['a support measure that was checked again', ({ nl }) => nl.instruments.map(checkAgain)],
  ['a better word for a remedy', ({ nl }) => reword(nl.remedies[0] as Remedy)],
  ['a new address of a source', ({ nl }) => Object.assign(nl.sources[0] as Source, { url: null })],
])('%s leaves the fingerprint as it is', (_what, change) => {
  expect(afterChange(change)).toBe(fingerprint(original));
});

test('every published version has the fingerprint that was noted', () => {
  const noted = JSON.parse(readFileSync(`${root}/content/published.json`, 'utf8')) as Record<string, string>;
  const now = library.published.map((ref) => [ref, fingerprint(library.checklists[ref] as Checklists)]);
  expect(Object.fromEntries(now)).toEqual(noted);
});
