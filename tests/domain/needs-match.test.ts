import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '#app/domain/checklist.ts';
import type { NeedTouches } from '#app/domain/needs-match.ts';
import { matchNeeds } from '#app/domain/needs-match.ts';
import type { CountedAnswers } from '#app/domain/verdict.ts';
import { meets } from '#app/domain/verdict.ts';
import { arbitraryCase } from '../support/arbitrary.ts';
import { buildCounted, buildItem, buildLegalItem } from '../support/build.ts';

const need = (...touched: string[]): NeedTouches => ({
  id: 'fixed-hours',
  touches: { care: touched, retail: ['elsewhere'], logistics: [] },
});
const hours = (over: Partial<Item> = {}) => buildItem({ id: 'hours', ...over });
const breaks = (over: Partial<Item> = {}) => buildItem({ id: 'breaks', ...over });
const match = (items: Item[], answers: CountedAnswers, one = need('hours', 'breaks')) =>
  matchNeeds([one], 'care', items, answers)[0];
const fitOf = (items: Item[], answers: CountedAnswers) => match(items, answers)?.fit;

describe('a need', () => {
  test('fits when every touched item is met, and only then', () => {
    const items = [hours(), breaks()];
    expect(fitOf(items, { hours: buildCounted('largely'), breaks: buildCounted('in-place') })).toBe('fits');
    expect(fitOf(items, { hours: buildCounted('largely'), breaks: buildCounted('started') })).toBe('adapt');
    expect(fitOf(items, { hours: buildCounted('largely') })).toBe('adapt');
  });

  test('fits as strictly as the verdict: a legal duty and a threshold in full only', () => {
    expect(fitOf([buildLegalItem({ id: 'hours' })], { hours: buildCounted('largely') })).toBe('adapt');
    expect(fitOf([hours({ kind: 'threshold' })], { hours: buildCounted('partly') })).toBe('adapt');
    expect(fitOf([hours({ kind: 'threshold' })], { hours: buildCounted('tackled') })).toBe('fits');
  });

  test.each(['prerequisite', 'threshold'] as const)('is blocked by the worst answer to an essential %s', (kind) => {
    const [worst, next] =
      kind === 'prerequisite' ? (['not-yet', 'started'] as const) : (['untouched', 'partly'] as const);
    const item = hours({ kind, essential: true, neededBy: 3 });
    expect(fitOf([item], { hours: buildCounted(worst) })).toBe('blocks');
    expect(fitOf([item], { hours: buildCounted(next) })).toBe('adapt');
    expect(fitOf([{ ...item, neededBy: 4 }], { hours: buildCounted(worst) })).toBe('adapt');
    expect(fitOf([{ ...item, essential: false }], { hours: buildCounted(worst) })).toBe('adapt');
  });

  test('is blocked also where all the rest is in order', () => {
    const items = [hours({ essential: true }), breaks()];
    expect(fitOf(items, { hours: buildCounted('not-yet'), breaks: buildCounted('in-place') })).toBe('blocks');
  });

  test('is unknown while nothing it touches is answered, or when nothing it touches applies here', () => {
    expect(fitOf([hours({ essential: true }), breaks()], {})).toBe('unknown');
    expect(fitOf([hours(), breaks()], { hours: buildCounted('unknown'), breaks: buildCounted(null) })).toBe('unknown');
    expect(fitOf([buildItem({ id: 'other' })], { other: buildCounted('in-place') })).toBe('unknown');
  });

  test('looks at the items of its own sector only', () => {
    const items = [hours(), buildItem({ id: 'elsewhere' })];
    expect(match(items, { elsewhere: buildCounted('in-place') })?.items.map(({ item }) => item)).toEqual(['hours']);
  });
});

describe('not applicable', () => {
  const notApplicable = (listedReason: boolean) => ({ hours: buildCounted('not-applicable', { listedReason }) });

  test('for a listed reason fits', () => {
    expect(fitOf([hours({ essential: true })], notApplicable(true))).toBe('fits');
  });

  test('for an own reason says nothing, unless the item is essential', () => {
    expect(match([hours()], notApplicable(false))).toEqual({ need: 'fixed-hours', fit: 'unknown', items: [] });
    expect(fitOf([hours(), breaks()], { ...notApplicable(false), breaks: buildCounted('largely') })).toBe('fits');
    expect(fitOf([hours({ essential: true })], notApplicable(false))).toBe('adapt');
  });
});

describe('the items behind it', () => {
  const item = hours({
    remedies: [
      { id: 'half-way', to: 'started' },
      { id: 'enough', to: 'largely' },
      { id: 'all-the-way', to: 'in-place' },
    ],
  });

  test('come with the remedies that lead to met, and with none when they are met', () => {
    expect(match([item], { hours: buildCounted('not-yet') })?.items).toEqual([
      { item: 'hours', value: 'not-yet', met: false, blocks: false, remedies: ['enough', 'all-the-way'] },
    ]);
    expect(match([item], { hours: buildCounted('largely') })?.items[0]?.remedies).toEqual([]);
  });

  test('are given in the order of the checklist', () => {
    const ids = match([breaks(), hours()], {})?.items.map((one) => one.item);
    expect(ids).toEqual(['breaks', 'hours']);
  });

  test('of a legal duty ask a remedy that leads to the top', () => {
    const legal = buildLegalItem({ id: 'hours', remedies: item.remedies });
    expect(match([legal], { hours: buildCounted('started') })?.items[0]?.remedies).toEqual(['all-the-way']);
  });
});

test('for all workplaces: what fits has no unmet item, and each remedy named meets its item', () => {
  fc.assert(
    fc.property(arbitraryCase(6, 3), ({ items, answers }) => {
      const found = match(items, answers, need(...items.map(({ id }) => id)));
      if (found?.fit === 'fits') expect(found.items.every(({ met }) => met)).toBe(true);
      if (found?.fit === 'blocks') expect(found.items.some(({ met }) => !met)).toBe(true);
      for (const touched of found?.items ?? []) {
        const item = items.find(({ id }) => id === touched.item) as Item;
        for (const remedy of touched.remedies) {
          const to = item.remedies.find(({ id }) => id === remedy)?.to ?? null;
          expect(meets(item, buildCounted(to))).toBe(true);
        }
      }
    }),
  );
});
