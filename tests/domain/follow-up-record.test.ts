import { describe, expect, test } from 'vitest';
import {
  type FollowUpRecord,
  filledFollowUps,
  standingRecord,
  startingAnswer,
  startingNote,
} from '#app/domain/follow-up-record.ts';

const record = (over: Partial<FollowUpRecord> = {}): FollowUpRecord => ({
  month: 1,
  side: 'employer',
  filledBy: 'employer',
  answers: { pace: 'same' },
  note: '',
  on: '2027-03-01',
  ...over,
});
const atThree = { month: 3, side: 'employer', filledBy: 'employer' } as const;
const byCoach = record({ filledBy: 'coach', answers: { pace: 'higher' }, on: '2027-03-02' });

describe('what stands for a side', () => {
  test('is its own once it is whole, whatever the other side wrote for it and when', () => {
    const own = record();
    expect(standingRecord([byCoach, own], 1, 'employer')).toBe(own);
    expect(standingRecord([own, byCoach], 1, 'employer')).toBe(own);
  });

  test('is what the other side wrote while its own is not whole', () => {
    expect(standingRecord([record({ on: null }), byCoach], 1, 'employer')).toBe(byCoach);
    expect(standingRecord([record({ on: null })], 1, 'employer')).toBeNull();
  });

  test('is never another month or side', () => {
    expect(standingRecord([record()], 3, 'employer')).toBeNull();
    expect(standingRecord([record()], 1, 'coach')).toBeNull();
  });

  test('counts as filled in once, by who wrote it', () => {
    expect(filledFollowUps([byCoach, record()])).toEqual([
      { month: 1, side: 'employer', filledBy: 'employer', on: '2027-03-01' },
    ]);
    expect(filledFollowUps([byCoach])).toEqual([{ month: 1, side: 'employer', filledBy: 'coach', on: '2027-03-02' }]);
  });
});

describe('a question starts with', () => {
  test('what its writer chose this month, with the last time beside it', () => {
    const now = record({ month: 3, answers: { pace: 'higher' }, on: null });
    expect(startingAnswer([record(), now], atThree, 'pace')).toEqual({
      chosen: 'higher',
      proposed: { option: 'same', from: 'last-time' },
    });
  });

  test('what the side said the last time that it was whole, not what the other side said', () => {
    const coach = record({ side: 'coach', filledBy: 'coach', answers: { pace: 'unknown' } });
    expect(startingAnswer([record(), coach], atThree, 'pace').chosen).toBe('same');
    const six = { ...atThree, month: 6 } as const;
    const three = record({ month: 3, answers: { pace: 'higher' } });
    expect(startingAnswer([record(), three], six, 'pace').chosen).toBe('higher');
    expect(startingAnswer([record(), { ...three, on: null }], six, 'pace').chosen).toBe('same');
  });

  test('what the other side wrote for it this month, rather than the last time', () => {
    const forThem = record({ month: 3, filledBy: 'coach', answers: { pace: 'higher' } });
    expect(startingAnswer([record(), forThem], atThree, 'pace')).toEqual({
      chosen: 'higher',
      proposed: { option: 'higher', from: 'other-side' },
    });
  });

  test('nothing where it asks about the time since, though the last answer is shown', () => {
    const before = record({ answers: { changed: 'people' } });
    expect(startingAnswer([before], atThree, 'changed')).toEqual({
      chosen: null,
      proposed: { option: 'people', from: 'last-time' },
    });
  });

  test('nothing the first time', () => {
    expect(startingAnswer([], atThree, 'pace')).toEqual({ chosen: null, proposed: null });
  });
});

test('a note is shown beside the next one and never taken over', () => {
  expect(startingNote([record({ note: 'druk' })], atThree)).toEqual({ note: '', earlier: 'druk' });
});
