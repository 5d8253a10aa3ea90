import { expect, test } from 'vitest';
import { assessmentLeavesOn, dueToday, leavesOn } from '#app/domain/retention.ts';

const activeAt = new Date('2026-03-10T12:00:00Z');
const unwarned = { activeAt, warnedAt: null };

test('an account leaves 24 months after signing in, on the same day of the month', () => {
  expect(leavesOn(unwarned)).toBe('2028-03-10');
});

test('an assessment leaves 12 months after its last activity; a month that is too short ends on its last day', () => {
  expect(assessmentLeavesOn(activeAt)).toBe('2027-03-10');
  expect(assessmentLeavesOn(new Date('2028-02-29T12:00:00Z'))).toBe('2029-02-28');
});

test('with mail a warning comes first, thirty days before, and nothing is removed without it', () => {
  expect(dueToday(unwarned, '2028-02-08', true)).toBe(null);
  expect(dueToday(unwarned, '2028-02-09', true)).toBe('warn');
  expect(dueToday(unwarned, '2030-01-01', true)).toBe('warn');
});

test('who was warned in time leaves on the day that was said', () => {
  const warned = { activeAt, warnedAt: new Date('2028-02-09T12:00:00Z') };
  expect(leavesOn(warned)).toBe('2028-03-10');
  expect(dueToday(warned, '2028-03-09', true)).toBe(null);
  expect(dueToday(warned, '2028-03-10', true)).toBe('remove');
});

test('who was warned late still gets thirty days', () => {
  const warned = { activeAt, warnedAt: new Date('2028-06-01T12:00:00Z') };
  expect(leavesOn(warned)).toBe('2028-07-01');
  expect(dueToday(warned, '2028-06-30', true)).toBe(null);
  expect(dueToday(warned, '2028-07-01', true)).toBe('remove');
});

test('without mail the day itself removes', () => {
  expect(dueToday(unwarned, '2028-03-09', false)).toBe(null);
  expect(dueToday(unwarned, '2028-03-10', false)).toBe('remove');
});
