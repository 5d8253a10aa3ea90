import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, AnswerValue, Voice } from '#app/domain/answer.ts';
import { allowedValues, anchorValues } from '#app/domain/answer.ts';
import type { Item } from '#app/domain/checklist.ts';
import { compareVoices } from '#app/domain/voices-compared.ts';
import { buildAnswer, buildCounted, buildItem } from '../support/build.ts';

const now = '2026-03-01T12:00:00.000Z';

/** One answer a line: who, what, and more; in order of arrival. */
function compare(said: [Voice, AnswerValue, Partial<Answer>?][], items: Item[] = [buildItem()]) {
  const answers = said.map(([voice, value, over], index) =>
    buildAnswer({ id: `answer-${index}`, seq: index + 1, voice, value, ...over }),
  );
  return compareVoices(items, answers, { now });
}
const first = (...said: Parameters<typeof compare>[0]) => compare(said).differences[0];

describe('two voices', () => {
  test('that say the same agree', () => {
    expect(
      compare([
        ['hr', 'largely'],
        ['job-coach', 'largely'],
      ]),
    ).toEqual({
      answeredByTwo: 1,
      agreeing: 1,
      differences: [],
    });
  });

  test('that differ are so many steps apart, beside what counts for the workplace', () => {
    expect(first(['hr', 'in-place'], ['job-coach', 'started'])).toEqual({
      item: 'welcome',
      says: { hr: 'in-place', 'job-coach': 'started' },
      distance: 2,
      agree: false,
      employer: buildCounted('in-place'),
      settled: false,
    });
  });

  test.each(['unknown', 'not-applicable'] as const)('of which one says %s differ without distance', (value) => {
    expect(first(['hr', 'in-place'], ['job-coach', value, { reasonText: 'alleen' }])?.distance).toBe(0);
  });

  test('of which one says nothing, or wrote a note only, are not compared', () => {
    expect(compare([['hr', 'in-place']]).answeredByTwo).toBe(0);
    expect(
      compare([
        ['hr', 'in-place'],
        ['job-coach', 'not-applicable'],
      ]).answeredByTwo,
    ).toBe(0);
  });
});

test('of three voices the distance is from the lowest to the highest', () => {
  const found = first(['hr', 'in-place'], ['team-lead', 'largely'], ['job-coach', 'not-yet']);
  expect(found).toMatchObject({ distance: 3, employer: buildCounted('largely', { disputed: true }) });
});

test('the lowest of the open answers of one voice is what it says', () => {
  const found = first(['hr', 'in-place'], ['job-coach', 'largely'], ['job-coach', 'started', { author: 'browser-2' }]);
  expect(found?.says['job-coach']).toBe('started');
});

test('a voice counts with its latest round, and what expired is not known', () => {
  const expired = { at: '2025-01-01T10:00:00.000Z' };
  expect(first(['hr', 'in-place', expired], ['job-coach', 'largely'])?.says.hr).toBe('unknown');
  expect(
    compare([
      ['hr', 'not-yet'],
      ['hr', 'largely', { round: 2 }],
      ['job-coach', 'largely'],
    ]).agreeing,
  ).toBe(1);
});

describe('a settled answer', () => {
  test('stands beside the voices, which stay a topic', () => {
    const found = first(['hr', 'in-place'], ['team-lead', 'not-yet'], ['agreed', 'started']);
    expect(found).toMatchObject({ settled: true, distance: 3, employer: buildCounted('started') });
  });

  test('stands also when the job coach answers later, not when the workplace does', () => {
    const settled = [
      ['hr', 'in-place'],
      ['agreed', 'started'],
    ] as [Voice, AnswerValue][];
    expect(compare([...settled, ['job-coach', 'not-yet']]).differences[0]?.settled).toBe(true);
    expect(compare([...settled, ['team-lead', 'not-yet']]).differences[0]?.settled).toBe(false);
  });
});

test('while only the job coach and a settled answer speak there is nobody to differ from', () => {
  expect(
    compare([
      ['agreed', 'in-place'],
      ['job-coach', 'not-yet'],
    ]).answeredByTwo,
  ).toBe(0);
});

test('the largest difference comes first, then those without distance, then the order of the checklist', () => {
  const items = ['a', 'b', 'c', 'd'].map((id) => buildItem({ id }));
  const { differences } = compare(
    [
      ['hr', 'unknown', { item: 'a' }],
      ['job-coach', 'largely', { item: 'a' }],
      ['hr', 'in-place', { item: 'b' }],
      ['job-coach', 'largely', { item: 'b' }],
      ['hr', 'in-place', { item: 'c' }],
      ['job-coach', 'not-yet', { item: 'c' }],
      ['hr', 'not-yet', { item: 'd' }],
      ['job-coach', 'started', { item: 'd' }],
    ],
    items,
  );
  expect(differences.map(({ item, distance }) => [item, distance])).toEqual([
    ['c', 3],
    ['b', 1],
    ['d', 1],
    ['a', 0],
  ]);
});

test('for all pairs of answers: they agree or differ, and the distance is that of the anchors', () => {
  for (const kind of ['prerequisite', 'threshold'] as const) {
    const item = buildItem({ kind });
    const anchors: readonly AnswerValue[] = anchorValues(kind);
    const value = fc.constantFrom(...allowedValues(kind));
    fc.assert(
      fc.property(value, value, (hr, coach) => {
        const reason = { reasonText: 'alleen' };
        const found = compare(
          [
            ['hr', hr, reason],
            ['job-coach', coach, reason],
          ],
          [item],
        );
        const steps = [hr, coach].map((one) => anchors.indexOf(one));
        expect(found.agreeing).toBe(hr === coach ? 1 : 0);
        expect(found.differences[0]?.distance ?? 0).toBe(
          steps.includes(-1) ? 0 : Math.max(...steps) - Math.min(...steps),
        );
      }),
    );
  }
});
