import { describe, expect, test } from 'vitest';
import { contexts } from '#app/content/checks.ts';
import { contentProblems } from '#app/content/problems.ts';
import { statistics } from '#app/content/statistics.ts';
import { anchorValues } from '#app/domain/answer.ts';
import { type Checklist, dimensionIds, type Instrument, type Remedy } from '#app/domain/checklist.ts';
import { itemsFor } from '#app/domain/context.ts';
import { sixthsOf, sixthsToMeet } from '#app/domain/verdict.ts';
import { all, dutch, library, listOf, named, passages, problems, root } from './published.ts';

/* What is published must be whole; over all checklists in all languages. */

test('nothing is missing, dangling, unused or changed after publication', () => {
  expect(problems).toEqual([]);
  expect(contentProblems(root)).toEqual([]);
});

test('care, retail and logistics are published', () => {
  expect([...library.published].sort()).toEqual(['care@1', 'logistics@1', 'retail@1', 'retail@2']);
});

describe('remedies and support measures', () => {
  const remedies = listOf<Remedy>('remedies');
  const instruments = listOf<Instrument>('instruments');
  const ids = (list: { id: string }[]) => list.map(({ id }) => id).sort();

  test('are at least 40 and 15, each with an id of its own', () => {
    expect(new Set(ids(remedies)).size).toBeGreaterThanOrEqual(40);
    expect(new Set(ids(instruments)).size).toBeGreaterThanOrEqual(15);
    for (const list of [remedies, instruments, listOf('sources')]) expect(new Set(ids(list)).size).toBe(list.length);
  });

  test('are all used', () => {
    expect([...new Set(all.flatMap((one) => ids(one.remedies)))].sort()).toEqual(ids(remedies));
    expect([...new Set(all.flatMap((one) => ids(one.instruments)))].sort()).toEqual(ids(instruments));
  });

  test('point only to what exists', () => {
    const known = (list: string[], id: string) => list.includes(id);
    expect(remedies.flatMap((one) => one.instruments).filter((id) => !known(ids(instruments), id))).toEqual([]);
    expect(instruments.filter((one) => !known(ids(listOf('sources')), one.source))).toEqual([]);
  });
});

describe.each(named)('%s', (_name, checklist) => {
  test('has every text', () => {
    const empty = passages(checklist).flatMap(({ where, texts }) =>
      texts.filter(({ key, text }) => text.trim() === '' && key !== 'caution').map(({ key }) => `${where} ${key}`),
    );
    expect(empty).toEqual([]);
    expect(statistics(checklist, library.checklists[checklist.ref]?.nl as Checklist).missing).toBe(0);
  });

  test('explains every item: four different anchors, why with source, example, what to look at, the gap', () => {
    for (const item of checklist.items) {
      expect(new Set(item.anchors).size, item.id).toBe(4);
      for (const text of [item.title, item.negative, item.why, item.example, item.lookAt])
        expect(text.length, item.id).toBeGreaterThan(10);
      expect(item.negative, item.id).not.toBe(item.title);
      expect(checklist.sources.map(({ id }) => id)).toEqual(expect.arrayContaining(item.sources));
      expect(item.sources.length, item.id).toBeGreaterThan(0);
    }
  });

  test('says of every support measure who decides, who applies, where it is from and when it was checked', () => {
    const today = new Date().toISOString().slice(0, 10);
    for (const one of checklist.instruments) {
      expect(one.conditions.length, one.id).toBeGreaterThan(0);
      for (const text of [...one.conditions, one.decides, one.applies]) expect(text.length, one.id).toBeGreaterThan(5);
      expect(checklist.sources.map(({ id }) => id)).toContain(one.source);
      expect(one.checked, one.id).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(one.checked <= today, one.id).toBe(true);
    }
  });

  test('says everything in its own language', () => {
    const foreign = checklist.language === 'nl' ? englishWords : dutchWords;
    const caught = passages(checklist).flatMap(({ where, texts }) =>
      texts.filter(({ text }) => foreign.test(withoutNames(text))).map(({ text }) => `${where}: ${text}`),
    );
    expect(caught).toEqual([]);
  });
});

const dutchWords = /\b(een|het|van|niet|voor|zijn|jullie|ook|bij|naar|wordt|maar|deze|geen|uit|wij|hun|nog|als)\b/i;
const englishWords = /\b(the|and|with|your|you|they|not|who|this|from|are)\b/i;
/** In English, Dutch names stand in brackets or quotes, so that people can find them; one guide goes by its name. */
const withoutNames = (text: string) => text.replace(/\([^)]*\)|‘[^’]*’|'[^']*'(?!\p{L})|Taal op het Werk/gu, '');

describe.each(dutch)('%s', (ref, checklist) => {
  test('has 24 to 30 items over the nine dimensions, in their order', () => {
    expect(checklist.items.length).toBeGreaterThanOrEqual(24);
    expect(checklist.items.length).toBeLessThanOrEqual(30);
    expect([...new Set(checklist.items.map(({ dimension }) => dimension))]).toEqual([...dimensionIds]);
  });

  test('says something of its own in every translation', () => {
    const texts = passages(checklist).map((one) => one.texts);
    for (const other of all.filter((one) => one.ref === ref && one !== checklist)) {
      const translated = passages(other).map((one) => one.texts);
      expect(translated.map(shape)).toEqual(texts.map(shape));
      const words = texts.flat().map(({ text }) => text);
      const same = translated.flat().filter(({ text }, at) => text === words[at] && / .* .* /.test(text));
      expect(same).toEqual([]);
    }
  });

  test('keeps two items, one of them essential, at each of the levels 2 to 5 in every context', () => {
    const kept = contexts(checklist).map((context) => itemsFor(checklist, context).filter((item) => !item.hideable));
    expect(kept.length).toBeGreaterThan(1000);
    for (const level of [2, 3, 4, 5]) {
      const own = kept.map((items) => items.filter((item) => item.neededBy === level));
      expect(Math.min(...own.map((items) => items.length))).toBeGreaterThanOrEqual(2);
      expect(own.every((items) => items.some((item) => item.essential))).toBe(true);
    }
  });

  test('makes a legal duty essential, needed by level 3, with its article', () => {
    const legal = checklist.items.filter((item) => item.legal);
    expect(legal.length).toBeGreaterThan(0);
    for (const item of legal) {
      expect(item.essential && item.neededBy <= 3, item.id).toBe(true);
      expect(item.legal?.article.length, item.id).toBeGreaterThan(20);
    }
  });

  test('has for every item a remedy that meets it, and no remedy that leads to the worst answer', () => {
    for (const item of checklist.items) {
      const best = Math.max(...item.remedies.map(({ to }) => sixthsOf(item, to)));
      expect(best, item.id).toBeGreaterThanOrEqual(sixthsToMeet(item));
      for (const { to } of item.remedies) expect(anchorValues(item.kind).indexOf(to), item.id).toBeGreaterThan(0);
    }
  });
});

const shape = (texts: { key: string }[]) => texts.map(({ key }) => key);
