import { describe, expect, test } from 'vitest';
import { allowedValues } from '#app/domain/answer.ts';
import { compareHandIns } from '#app/domain/rounds-compared.ts';
import { buildAction, buildItem } from '../support/build.ts';

const items = [buildItem({ id: 'buddy' }), buildItem({ id: 'steps', kind: 'threshold' })];
const earlier = (values: Record<string, string>) => ({ on: '2026-10-01', facts: { level: 2, items: values } });
const later = (values: Record<string, string>) => ({ on: '2027-01-15', facts: { level: 3, items: values } });
const move = (from: string, to: string, item = 'buddy') =>
  compareHandIns(items, earlier({ [item]: from }), later({ [item]: to }), []).moves[0];

describe('two hand-ins', () => {
  test('give the level before and after, and what moved in the order of the checklist', () => {
    const compared = compareHandIns(
      items,
      earlier({ steps: 'untouched', buddy: 'in-place' }),
      later({ steps: 'tackled', buddy: 'started' }),
      [],
    );
    expect(compared).toEqual({
      levelBefore: 2,
      levelAfter: 3,
      moves: [
        { item: 'buddy', from: 'in-place', to: 'started', direction: 'down', actions: [] },
        { item: 'steps', from: 'untouched', to: 'tackled', direction: 'up', actions: [] },
      ],
    });
  });

  test('of which the later says the same have no moves', () => {
    for (const value of allowedValues('prerequisite')) expect(move(value, value)).toBeUndefined();
  });

  test('leave out an item that applies in one of them only', () => {
    expect(compareHandIns(items, earlier({ buddy: 'started' }), later({ steps: 'tackled' }), []).moves).toEqual([]);
  });
});

test.each([
  ['started', 'largely', 'up'],
  ['in-place', 'largely', 'down'],
  ['unknown', 'in-place', 'other'],
  ['not-yet', 'unanswered', 'other'],
  ['not-applicable', 'largely', 'other'],
] as const)('from %s to %s is a move %s', (from, to, direction) => {
  expect(move(from, to)?.direction).toBe(direction);
});

test('a threshold that was tackled and no longer occurs moved up', () => {
  expect(move('tackled', 'absent', 'steps')?.direction).toBe('up');
});

describe('a move goes with', () => {
  const done = (doneAt: string, over = {}) => buildAction({ status: 'done', items: ['buddy'], doneAt, ...over });
  const behind = (action: ReturnType<typeof done>) =>
    compareHandIns(items, earlier({ buddy: 'not-yet' }), later({ buddy: 'in-place' }), [action]).moves[0]?.actions;

  test('the actions on its item done from the first day to the last', () => {
    expect(behind(done('2026-09-30'))).toEqual([]);
    expect(behind(done('2026-10-01'))).toEqual(['action-1']);
    expect(behind(done('2027-01-15'))).toEqual(['action-1']);
    expect(behind(done('2027-01-16'))).toEqual([]);
  });

  test('no action on another item, and none that is not done', () => {
    expect(behind(done('2026-11-01', { items: ['steps'] }))).toEqual([]);
    expect(behind(done('2026-11-01', { status: 'dropped' }))).toEqual([]);
    expect(behind(done('2026-11-01', { doneAt: null }))).toEqual([]);
  });
});
