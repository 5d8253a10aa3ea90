import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#app/domain/calendar.ts';
import type { FollowUpHistory, FollowUpMail, FollowUpSide } from '#app/domain/follow-up-schedule.ts';
import { followUpMailsDue, followUpMonths, followUpSides, followUps } from '#app/domain/follow-up-schedule.ts';

/** Month 1 is due on 1 March 2027. */
const history = (over: Partial<FollowUpHistory> = {}): FollowUpHistory => ({
  firstContractDay: '2027-02-01',
  closedOn: null,
  filled: [],
  sent: [],
  ...over,
});
const first = (today: string, over: Partial<FollowUpHistory> = {}, side: FollowUpSide = 'employer') =>
  followUps(history(over), today).find((one) => one.month === 1 && one.side === side);
const mails = (today: string, over: Partial<FollowUpHistory> = {}) =>
  followUpMailsDue(history(over), today).filter(({ side }) => side === 'employer');
const mail = (kind: FollowUpMail['kind'], over: Partial<FollowUpMail> = {}): FollowUpMail => ({
  month: 1,
  side: 'employer',
  kind,
  ...over,
});
const form = (filledBy: FollowUpSide) => ({ month: 1, side: 'employer', filledBy, on: '2027-03-02' }) as const;

describe('the follow-ups', () => {
  test('are due 1, 3, 6 and 12 months after the first contract day, for both sides', () => {
    const days = followUps(history(), '2027-02-01').map(({ side, dueOn }) => [side, dueOn]);
    expect(days).toEqual(
      ['2027-03-01', '2027-05-01', '2027-08-01', '2028-02-01'].flatMap((day) => [
        ['employer', day],
        ['coach', day],
      ]),
    );
  });

  test('clamp to the end of a shorter month', () => {
    const days = followUps(history({ firstContractDay: '2026-08-31' }), '2026-08-31').map(({ dueOn }) => dueOn);
    expect([...new Set(days)]).toEqual(['2026-09-30', '2026-11-30', '2027-02-28', '2027-08-31']);
  });

  test('are none before a first contract day is known', () => {
    expect(followUps(history({ firstContractDay: null }), '2027-03-01')).toEqual([]);
    expect(followUpMailsDue(history({ firstContractDay: null }), '2027-03-01')).toEqual([]);
  });
});

describe('a follow-up is', () => {
  test('due from its day', () => {
    expect(first('2027-02-28')?.state).toBe('not-due');
    expect(first('2027-03-01')?.state).toBe('due');
  });

  test('reminded by the mails that went, overdue from the eleventh day whether they went or not', () => {
    const sent = [mail('due'), mail('reminder-3')];
    expect(first('2027-03-04', { sent: [mail('due')] })?.state).toBe('due');
    expect(first('2027-03-04', { sent })?.state).toBe('reminded-3');
    expect(first('2027-03-11', { sent })?.state).toBe('reminded-3');
    expect(first('2027-03-11', { sent: [...sent, mail('reminder-10')] })?.state).toBe('reminded-10');
    expect(first('2027-03-12', { sent: [...sent, mail('reminder-10')] })?.state).toBe('overdue');
    expect(first('2027-03-12')?.state).toBe('overdue');
  });

  test('reminded for its own side and month only', () => {
    const sent = [mail('reminder-3', { side: 'coach' }), mail('reminder-3', { month: 3 })];
    expect(first('2027-03-05', { sent })?.state).toBe('due');
  });

  test('done once filled in, and says who did when that was the other side', () => {
    const own = first('2027-03-12', { filled: [form('employer')] });
    expect(own).toMatchObject({ state: 'done', filledBy: 'employer', byOtherSide: false });
    const forThem = first('2027-03-12', { filled: [form('coach')] });
    expect(forThem).toMatchObject({ state: 'done', filledBy: 'coach', filledOn: '2027-03-02', byOtherSide: true });
    expect(first('2027-03-12', { filled: [form('coach')] }, 'coach')).toMatchObject({
      state: 'overdue',
      filledBy: null,
    });
  });
});

describe('a mail goes', () => {
  test.each([
    ['2027-02-28', []],
    ['2027-03-01', ['due']],
    ['2027-03-03', []],
    ['2027-03-04', ['reminder-3']],
    ['2027-03-10', []],
    ['2027-03-11', ['reminder-10']],
    ['2027-03-12', []],
  ] as const)('on %s, all before it sent: %j', (today, expected) => {
    const sent = (['due', 'reminder-3', 'reminder-10'] as const)
      .filter((_, index) => today > addDays('2027-03-01', [0, 3, 10][index] ?? 0))
      .map((kind) => mail(kind));
    expect(mails(today, { sent }).map(({ kind }) => kind)).toEqual(expected);
  });

  test('once', () => {
    expect(mails('2027-03-01', { sent: [mail('due')] })).toEqual([]);
  });

  test('later when its day was missed, and then only the latest', () => {
    expect(mails('2027-03-02')).toEqual([mail('due')]);
    expect(mails('2027-03-20')).toEqual([mail('reminder-10')]);
  });

  test('no more once the next month is due: only that one is asked', () => {
    expect(mails('2027-04-30').map(({ month }) => month)).toEqual([1]);
    expect(mails('2027-05-01').map(({ month }) => month)).toEqual([3]);
  });

  test('to neither side for a form that is filled in, by whomever', () => {
    expect(mails('2027-03-01', { filled: [form('coach')] })).toEqual([]);
  });

  test('never after closing: the day itself included', () => {
    expect(mails('2027-03-01', { closedOn: '2027-03-02' })).toEqual([mail('due')]);
    expect(mails('2027-03-01', { closedOn: '2027-03-01' })).toEqual([]);
  });
});

test('after closing only what was done is left to see', () => {
  const closed = followUps(history({ closedOn: '2027-03-10', filled: [form('employer')] }), '2027-03-10');
  expect(closed.map(({ month, side, state }) => [month, side, state])).toEqual([[1, 'employer', 'done']]);
});

test('for all placements: day by day each side gets at most three mails a month, in order, and all three where no day is missed', () => {
  fc.assert(
    fc.property(fc.nat(1500), fc.uniqueArray(fc.nat(400)), (start, daysOff) => {
      const firstContractDay = addDays('2024-01-01', start);
      const off = new Set(daysOff);
      const sent: FollowUpMail[] = [];
      for (let day = 0; day <= 400; day++)
        if (!off.has(day))
          sent.push(...followUpMailsDue(history({ firstContractDay, sent }), addDays(firstContractDay, day)));
      for (const month of followUpMonths)
        for (const side of followUpSides) {
          const kinds = sent.filter((one) => one.month === month && one.side === side).map(({ kind }) => kind);
          expect(['due', 'reminder-3', 'reminder-10'].filter((kind) => kinds.some((one) => one === kind))).toEqual(
            kinds,
          );
          if (off.size === 0) expect(kinds).toHaveLength(3);
        }
    }),
    { numRuns: 30 },
  );
});
