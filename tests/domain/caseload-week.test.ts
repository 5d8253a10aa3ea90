import { expect, test } from 'vitest';
import type { CaseloadPlacement } from '#app/domain/caseload.ts';
import { caseloadWeek } from '#app/domain/caseload-week.ts';
import { followUps } from '#app/domain/follow-up-schedule.ts';
import { buildPlacement } from '../support/placement.ts';

/** Monday. */
const today = '2026-11-30';
const lines = (over: Partial<CaseloadPlacement>) =>
  caseloadWeek([{ ...quiet, ...over }], today).map(({ what, day }) => [what, day]);
const quiet: CaseloadPlacement = {
  ...buildPlacement({ phase: 'contract' }),
  id: 'p',
  code: 'Anker 42',
  host: 'De Linde',
  visits: [],
  followUps: [],
  lastEventOn: '2026-11-29',
};
const begunOn = (firstContractDay: string) => ({
  followUps: followUps({ firstContractDay, closedOn: null, filled: [], sent: [] }, today),
});

test('a week in which nothing is due, late or silent says nothing', () => {
  expect(lines({})).toEqual([]);
});

test('a visit or follow-up counts from today until Sunday', () => {
  expect(lines({ visits: ['2026-12-06', '2026-12-07'] })).toEqual([['visit-soon', '2026-12-06']]);
  expect(lines(begunOn('2026-11-06'))).toEqual([['follow-up-soon', '2026-12-06']]);
  expect(lines(begunOn('2026-11-07'))).toEqual([]);
});

test('what is due today is said once', () => {
  expect(lines({ visits: [today] })).toEqual([['visit-today', today]]);
  expect(lines(begunOn('2026-10-30'))).toEqual([['follow-up-soon', today]]);
});

test('what is late comes first', () => {
  expect(lines({ visits: ['2026-12-01', '2026-11-20'], ...begunOn('2026-10-29') })).toEqual([
    ['visit-overdue', '2026-11-20'],
    ['follow-up-overdue', '2026-11-29'],
    ['visit-soon', '2026-12-01'],
  ]);
});

test('a phase is said a week before its last day, and after it', () => {
  const stage = (stageStart: string) => lines({ phase: 'stage', stageStart, since: stageStart });
  expect(stage('2026-09-08')).toEqual([['limit-near', '2026-12-07']]);
  expect(stage('2026-09-09')).toEqual([]);
  expect(stage('2026-08-30')).toEqual([['limit-passed', '2026-11-29']]);
});

test('silence is said after thirty days', () => {
  expect(lines({ lastEventOn: '2026-10-31' })).toEqual([['silent', '2026-10-31']]);
  expect(lines({ lastEventOn: '2026-11-01' })).toEqual([]);
});

test('a closed placement asks for nothing', () => {
  expect(lines({ phase: 'closed', visits: ['2026-12-01'], lastEventOn: '2026-01-01' })).toEqual([]);
});
