import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerValue } from '#app/domain/answer.ts';
import { anchorValues } from '#app/domain/answer.ts';
import type { Item } from '#app/domain/checklist.ts';
import type { Counted, CountedAnswers, Score, Verdict } from '#app/domain/verdict.ts';
import { fulfilment, judge, meets, percent } from '#app/domain/verdict.ts';
import { arbitraryCase } from '../support/arbitrary.ts';
import { buildCounted, buildItem, buildLegalItem, buildLevels } from '../support/build.ts';

const levels = buildLevels();
const pair = [buildItem({ id: 'one' }), buildItem({ id: 'two' })];
const threshold = (over: Partial<Item> = {}) => buildItem({ kind: 'threshold', ...over });
const judgePair = (one: AnswerValue, two: AnswerValue) =>
  judge(levels, pair, { one: buildCounted(one), two: buildCounted(two) });
const levelTwo = (verdict: Verdict) => verdict.levels.find(({ level }) => level === 2);

describe('two prerequisites of equal weight', () => {
  test.each([
    ['in-place', 'in-place', 5],
    ['largely', 'largely', 3],
    ['in-place', 'unknown', 1],
    ['in-place', 'not-applicable', 5],
    ['unknown', 'unknown', 1],
    ['not-applicable', 'not-applicable', 1],
  ] as const)('%s and %s: level %i', (one, two, level) => {
    expect(judgePair(one, two).level).toBe(level);
  });

  test('not known opens a range', () => {
    expect(percent(judgePair('in-place', 'unknown').overall)).toEqual({ worst: 50, best: 100 });
    expect(percent(judgePair('unknown', 'unknown').overall)).toEqual({ worst: 0, best: 100 });
    expect(judgePair('in-place', 'unknown')).toMatchObject({ bestLevel: 5, provisional: false, open: ['two'] });
  });

  test('nothing applicable cannot be assessed; half of it can', () => {
    expect(judgePair('not-applicable', 'not-applicable').assessable).toBe(false);
    expect(percent(judgePair('not-applicable', 'not-applicable').overall)).toBeNull();
    expect(judgePair('in-place', 'not-applicable').assessable).toBe(true);
  });

  test('an item without an answer makes the verdict provisional', () => {
    expect(judge(levels, pair, { one: buildCounted('in-place') })).toMatchObject({ provisional: true, open: ['two'] });
  });

  test('an essential item not applicable for a listed reason holds nothing back, for another reason it does', () => {
    const items = [buildItem({ id: 'one', essential: true }), buildItem({ id: 'two' })];
    const given = (listedReason: boolean) => ({
      one: buildCounted('not-applicable', { listedReason }),
      two: buildCounted('in-place'),
    });
    expect(judge(levels, items, given(true)).level).toBe(5);
    expect(judge(levels, items, given(false))).toMatchObject({ level: 1, assessable: true });
  });
});

describe('a score', () => {
  test('is in sixths times weight; not applicable leaves both sides of the fraction', () => {
    const items = [
      buildItem({ id: 'a', weight: 2 }),
      threshold({ id: 'b', weight: 3 }),
      buildItem({ id: 'c' }),
      buildItem({ id: 'd', dimension: 'safety' }),
    ];
    const answers = { a: buildCounted('largely'), b: buildCounted('partly'), c: buildCounted('not-applicable') };
    const { overall, dimensions } = judge(levels, items, answers);
    expect(overall).toEqual({ met: 17, best: 23, total: 36, notApplicable: 6, weight: 42 });
    expect(percent(overall)).toEqual({ worst: 47, best: 63 });
    expect(dimensions.find(({ id }) => id === 'safety')?.score).toMatchObject({ met: 0, best: 6, total: 6 });
    expect(dimensions).toHaveLength(9);
  });

  test.each([
    ['prerequisite', ['not-yet', 'started', 'largely', 'in-place'], [0, 2, 4, 6]],
    ['threshold', ['untouched', 'partly', 'tackled', 'absent'], [0, 3, 6, 6]],
  ] as const)('of a %s follows its four anchors', (kind, values, sixths) => {
    expect(values.map((value) => fulfilment(buildItem({ kind }), buildCounted(value)))).toEqual(sixths);
  });

  test('leaves hideable items out of everything', () => {
    const verdict = judge(levels, [buildItem(), buildItem({ id: 'extra', hideable: true, essential: true })], {
      welcome: buildCounted('in-place'),
    });
    expect(verdict).toMatchObject({ level: 5, open: [], provisional: false, overall: { weight: 6 } });
  });
});

describe('an essential item', () => {
  const others = Array.from({ length: 9 }, (_, index) => buildItem({ id: `other-${index}`, weight: 3 }));
  const fine = Object.fromEntries(others.map(({ id }) => [id, buildCounted('in-place')]));
  const levelWith = (item: Item, value: AnswerValue) =>
    judge(levels, [item, ...others], { ...fine, [item.id]: buildCounted(value) }).level;

  test('legal and only largely there holds the verdict below its level, whatever the average', () => {
    expect(levelWith(buildLegalItem({ neededBy: 3 }), 'largely')).toBe(2);
    expect(levelWith(buildLegalItem({ neededBy: 3 }), 'in-place')).toBe(5);
    expect(levelWith(buildItem({ neededBy: 3, essential: true }), 'started')).toBe(2);
    expect(levelWith(buildItem({ neededBy: 3, essential: true }), 'largely')).toBe(5);
  });

  test('that is a legal threshold holds it when partly tackled, and is met when it does not occur', () => {
    const item = buildLegalItem({ kind: 'threshold', neededBy: 3 });
    expect([levelWith(item, 'partly'), levelWith(item, 'tackled'), levelWith(item, 'absent')]).toEqual([2, 5, 5]);
  });

  test('is named where it is unmet', () => {
    const item = buildLegalItem({ id: 'law', neededBy: 3 });
    const { levels: results } = judge(levels, [item, ...others], fine);
    expect(results.map(({ unmetEssential }) => unmetEssential.length)).toEqual([0, 0, 1, 1, 1]);
    expect(results.map(({ reached }) => reached)).toEqual([true, true, false, false, false]);
  });

  test.each([undefined, null, 'unknown'] as const)('is not met by %s', (value) => {
    expect(meets(buildItem(), value === undefined ? undefined : buildCounted(value))).toBe(false);
  });
});

describe('the bar', () => {
  const half = (weight: 1 | 2 | 3, id: string) => buildItem({ id, weight });

  test('is met at exactly its share, and not just below', () => {
    const items = [half(3, 'a'), half(2, 'b')];
    const given = { a: buildCounted('in-place'), b: buildCounted('not-yet') };
    expect(judge(levels, items, given).level).toBe(3);
    const below = judge(levels, [...items, half(1, 'c')], { ...given, c: buildCounted('started') });
    expect(levelTwo(below)).toMatchObject({ meetsBar: false, reached: false });
  });

  test('is passed at a level for which nothing is needed yet', () => {
    const later = [buildItem({ neededBy: 4 })];
    expect(judge(levels, later, { welcome: buildCounted('not-yet') }).level).toBe(3);
  });

  test('says nothing when more than half of the weight is not applicable', () => {
    const items = [half(2, 'a'), half(1, 'b')];
    const verdict = judge(levels, items, { a: buildCounted('not-applicable'), b: buildCounted('in-place') });
    expect(verdict).toMatchObject({ level: 1, assessable: false });
  });
});

describe('for every checklist and every answer', () => {
  test('a better answer never lowers a score or the level', () => {
    fc.assert(
      fc.property(arbitraryCase(8, 1), fc.nat(), fc.nat(), ({ items, answers }, which, up) => {
        const item = pick(items, which);
        const anchors = anchorValues(item.kind);
        const present = answers[item.id]?.value ?? 'unknown';
        fc.pre(present !== 'not-applicable');
        const better = present === 'unknown' ? anchors : anchors.slice(anchors.indexOf(present) + 1);
        fc.pre(better.length > 0);
        const improved = { ...answers, [item.id]: buildCounted(pick(better, up)) };
        expectNoLower(items, answers, improved);
      }),
      { numRuns: 1000 },
    );
  });

  test('not knowing any more never raises a score or the level', () => {
    fc.assert(
      fc.property(arbitraryCase(8, 1), fc.nat(), ({ items, answers }, which) => {
        const item = pick(items, which);
        fc.pre(answers[item.id]?.value !== 'not-applicable');
        expectNoLower(items, { ...answers, [item.id]: buildCounted('unknown') }, answers);
      }),
      { numRuns: 1000 },
    );
  });

  test('the order of items and of answers does not matter', () => {
    fc.assert(
      fc.property(arbitraryCase(8, 1), ({ items, answers }) => {
        const { open, levels: results, ...verdict } = judge(levels, items, answers);
        const turned = judge(levels.toReversed(), items.toReversed(), reversed(answers));
        expect({ ...turned, open: turned.open.toReversed() }).toMatchObject({ ...verdict, open });
        expect(turned.levels.map(({ score, reached }) => ({ score, reached }))).toEqual(
          results.map(({ score, reached }) => ({ score, reached })),
        );
      }),
    );
  });

  test('every number is whole, the parts fit the whole, and best is never below worst', () => {
    fc.assert(
      fc.property(arbitraryCase(8, 1), ({ items, answers }) => {
        const verdict = judge(levels, items, answers);
        for (const score of scoresOf(verdict)) {
          expect(Object.values(score).every(Number.isInteger)).toBe(true);
          expect(score.total + score.notApplicable).toBe(score.weight);
          expect(score.met <= score.best && score.best <= score.total).toBe(true);
          const shares = percent(score);
          if (shares) expect(Number.isInteger(shares.worst) && Number.isInteger(shares.best)).toBe(true);
        }
        expect(verdict.bestLevel).toBeGreaterThanOrEqual(verdict.level);
      }),
    );
  });

  test('the best level is what the top answer to every open item brings', () => {
    fc.assert(
      fc.property(arbitraryCase(8, 1), ({ items, answers }) => {
        const { open, bestLevel } = judge(levels, items, answers);
        const tops = items
          .filter(({ id }) => open.includes(id))
          .map(({ id, kind }) => [id, buildCounted(anchorValues(kind)[3] ?? null)] as const);
        expect(judge(levels, items, { ...answers, ...Object.fromEntries(tops) }).level).toBe(bestLevel);
      }),
    );
  });
});

function pick<T>(from: readonly T[], index: number): T {
  return from[index % from.length] as T;
}

const reversed = (answers: CountedAnswers): Record<string, Counted> =>
  Object.fromEntries(Object.entries(answers).toReversed());

const scoresOf = ({ overall, levels: results, dimensions }: Verdict): Score[] => [
  overall,
  ...results.map(({ score }) => score),
  ...dimensions.map(({ score }) => score),
];

function expectNoLower(items: Item[], before: CountedAnswers, after: CountedAnswers): void {
  const [then, now] = [judge(levels, items, before), judge(levels, items, after)];
  expect(now.level).toBeGreaterThanOrEqual(then.level);
  scoresOf(now).forEach((score, index) => {
    expect(score.met).toBeGreaterThanOrEqual(scoresOf(then)[index]?.met ?? 0);
    expect(score.total).toBe(scoresOf(then)[index]?.total);
  });
}
