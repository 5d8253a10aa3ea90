import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedHandIn, membersOf } from '#app/domain/figures/hand-in-rows.ts';
import { type FigureRules, rules } from '#app/domain/figures/rules.ts';
import { attack } from './attack.ts';
import { emptyWorld, nextNight, type World } from './world.ts';

/** A sector as it grows and shrinks over some nights: lopsided on purpose, with editions and organisations of many sizes. */
const history = fc.record({
  organisations: fc.array(
    fc.record({
      account: fc.boolean(),
      editionId: fc.constantFrom(null, null, 'one', 'two'),
      size: fc.constantFrom('5-9', '10-19', '10-19', '50-99'),
      place: fc.constantFrom('antwerp', 'antwerp', 'antwerp', 'limburg', 'west-flanders'),
      subSectors: fc.array(fc.constantFrom('nursing-home', 'nursing-home', 'hospital', 'home-care'), {
        minLength: 1,
        maxLength: 4,
      }),
      joins: fc.integer({ min: 1, max: 6 }),
      again: fc.option(fc.integer({ min: 2, max: 7 }), { freq: 2 }),
      leaves: fc.option(fc.integer({ min: 2, max: 7 }), { freq: 2 }),
    }),
    { minLength: 25, maxLength: 120 },
  ),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

function play({ organisations }: History, chosen: FigureRules): World {
  let world = emptyWorld;
  for (let night = 1; night <= 7; night++) {
    const members = organisations.flatMap(({ joins, again, leaves, ...one }, at) => {
      if (night < joins || (leaves !== null && night >= leaves && leaves > joins)) return [];
      const handedIn = again !== null && again > joins && night >= again ? [joins, again] : [joins];
      return one.subSectors.flatMap((subSector, floor) =>
        membersOf(
          handedIn.map((on, round) =>
            handIn(`o${at}`, one.account, one.editionId, `${at}-${floor}`, round, on, { ...one, subSector }),
          ),
        ),
      );
    });
    world = nextNight(world, members, chosen);
  }
  return world;
}

const handIn = (
  organisation: string,
  account: boolean,
  editionId: string | null,
  assessmentId: string,
  round: number,
  night: number,
  { subSector, size, place }: { subSector: string; size: string; place: string },
): CountedHandIn => ({
  id: `${assessmentId}.${round}`,
  assessmentId,
  organisation,
  account,
  sector: 'care',
  editionId,
  context: { subSector, size, place, targetJob: null, shifts: null } as never,
  at: new Date(Date.UTC(2026, 3 * night - 3, 10)),
  plan: { chosen: [], finished: [], instruments: [] },
});

describe('an attacker who keeps every table of every night', () => {
  it('works out nothing of fewer than ten organisations by adding and subtracting', () => {
    fc.assert(
      fc.property(history, (one) => {
        expect(attack(play(one, rules))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  const broken: [keyof FigureRules, FigureRules][] = [
    ['minimum', { ...rules, minimum: 3, complementary: false }],
    ['complementary', { ...rules, complementary: false }],
    ['together', { ...rules, together: false, complementary: false }],
  ];
  it.each(broken)(
    'works something out as soon as the rule %s is off',
    (_name, chosen) => {
      const worlds = fc.sample(history, { seed: 7, numRuns: 5 }).map((one) => play(one, chosen));
      expect(worlds.flatMap(attack).length).toBeGreaterThan(0);
    },
    60_000,
  );

  it('does find tables: the rules do not simply hide everything', () => {
    const worlds = fc.sample(history, { seed: 7, numRuns: 4 }).map((one) => play(one, rules));
    expect(worlds.flatMap(({ versions }) => versions).length).toBeGreaterThan(12);
  }, 60_000);
});
