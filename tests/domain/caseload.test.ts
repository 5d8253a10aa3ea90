import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#app/domain/calendar.ts';
import type { CaseloadFilter, CaseloadPlacement } from '#app/domain/caseload.ts';
import { filterCaseload, groupCaseload, nextAppointment, todayList } from '#app/domain/caseload.ts';
import { followUps } from '#app/domain/follow-up-schedule.ts';
import { phases } from '#app/domain/placement.ts';
import { buildPlacement } from '../support/placement.ts';

/** A Wednesday. */
const today = '2026-11-25';

/** In contract, which has no limit, visited yesterday, nothing planned. */
const line = (over: Partial<CaseloadPlacement> = {}): CaseloadPlacement => ({
  ...buildPlacement({ phase: 'contract', since: '2026-11-01' }),
  id: 'placement-1',
  code: 'Anker 42',
  host: 'Woonzorgcentrum, keuken, Gent',
  visits: [],
  followUps: [],
  lastEventOn: addDays(today, -1),
  ...over,
});
const reasons = (over: Partial<CaseloadPlacement>) => todayList([line(over)], today).flatMap((one) => one.reasons);
const schedule = (firstContractDay: string, day = today) =>
  followUps({ firstContractDay, closedOn: null, filled: [], sent: [] }, day);

describe('today asks for', () => {
  test('a visit of today or before, not one of tomorrow', () => {
    expect(reasons({ visits: ['2026-11-26'] })).toEqual([]);
    expect(reasons({ visits: ['2026-11-25'] })).toEqual([{ urgency: 'visit-today', day: '2026-11-25' }]);
    expect(reasons({ visits: ['2026-11-24'] })).toEqual([{ urgency: 'visit-overdue', day: '2026-11-24' }]);
  });

  test('a follow-up whose day has passed, of either side', () => {
    expect(reasons({ followUps: schedule('2026-10-25') })).toEqual([]);
    expect(reasons({ followUps: schedule('2026-10-24') })).toEqual([
      { urgency: 'follow-up-overdue', day: '2026-11-24' },
    ]);
  });

  test('a phase whose last day is within a week, or has passed', () => {
    const matching = (since: string) => reasons({ phase: 'matching', since });
    expect(matching('2026-09-04')).toEqual([]);
    expect(matching('2026-09-03')).toEqual([{ urgency: 'limit-near', day: '2026-12-02' }]);
    expect(matching('2026-08-26')).toEqual([{ urgency: 'limit-near', day: '2026-11-25' }]);
    expect(matching('2026-08-25')).toEqual([{ urgency: 'limit-passed', day: '2026-11-24' }]);
  });

  test('a placement of which nothing was heard for thirty days', () => {
    expect(reasons({ lastEventOn: '2026-10-27' })).toEqual([]);
    expect(reasons({ lastEventOn: '2026-10-26' })).toEqual([{ urgency: 'silent', day: '2026-10-26' }]);
  });

  test('nothing that is closed', () => {
    expect(reasons({ phase: 'closed', visits: ['2026-11-01'], lastEventOn: '2026-01-01' })).toEqual([]);
  });

  test('each placement once, with the most urgent reason first', () => {
    const both = reasons({ visits: ['2026-11-20', today], lastEventOn: '2026-10-01' });
    expect(both.map(({ urgency }) => urgency)).toEqual(['visit-today', 'visit-overdue', 'silent']);
  });

  test('the most urgent placement first, the longest waiting before others, then by code', () => {
    const lines = [
      line({ id: 'silent', lastEventOn: '2026-10-01' }),
      line({ id: 'near', phase: 'matching', since: '2026-09-01' }),
      line({ id: 'passed', phase: 'matching', since: '2026-08-01' }),
      line({ id: 'follow-up', followUps: schedule('2026-10-01') }),
      line({ id: 'late', visits: ['2026-11-20'], code: 'Baken 10' }),
      line({ id: 'later', visits: ['2026-11-23'] }),
      line({ id: 'late-too', visits: ['2026-11-20'] }),
      line({ id: 'now', visits: [today] }),
    ];
    const order = ['now', 'late-too', 'late', 'later', 'follow-up', 'passed', 'near', 'silent'];
    expect(todayList(lines, today).map(({ placement }) => placement.id)).toEqual(order);
    expect(todayList(lines.toReversed(), today).map(({ placement }) => placement.id)).toEqual(order);
  });
});

describe('the next appointment', () => {
  test('is the first of the visits and the own follow-ups that are not done', () => {
    expect(nextAppointment(line())).toBeNull();
    expect(nextAppointment(line({ visits: ['2026-12-10', '2026-12-03'] }))).toBe('2026-12-03');
    expect(nextAppointment(line({ visits: ['2026-12-10'], followUps: schedule('2026-11-09') }))).toBe('2026-12-09');
    const employers = schedule('2026-11-09').filter(({ side }) => side === 'employer');
    expect(nextAppointment(line({ followUps: employers }))).toBeNull();
  });

  test.each([
    ['2026-11-01', 'today'],
    ['2026-11-25', 'today'],
    ['2026-11-26', 'this-week'],
    ['2026-11-29', 'this-week'],
    ['2026-11-30', 'later'],
  ] as const)('on %s stands under %s', (day, group) => {
    expect(groupCaseload([line({ visits: [day] })], today)[group]).toHaveLength(1);
  });

  test('that is not known stands under later, after those that are', () => {
    const { later } = groupCaseload([line({ id: 'none' }), line({ id: 'some', visits: ['2027-05-01'] })], today);
    expect(later.map(({ id }) => id)).toEqual(['some', 'none']);
  });

  test('on a Sunday leaves nothing for this week but the day itself', () => {
    const sunday = '2026-11-29';
    const groups = groupCaseload([line({ visits: [sunday] }), line({ visits: ['2026-11-30'] })], sunday);
    expect(Object.values(groups).map((group) => group.length)).toEqual([1, 0, 1]);
  });
});

describe('a filter', () => {
  const lines = [
    line({ id: 'a' }),
    line({ id: 'b', code: 'Kompas 17', host: 'Café Élan, Aalst', phase: 'stage', lastEventOn: '2026-10-01' }),
    line({ id: 'c', code: 'Molen 42', phase: 'closed', lastEventOn: '2026-01-01' }),
  ];
  const found = (over: Partial<CaseloadFilter>) =>
    filterCaseload(lines, { phase: null, host: '', code: '', silentOnly: false, ...over }, today).map(({ id }) => id);

  test('that is empty keeps all', () => {
    expect(found({})).toEqual(['a', 'b', 'c']);
  });

  test('finds by code without regard to case, spaces and accents', () => {
    expect(found({ code: 'anker42' })).toEqual(['a']);
    expect(found({ code: ' ÁNKER 42 ' })).toEqual(['a']);
    expect(found({ code: '42' })).toEqual(['a', 'c']);
    expect(found({ code: 'baken' })).toEqual([]);
  });

  test('finds by phase, by a piece of the host, and the silent ones that are open', () => {
    expect(found({ phase: 'stage' })).toEqual(['b']);
    expect(found({ host: 'cafe elan' })).toEqual(['b']);
    expect(found({ silentOnly: true })).toEqual(['b']);
    expect(found({ host: 'gent', code: '42', phase: 'closed' })).toEqual(['c']);
  });
});

test('for all caseloads: every open placement stands in one group, no closed one in any', () => {
  const arbitrary = fc.record({
    phase: fc.constantFrom(...phases),
    visits: fc.array(fc.integer({ min: -60, max: 60 })),
  });
  fc.assert(
    fc.property(fc.array(arbitrary), (drafts) => {
      const lines = drafts.map(({ phase, visits }, index) =>
        line({ id: `${index}`, phase, visits: visits.map((days) => addDays(today, days)) }),
      );
      const grouped = Object.values(groupCaseload(lines, today)).flat();
      const open = lines.filter(({ phase }) => phase !== 'closed').map(({ id }) => id);
      expect(grouped.map(({ id }) => id).sort()).toEqual(open.sort());
    }),
  );
});
