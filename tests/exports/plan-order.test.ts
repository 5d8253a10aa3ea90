import { expect, test } from 'vitest';
import type { Action } from '#app/domain/action.ts';
import { isOverdue, sortActions } from '#app/domain/action.ts';

const action = (values: Partial<Action>): Action => ({
  ...{ id: 'a', remedy: null, title: 'Doe iets', items: [], owner: '', due: null, status: 'todo', instrument: null },
  ...{ note: '', doneBy: '', doneAt: null, doneHow: '', doneSeq: null, step: null, proposedBy: null },
  ...values,
});

test('an open action is overdue from the day after its day', () => {
  const due = '2026-11-23';
  expect(isOverdue(action({ due }), '2026-11-23')).toBe(false);
  expect(isOverdue(action({ due }), '2026-11-24')).toBe(true);
  expect(isOverdue(action({ due: null }), '2026-11-24')).toBe(false);
});

test('what is done or dropped is never overdue', () => {
  expect(isOverdue(action({ due: '2026-01-01', status: 'done' }), '2026-11-24')).toBe(false);
  expect(isOverdue(action({ due: '2026-01-01', status: 'dropped' }), '2026-11-24')).toBe(false);
  expect(isOverdue(action({ due: '2026-01-01', status: 'doing' }), '2026-11-24')).toBe(true);
});

test('overdue comes first, then the day, then the step, then what has no day', () => {
  const actions = [
    action({ id: 'no-day' }),
    action({ id: 'no-day-step', step: 0 }),
    action({ id: 'later', due: '2027-01-01' }),
    action({ id: 'soon-2', due: '2026-12-01', step: 1 }),
    action({ id: 'soon-1', due: '2026-12-01', step: 0 }),
    action({ id: 'done-long-ago', due: '2026-01-01', status: 'done' }),
    action({ id: 'overdue', due: '2026-11-01' }),
  ];
  const order = sortActions(actions, '2026-11-23').map(({ id }) => id);
  expect(order).toEqual(['overdue', 'done-long-ago', 'soon-1', 'soon-2', 'later', 'no-day-step', 'no-day']);
  expect(sortActions([...actions].reverse(), '2026-11-23').map(({ id }) => id)).toEqual(order);
});
