import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roles } from '#app/domain/access.ts';
import type { Item } from '#app/domain/checklist.ts';
import type { Waiver } from '#app/domain/stage-hold.ts';
import { legalItemsToTick, refuseWaiver, stageHold, withoutSelfScan } from '#app/domain/stage-hold.ts';
import type { CountedAnswers } from '#app/domain/verdict.ts';
import { judge } from '#app/domain/verdict.ts';
import { dutch } from '../content/published.ts';
import { arbitraryCase } from '../support/arbitrary.ts';
import { buildCounted, buildItem, buildLegalItem, buildLevels } from '../support/build.ts';

const essential = (over: Partial<Item> = {}) => buildItem({ id: 'vacancy', essential: true, neededBy: 3, ...over });
const legal = (over: Partial<Item> = {}) => buildLegalItem({ id: 'welcome', neededBy: 3, ...over });
const waiver = (over: Partial<Waiver> = {}): Waiver => ({
  item: 'vacancy',
  reason: 'De vacature wordt vrijdag bevestigd.',
  by: 'owner',
  at: '2026-10-16T09:00:00.000Z',
  ...over,
});
const held = (items: Item[], answers: CountedAnswers, waivers: Waiver[] = []) =>
  stageHold(items, answers, waivers).map(({ item }) => item);

describe('the start of a stage is held by', () => {
  test('an essential item needed by level 3 or before, not by one needed later', () => {
    expect(held([essential({ neededBy: 2 })], {})).toEqual(['vacancy']);
    expect(held([essential({ neededBy: 3 })], {})).toEqual(['vacancy']);
    expect(held([essential({ neededBy: 4 })], {})).toEqual([]);
  });

  test('an item that is not essential: never', () => {
    expect(held([buildItem({ neededBy: 3 })], {})).toEqual([]);
  });

  test('what is answered too low: started holds, largely does not; a legal duty is met in full only', () => {
    expect(held([essential()], { vacancy: buildCounted('started') })).toEqual(['vacancy']);
    expect(held([essential()], { vacancy: buildCounted('largely') })).toEqual([]);
    expect(held([legal()], { welcome: buildCounted('largely') })).toEqual(['welcome']);
    expect(held([legal()], { welcome: buildCounted('in-place') })).toEqual([]);
  });

  test('an answer that has expired or is not known', () => {
    expect(held([essential()], { vacancy: buildCounted('unknown', { expired: true }) })).toEqual(['vacancy']);
  });

  test('all of them, in the order of the checklist, each with whether it is a legal duty', () => {
    expect(stageHold([essential(), legal()], {}, [])).toEqual([
      { item: 'vacancy', legal: false },
      { item: 'welcome', legal: true },
    ]);
  });
});

describe('a waiver', () => {
  test('of the owner, with a reason, lets the stage start', () => {
    expect(held([essential()], {}, [waiver()])).toEqual([]);
  });

  test('is for its own item only', () => {
    expect(held([essential(), essential({ id: 'buddy' })], {}, [waiver()])).toEqual(['buddy']);
  });

  test.each(roles.filter((role) => role !== 'owner'))('of a %s does nothing', (by) => {
    expect(held([essential()], {}, [waiver({ by })])).toEqual(['vacancy']);
    expect(refuseWaiver(essential(), waiver({ by }))).toBe('hold.only-owner');
  });

  test('without a reason does nothing', () => {
    expect(held([essential()], {}, [waiver({ reason: ' \n' })])).toEqual(['vacancy']);
    expect(refuseWaiver(essential(), waiver({ reason: ' ' }))).toBe('hold.reason-needed');
  });

  test('of a legal duty does nothing', () => {
    expect(held([legal()], {}, [waiver({ item: 'welcome' })])).toEqual(['welcome']);
    expect(refuseWaiver(legal(), waiver())).toBe('hold.legal');
  });
});

describe('without a shared assessment', () => {
  test('the legal duties needed before a stage are ticked one by one', () => {
    const items = [essential(), legal(), legal({ id: 'loads' }), legal({ id: 'later', neededBy: 4 })];
    expect(legalItemsToTick(items).map(({ id }) => id)).toEqual(['welcome', 'loads']);
    expect(withoutSelfScan(items, ['loads', 'vacancy'])).toEqual({ kind: 'no-self-scan', unticked: ['welcome'] });
    expect(withoutSelfScan(items, ['loads', 'welcome'])).toEqual({ kind: 'no-self-scan', unticked: [] });
  });

  test.each(dutch)('%s has legal duties to tick', (_, { items }) => {
    expect(legalItemsToTick(items).length).toBeGreaterThan(0);
  });
});

describe('for all workplaces', () => {
  test('nothing that is held at the verdict on level 3 slips through, and nothing else is held', () => {
    fc.assert(
      fc.property(arbitraryCase(8, 1), ({ items, answers }) => {
        const level3 = judge(buildLevels(), items, answers).levels.find(({ level }) => level === 3);
        expect(held(items, answers)).toEqual(level3?.unmetEssential);
      }),
    );
  });

  test('no waiver ever lifts a legal duty', () => {
    fc.assert(
      fc.property(arbitraryCase(8, 1), fc.array(arbitraryWaiver()), ({ items, answers }, waivers) => {
        const legalOf = (list: ReturnType<typeof stageHold>) => list.filter((one) => one.legal);
        expect(legalOf(stageHold(items, answers, waivers))).toEqual(legalOf(stageHold(items, answers, [])));
      }),
    );
  });
});

const arbitraryWaiver = (): fc.Arbitrary<Waiver> =>
  fc.record({
    item: fc.nat(7).map((index) => `item-${index}`),
    reason: fc.constantFrom('', 'Vrijdag in orde'),
    by: fc.constantFrom(...roles),
    at: fc.constant('2026-10-16T09:00:00.000Z'),
  });
