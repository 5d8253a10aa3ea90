import { describe, expect, test } from 'vitest';
import { allowedValues } from '#app/domain/answer.ts';
import { markOf, paperCodes, readPaper } from '#app/domain/paper.ts';
import { buildItem } from '../support/build.ts';

/* Two sections: two questions about the will (A1, A2) and a threshold in the hours (F1). */

const items = [
  buildItem({ id: 'goal', dimension: 'commitment' }),
  buildItem({ id: 'team', dimension: 'commitment', naReasons: [{ id: 'alone', label: 'Er is geen team.' }] }),
  buildItem({ id: 'roster', dimension: 'hours', kind: 'threshold' }),
];
const asked = new Set(items.map(({ id }) => id));
const read = (typed: string) => {
  const { answers, mistakes } = readPaper(typed, { items }, asked);
  return [
    ...answers.map(({ code, value, reasonId, reasonText }) =>
      [code, value, reasonId, reasonText].filter(Boolean).join(' '),
    ),
    ...mistakes.map(({ typed: piece, error }) => `${piece}: ${error}`),
  ];
};

test('a code is the letter of the section and the place in it', () => {
  expect([...paperCodes({ items })]).toEqual([
    ['goal', 'A1'],
    ['team', 'A2'],
    ['roster', 'F1'],
  ]);
});

test('every answer of every item is read back as it is marked', () => {
  for (const item of items)
    for (const value of allowedValues(item.kind)) {
      const reason = value === 'not-applicable' ? ' (geen reden)' : '';
      const { answers, mistakes } = readPaper(
        `${paperCodes({ items }).get(item.id)} ${markOf(item, value)}${reason}`,
        { items },
        asked,
      );
      expect(mistakes).toEqual([]);
      expect(answers).toMatchObject([{ item: { id: item.id }, value }]);
    }
});

describe('answers are parted', () => {
  test.each([
    'A1 3, A2 0, F1 ?',
    'A1 3 A2 0 F1 ?',
    'a1 3;a2 0;f1 ?',
    'A1=3\nA2:0\r\nF1 - ?',
    'A1 3,A2 0 F1 ?',
    'A 1 3, A 2 0, F 1 ?',
  ])('in any usual way: %s', (typed) => {
    expect(read(typed)).toEqual(['A1 in-place', 'A2 not-yet', 'F1 unknown']);
  });
});

test('not applicable takes a reason from the list or one in brackets, commas and codes included', () => {
  expect(read('A2 n1, A1 n (eerst, dan A2 3)')).toEqual([
    'A2 not-applicable alone',
    'A1 not-applicable eerst, dan A2 3',
  ]);
});

describe('a wrong code is named as it was typed', () => {
  test.each([
    ['hallo', 'hallo: paper.error-unread'],
    ['A1', 'A1: paper.error-unread'],
    ['B1 3', 'B1 3: paper.error-code'],
    ['A9 3', 'A9 3: paper.error-code'],
    ['A1 7', 'A1 7: paper.error-answer'],
    ['F1 n1', 'F1 n1: paper.error-threshold'],
    ['A1 n', 'A1 n: paper.error-reason'],
    ['A2 n2', 'A2 n2: paper.error-reason'],
    ['A1 3, A1 2', 'A1: paper.error-twice'],
  ])('%s', (typed, expected) => {
    expect(read(typed)).toEqual([expected]);
  });

  test('and the rest is understood', () => {
    expect(read('A1 3, B1 2, F1 0')).toEqual(['A1 in-place', 'F1 untouched', 'B1 2: paper.error-code']);
  });

  test('a question that does not apply here is not one to answer', () => {
    expect(readPaper('F1 2', { items }, new Set(['goal'])).mistakes).toEqual([
      { typed: 'F1 2', error: 'paper.error-not-asked' },
    ]);
  });
});

test('the same answer twice counts once, and nothing is nothing', () => {
  expect(read('A1 3, A1 3')).toEqual(['A1 in-place']);
  expect(read(' ,\n; ')).toEqual([]);
});
