import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Task } from '#app/domain/carved-job.ts';
import { carveChoices, carveJob, inHours, taskRisks, taskTimes } from '#app/domain/carved-job.ts';

const task = (over: Partial<Task> = {}): Task => ({
  id: 'fold',
  title: 'Linnen vouwen',
  when: 'morning',
  minutes: 90,
  per: 'day',
  needs: ['fixed-hours'],
  risk: 'none',
  adapted: '',
  doneBy: 'Logistiek assistent',
  carve: 'yes',
  ...over,
});
const idsOf = (tasks: Task[]) => tasks.map(({ id }) => id);

describe('a carved job', () => {
  test('holds the tasks marked yes, in the order of the day', () => {
    const tasks = [
      task({ id: 'trolley', when: 'afternoon' }),
      task({ id: 'no', carve: 'no' }),
      task({ id: 'fold' }),
      task({ id: 'maybe', carve: 'maybe' }),
    ];
    expect(idsOf(carveJob(tasks, [], 5).tasks)).toEqual(['fold', 'trolley']);
    expect(idsOf(carveJob(tasks, [], 5).maybe.tasks)).toEqual(['maybe']);
  });

  test('takes the minutes of a day as often as there are working days, those of a week once', () => {
    const tasks = [task({ minutes: 90 }), task({ minutes: 45, per: 'week' }), task({ minutes: 30, carve: 'maybe' })];
    expect(carveJob(tasks, [], 5).minutesPerWeek).toBe(495);
    expect(carveJob(tasks, [], 4).minutesPerWeek).toBe(405);
    expect(carveJob(tasks, [], 5).maybe.minutesPerWeek).toBe(150);
    expect(inHours(495)).toEqual({ hours: 8, minutes: 15 });
    expect(inHours(60)).toEqual({ hours: 1, minutes: 0 });
  });

  test('asks what its own tasks ask, each thing once', () => {
    const tasks = [
      task({ needs: ['fixed-hours', 'light-loads'] }),
      task({ when: 'noon', needs: ['light-loads', 'spoken'] }),
      task({ carve: 'no', needs: ['reading'] }),
    ];
    expect(carveJob(tasks, [], 5).asks).toEqual(['fixed-hours', 'light-loads', 'spoken']);
  });

  test('without tasks is empty', () => {
    expect(carveJob([], [' '], 5)).toEqual({
      tasks: [],
      minutesPerWeek: 0,
      asks: [],
      redLines: { typed: [], tasks: [] },
      maybe: { tasks: [], minutesPerWeek: 0 },
    });
  });
});

describe('a red line is', () => {
  test('a task with a high risk, until it is said what was changed', () => {
    const risky = carveJob([task({ risk: 'high', adapted: ' ' })], [], 5);
    expect(idsOf(risky.redLines.tasks)).toEqual(['fold']);
    expect(risky.tasks).toEqual([]);
    const adapted = carveJob([task({ risk: 'high', adapted: 'Met de tillift' })], [], 5);
    expect(adapted.redLines.tasks).toEqual([]);
    expect(idsOf(adapted.tasks)).toEqual(['fold']);
  });

  test('not a task with some risk', () => {
    expect(idsOf(carveJob([task({ risk: 'some' })], [], 5).tasks)).toEqual(['fold']);
  });

  test('what was typed, each line once', () => {
    const { typed } = carveJob([], ['Geen medicatie delen ', '', 'Geen medicatie delen'], 5).redLines;
    expect(typed).toEqual(['Geen medicatie delen']);
  });
});

test('for all floors: no task behind a red line is in the job or may come in, and no task is in twice', () => {
  const arbitrary = fc.record({
    when: fc.constantFrom(...taskTimes),
    minutes: fc.nat(480),
    per: fc.constantFrom('day' as const, 'week' as const),
    risk: fc.constantFrom(...taskRisks),
    adapted: fc.constantFrom('', 'Met een hulpmiddel'),
    carve: fc.constantFrom(...carveChoices),
  });
  fc.assert(
    fc.property(fc.array(arbitrary), fc.integer({ min: 1, max: 7 }), (drafts, days) => {
      const tasks = drafts.map((draft, index) => task({ ...draft, id: `task-${index}` }));
      const job = carveJob(tasks, [], days);
      const all = idsOf([...job.tasks, ...job.maybe.tasks, ...job.redLines.tasks]);
      expect(new Set(all).size).toBe(all.length);
      expect(job.tasks.every(({ carve }) => carve === 'yes')).toBe(true);
      expect(Number.isInteger(job.minutesPerWeek)).toBe(true);
      expect(idsOf(carveJob(tasks.toReversed(), [], days).tasks).sort()).toEqual(idsOf(job.tasks).sort());
    }),
  );
});
