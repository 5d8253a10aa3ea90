import { expect, test } from 'vitest';
import { findHoles } from '#app/content/checks.ts';
import { statistics } from '#app/content/statistics.ts';
import type { Checklist, Item, Remedy } from '#app/domain/checklist.ts';
import { library } from './published.ts';

/* A hole that only shows when everything is read together is put in words for the author. */

type Change = (items: Item[], nl: Checklist) => void;

test.each<[string, Change, string]>([
  ['too few items', (items) => void items.splice(0, 10), 'care@1: 20 items, expected 24 to 30'],
  ['too many items', (items) => void items.push(...items.slice(0, 9)), 'care@1: 39 items, expected 24 to 30'],
  ['an empty dimension', moveHours, 'care@1: no item in hours'],
  ['a level without items', moveLevelFive, 'care@1: level 5 has too few items for nursing-home-private, kitchen-meals'],
  ['a level where nothing is essential', easeLevelFive, 'care@1: level 5 has too few items for home-care, unknown'],
  ['a level whose items are hideable', hideLevelFive, 'care@1: level 5 has too few items for other, unknown'],
  ['a level whose items never apply', limitLevelFive, 'care@1: level 5 has too few items for hospital-public, unknown'],
  ['a legal duty that comes late', delayLegal, 'is needed by level 4, expected 3 at the latest'],
  ['a prerequisite that no remedy puts in place', mendInPart, 'care@1: no remedy leads goal-backed to in-place'],
  ['a threshold that no remedy tackles', mendInPart, 'care@1: no remedy leads tasks-shift to tackled'],
])('%s', (_name, change, expected) => {
  const copy = structuredClone(library);
  const nl = copy.checklists['care@1']?.nl as Checklist;
  nl.items.length = 30;
  nl.items = Array.from({ length: 30 }, (_, at) => nl.items[at] ?? { ...(nl.items[0] as Item), id: `more-${at}` });
  change(nl.items, nl);
  expect(findHoles(copy).join('\n')).toContain(expected);
});

test('a text that is still Dutch', () => {
  const copy = structuredClone(library);
  const { nl, en } = copy.checklists['care@1'] as Record<'nl' | 'en', Checklist>;
  const why = nl.items[0]?.why ?? '';
  Object.assign(en.items[0] as Item, { why });
  expect(findHoles(copy)).toEqual([`care@1 en: still in Dutch: ${why}`]);
  expect(statistics(en, nl).missing).toBe(1);
});

test('a name that is the same in every language is no hole', () => {
  const copy = structuredClone(library);
  const { nl, en } = copy.checklists['care@1'] as Record<'nl' | 'en', Checklist>;
  for (const one of [nl, en]) Object.assign(one.remedies[0] as Remedy, { call: 'VDAB, GTB of Sterpunt' });
  expect(findHoles(copy)).toEqual([]);
});

test('content as it is has none', () => {
  expect(findHoles(library)).toEqual([]);
});

function moveHours(items: Item[]) {
  for (const item of items) if (item.dimension === 'hours') item.dimension = 'safety';
}

const levelFive = (items: Item[]) => items.filter((item) => item.neededBy === 5);

function moveLevelFive(items: Item[]) {
  for (const item of levelFive(items)) item.neededBy = 4;
}

function easeLevelFive(items: Item[]) {
  for (const item of levelFive(items)) item.essential = false;
}

function hideLevelFive(items: Item[]) {
  for (const item of levelFive(items)) item.hideable = true;
}

function limitLevelFive(items: Item[]) {
  for (const item of levelFive(items)) item.onlyFor = { subSector: ['home-care'] };
}

function delayLegal(items: Item[]) {
  for (const item of items) if (item.legal) item.neededBy = 4;
}

function mendInPart(items: Item[]) {
  for (const { kind, remedies } of items)
    for (const link of remedies) link.to = kind === 'prerequisite' ? 'largely' : 'partly';
}
