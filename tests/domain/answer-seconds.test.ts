import { expect, it } from 'vitest';
import type { Answer } from '#app/domain/answer.ts';
import { secondsPerItem } from '#app/domain/answer-seconds.ts';

const answer = (item: string, seq: number, at: string, author = 'one') => ({ item, seq, at, author }) as Answer;

it('an answer took from the same author’s answer before it', () => {
  const answers = [
    answer('b', 2, '2026-11-25T10:00:40Z'),
    answer('a', 1, '2026-11-25T10:00:00Z'),
    answer('c', 3, '2026-11-25T10:00:45Z', 'other'),
  ];
  expect(secondsPerItem(answers)).toEqual({ b: 40 });
});

it('a pause of more than ten minutes and a clock set back tell nothing', () => {
  const answers = [
    answer('a', 1, '2026-11-25T10:00:00Z'),
    answer('b', 2, '2026-11-25T10:10:01Z'),
    answer('c', 3, '2026-11-25T09:00:00Z'),
  ];
  expect(secondsPerItem(answers)).toEqual({});
});
