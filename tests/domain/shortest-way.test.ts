import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '#app/domain/checklist.ts';
import type { Way } from '#app/domain/shortest-way.ts';
import { shortestWay } from '#app/domain/shortest-way.ts';
import { judge, meets, scoreOf } from '#app/domain/verdict.ts';
import { withRemedies } from '#app/domain/what-if.ts';
import type { Case } from '../support/arbitrary.ts';
import { arbitraryCase } from '../support/arbitrary.ts';
import { buildCounted, buildItem, buildLegalItem, buildLevels } from '../support/build.ts';

const levels = buildLevels();
const inPlace = (id: string) => ({ id, to: 'in-place' as const });

function stepsOf(way: Way) {
  if (way.kind !== 'way') throw new Error(`Expected a way, got ${JSON.stringify(way)}`);
  return way.steps;
}
const remediesOf = (way: Way) => stepsOf(way).map(({ remedy }) => remedy);

/** Milliseconds: trying every set takes its time on a busy machine. */
const bruteForce = 30_000;

describe('the shortest way', () => {
  test('is the set of remedies that trying every set finds', { timeout: bruteForce }, () => {
    fc.assert(
      fc.property(arbitraryCase(9, 7), (given) => {
        const way = shortestWay(levels, given.items, given.answers, given.remedies);
        const expected = tryEverySet(given);
        const found = way.kind === 'way' ? remediesOf(way).sort() : null;
        expect(found).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  test('is found exactly where items share most of their remedies', { timeout: bruteForce }, () => {
    fc.assert(
      fc.property(arbitraryCase(20, 6), (given) => {
        const way = shortestWay(levels, given.items, given.answers, given.remedies);
        expect(way.kind === 'way' ? remediesOf(way).sort() : null).toEqual(tryEverySet(given));
      }),
      { numRuns: 300 },
    );
  });

  test('shows in each step what it brings, and arrives', () => {
    fc.assert(
      fc.property(arbitraryCase(9, 7), ({ items, answers, remedies }) => {
        const way = shortestWay(levels, items, answers, remedies);
        if (way.kind !== 'way') return;
        const scope = items.filter((item) => !item.hideable && item.neededBy <= way.to);
        let now = answers;
        for (const step of way.steps) {
          expect(step.before).toEqual(scoreOf(scope, now));
          now = withRemedies(items, now, [step.remedy]);
          expect(step.after).toEqual(scoreOf(scope, now));
          expect(step.levelAfter).toBe(judge(levels, items, now).level);
          expect(step.lifts.length).toBeGreaterThan(0);
        }
        expect(way.steps.at(-1)?.levelAfter).toBeGreaterThanOrEqual(way.to);
        expect(way.steps.slice(0, -1).every(({ levelAfter }) => levelAfter < way.to)).toBe(true);
        const rank = way.steps.map(
          (step) => Number(step.findOut) * 4 + Number(step.legal) * 2 + Number(step.essential),
        );
        expect(rank).toEqual(rank.toSorted((one, other) => other - one));
      }),
    );
  });

  test('names what blocks it when no remedies lead there', () => {
    fc.assert(
      fc.property(arbitraryCase(6, 4), ({ items, answers, remedies }) => {
        const way = shortestWay(levels, items, answers, remedies);
        if (way.kind === 'none') expect(way.blocked.length).toBeGreaterThan(0);
        expect(way.kind === 'top').toBe(judge(levels, items, answers).level === 5);
      }),
    );
  });
});

describe('a step', () => {
  test('that rests on an item nobody knows stands first, as something to find out', () => {
    const items = [
      buildLegalItem({ id: 'law', remedies: [inPlace('a-law')] }),
      buildItem({ id: 'open', essential: true, remedies: [inPlace('b-open')] }),
    ];
    const answers = { law: buildCounted('started'), open: buildCounted('unknown', { expired: true }) };
    const way = shortestWay(levels, items, answers, [effort('a-law', 1), effort('b-open', 3)]);
    expect(
      stepsOf(way).map(({ remedy, findOut, legal, essential }) => ({ remedy, findOut, legal, essential })),
    ).toEqual([
      { remedy: 'b-open', findOut: true, legal: false, essential: true },
      { remedy: 'a-law', findOut: false, legal: true, essential: true },
    ]);
    expect(way).toMatchObject({ kind: 'way', to: 2, effort: 4 });
    expect(stepsOf(way)[0]?.lifts).toEqual([{ item: 'open', from: 'unknown', to: 'in-place' }]);
  });

  test('that brings more stands before one that brings less; then the smaller id', () => {
    const item = (id: string, weight: 1 | 3) =>
      buildItem({ id, weight, essential: true, remedies: [inPlace(`do-${id}`)] });
    const items = [item('c', 1), item('a', 1), item('b', 3)];
    const answers = Object.fromEntries(items.map(({ id }) => [id, buildCounted('not-yet')]));
    const remedies = items.map(({ id }) => effort(`do-${id}`, 1));
    expect(remediesOf(shortestWay(levels, items, answers, remedies))).toEqual(['do-b', 'do-a', 'do-c']);
  });

  test('counts its effort once, however many items it serves', () => {
    const shared = (id: string) => buildItem({ id, remedies: [inPlace(`only-${id}`), inPlace('shared')] });
    const items = ['x', 'y', 'z'].map(shared);
    const remedies = [effort('shared', 2), ...['x', 'y', 'z'].map((id) => effort(`only-${id}`, 1))];
    const answers = { x: buildCounted('not-yet'), y: buildCounted('not-yet'), z: buildCounted('started') };
    const way = shortestWay(levels, items, answers, remedies);
    expect(remediesOf(way)).toEqual(['shared']);
    expect(stepsOf(way)[0]?.lifts.map(({ item }) => item)).toEqual(['x', 'y', 'z']);
  });

  test('never leads through an answer that is not good enough for a legal duty', () => {
    const items = [buildLegalItem({ remedies: [{ id: 'some', to: 'largely' }, inPlace('all')] })];
    const way = shortestWay(levels, items, {}, [effort('some', 1), effort('all', 3)]);
    expect(remediesOf(way)).toEqual(['all']);
  });

  test('may answer an essential item that was not applicable without a listed reason', () => {
    const items = [buildItem({ essential: true, remedies: [inPlace('do')] }), buildItem({ id: 'other' })];
    const answers = { welcome: buildCounted('not-applicable'), other: buildCounted('in-place') };
    expect(remediesOf(shortestWay(levels, items, answers, [effort('do', 1)]))).toEqual(['do']);
  });
});

describe('between equals', () => {
  const twoWays = (over: Partial<Item>) => [
    buildItem({ id: 'now', remedies: [inPlace('a'), inPlace('b')] }),
    buildLegalItem({ id: 'later', neededBy: 3, ...over }),
  ];

  test('fewer remedies go first', () => {
    const items = [
      buildItem({ id: 'x', essential: true, remedies: [inPlace('a'), inPlace('c')] }),
      buildItem({ id: 'y', essential: true, remedies: [inPlace('b'), inPlace('c')] }),
    ];
    const way = shortestWay(levels, items, {}, [effort('a', 1), effort('b', 1), effort('c', 2)]);
    expect(remediesOf(way)).toEqual(['c']);
  });

  test('then the one that also meets a legal duty of a later level', () => {
    const items = twoWays({ remedies: [inPlace('b')] });
    expect(remediesOf(shortestWay(levels, items, {}, [effort('a', 1), effort('b', 1)]))).toEqual(['b']);
  });

  test('then the smallest id', () => {
    const items = twoWays({ remedies: [{ id: 'b', to: 'largely' }] });
    expect(remediesOf(shortestWay(levels, items, {}, [effort('b', 1), effort('a', 1)]))).toEqual(['a']);
  });
});

describe('there is no way', () => {
  test('above the top level, and it says so', () => {
    expect(shortestWay(levels, [buildItem()], { welcome: buildCounted('in-place') }, [])).toEqual({ kind: 'top' });
  });

  test('when too much is not applicable', () => {
    const items = [buildItem({ weight: 3 }), buildItem({ id: 'open', remedies: [inPlace('do')] })];
    const answers = { welcome: buildCounted('not-applicable') };
    expect(shortestWay(levels, items, answers, [effort('do', 1)])).toEqual({ kind: 'none', blocked: ['welcome'] });
  });

  test('when an essential item has no remedy that meets it', () => {
    const items = [buildLegalItem({ remedies: [{ id: 'do', to: 'largely' }] }), buildItem({ id: 'fine' })];
    const answers = { fine: buildCounted('in-place') };
    expect(shortestWay(levels, items, answers, [effort('do', 1)])).toEqual({ kind: 'none', blocked: ['welcome'] });
  });

  test('when all remedies together stay below the bar', () => {
    const items = [buildItem({ weight: 3 }), buildItem({ id: 'small', remedies: [inPlace('do')] })];
    expect(shortestWay(levels, items, {}, [effort('do', 1)])).toEqual({ kind: 'none', blocked: ['welcome'] });
  });
});

const effort = (id: string, size: 1 | 2 | 3) => ({ id, effort: size });

/** The promise itself, spelled out: every set, judged, and the first in order of preference. */
function tryEverySet({ items, answers, remedies }: Case): string[] | null {
  const { level } = judge(levels, items, answers);
  if (level === 5) return null;
  const sets = Array.from({ length: 2 ** remedies.length }, (_, bits) =>
    remedies.filter((_remedy, index) => (bits >> index) & 1),
  );
  const arriving = sets.flatMap((set) => {
    const ids = set.map(({ id }) => id).sort();
    const then = withRemedies(items, answers, ids);
    if (judge(levels, items, then).level <= level) return [];
    const legal = items.filter((item) => item.legal && !item.hideable && meets(item, then[item.id])).length;
    return [{ ids, legal, effort: set.reduce((sum, remedy) => sum + remedy.effort, 0) }];
  });
  const [first] = arriving.sort(
    (one, other) =>
      one.effort - other.effort ||
      one.ids.length - other.ids.length ||
      other.legal - one.legal ||
      (one.ids.join() < other.ids.join() ? -1 : 1),
  );
  return first?.ids ?? null;
}
