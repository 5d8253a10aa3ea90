import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contexts } from '#app/content/checks.ts';
import { type AnswerValue, anchorValues } from '#app/domain/answer.ts';
import type { Item } from '#app/domain/checklist.ts';
import { itemsFor } from '#app/domain/context.ts';
import { shortestWay } from '#app/domain/shortest-way.ts';
import { type CountedAnswers, judge, percent } from '#app/domain/verdict.ts';
import { withRemedies } from '#app/domain/what-if.ts';
import { dutch } from './published.ts';

/* The rules of the verdict over the published items, in any context. */

type Pick = (item: Item) => AnswerValue | null;

const answersOf = (items: Item[], pick: Pick): CountedAnswers =>
  Object.fromEntries(
    items.map((item) => [item.id, { value: pick(item), listedReason: false, disputed: false, expired: false }]),
  );
const weakest: Pick = (item) => anchorValues(item.kind)[0] ?? null;
const strongest: Pick = (item) => anchorValues(item.kind).at(-1) ?? null;

describe.each(dutch)('%s', (_ref, checklist) => {
  const anyItems = fc.constantFrom(...contexts(checklist)).map((context) => itemsFor(checklist, context));
  const judged = (items: Item[], pick: Pick) => judge(checklist.levels, items, answersOf(items, pick));
  /** Per item one of its four answers, not known, or none. */
  const anyAnswers = anyItems.chain((items) =>
    fc
      .tuple(...items.map(({ kind }) => fc.constantFrom<AnswerValue | null>(...anchorValues(kind), 'unknown', null)))
      .map((values) => ({ items, answers: answersOf(items, (item) => values[items.indexOf(item)] ?? null) })),
  );

  test('the strongest answers reach level 5, the weakest stay at level 1', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        expect(judged(items, strongest).level).toBe(5);
        expect(judged(items, weakest).level).toBe(1);
      }),
    );
  });

  test('knowing nothing is level 1, in a range from 0 to 100', () => {
    fc.assert(
      fc.property(anyItems, fc.constantFrom(null, 'unknown' as const), (items, value) => {
        const { level, bestLevel, overall } = judged(items, () => value);
        expect({ level, bestLevel, overall: percent(overall) }).toEqual({
          level: 1,
          bestLevel: 5,
          overall: { worst: 0, best: 100 },
        });
      }),
    );
  });

  test('from any answers the remedies of the shortest way reach the level that it promises', () => {
    fc.assert(
      fc.property(anyAnswers, ({ items, answers }) => {
        const way = shortestWay(checklist.levels, items, answers, checklist.remedies);
        if (way.kind !== 'way') return expect(judge(checklist.levels, items, answers).level).toBe(5);
        const remedies = way.steps.map(({ remedy }) => remedy);
        const { level } = judge(checklist.levels, items, withRemedies(items, answers, remedies));
        expect(level).toBeGreaterThanOrEqual(way.to);
      }),
    );
  });
});
