import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, daysBetween } from '#app/domain/calendar.ts';
import { lastDayOf, phaseClock } from '#app/domain/phase-limit.ts';
import type { Placement } from '#app/domain/placement.ts';
import { phases } from '#app/domain/placement.ts';
import { buildPlacement } from '../support/placement.ts';

const clock = (today: string, over: Partial<Placement> = {}) => phaseClock(buildPlacement(over), today);

describe('a phase of the doorstroomtraject', () => {
  test.each([
    ['preparation', '2026-10-18'],
    ['matching', '2026-12-18'],
    ['stage', '2026-12-18'],
    ['aftercare', '2026-12-18'],
  ] as const)('%s that began on 19 September lasts until %s at most', (phase, lastDay) => {
    const began = { phase, since: '2026-09-19', stageStart: phase === 'stage' ? '2026-09-19' : null };
    expect(clock(lastDay, began)).toMatchObject({ lastDay, over: false });
    expect(clock(addDays(lastDay, 1), began)).toMatchObject({ lastDay, over: true });
  });

  test.each(['contract', 'follow-up', 'closed'] as const)('%s has no longest duration', (phase) => {
    expect(clock('2030-01-01', { phase })).toEqual({ lastDay: null, over: false, week: null });
  });

  test('a stage counts from its first day on the floor, not from the day it was recorded', () => {
    const stage = { phase: 'stage', since: '2026-10-16', stageStart: '2026-10-19' } as const;
    expect(clock('2026-10-19', stage).lastDay).toBe('2027-01-18');
  });
});

test.each(phases)('a job-seeker has no longest duration in %s', (phase) => {
  expect(clock('2030-01-01', { route: 'job-seeker', phase })).toMatchObject({ lastDay: null, over: false });
});

describe('the week of the stage', () => {
  const stage = { phase: 'stage', since: '2026-10-19', stageStart: '2026-10-19' } as const;

  test.each([
    ['2026-10-19', 1],
    ['2026-10-25', 1],
    ['2026-10-26', 2],
    ['2026-11-18', 5],
    ['2027-01-18', 14],
  ])('on %s is week %i of 14', (today, now) => {
    expect(clock(today, stage).week).toEqual({ now, of: 14 });
  });

  test('is not there before the first day, nor in another phase', () => {
    expect(clock('2026-10-18', stage).week).toBeNull();
    expect(clock('2026-11-18', { ...stage, phase: 'contract' }).week).toBeNull();
  });

  test('has no total where nothing limits the stage', () => {
    expect(clock('2026-11-18', { ...stage, route: 'job-seeker' }).week).toEqual({ now: 5, of: null });
  });
});

describe('the last day of a period in months', () => {
  test.each([
    ['2026-10-05', 3, '2027-01-04'],
    ['2026-10-01', 3, '2026-12-31'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-01-29', 1, '2026-02-28'],
    ['2026-01-28', 1, '2026-02-27'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
  ])('that begins on %s and takes %i months is %s', (first, months, last) => {
    expect(lastDayOf(first, months)).toBe(last);
  });

  test('never comes earlier for a later beginning', () => {
    fc.assert(
      fc.property(fc.nat(4000), fc.integer({ min: 1, max: 12 }), (days, months) => {
        const first = addDays('2024-01-01', days);
        expect(lastDayOf(addDays(first, 1), months) >= lastDayOf(first, months)).toBe(true);
      }),
    );
  });
});

test('months are added with their end clamped, days counted both ways', () => {
  expect(addMonths('2026-10-31', 4)).toBe('2027-02-28');
  expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
});
