import type { Dialect } from './dialect.ts';

/** What a coach uses on the floor of a placement: visits, the tasks there, and the job carved out of them. */
export function floorTables({ table, id, text, int, time, date, json, index }: Dialect, placementId: PlacementId) {
  /** Planned and made visits; `report` is what the coach wrote, `changes` is computed from events in between. */
  const visit = table(
    'visit',
    {
      id: id(),
      placementId: placementId(),
      on: date('on_day').notNull(),
      /** HH:MM in Brussels, or empty. */
      time: text('time').notNull().default(''),
      purpose: text('purpose').notNull().default(''),
      startedAt: time('started_at'),
      doneAt: time('done_at'),
      report: text('report').notNull().default(''),
    },
    (t) => [index('visit_placement').on(t.placementId)],
  );

  /** A task on the floor, for job carving. */
  const task = table(
    'task',
    {
      id: id(),
      placementId: placementId(),
      title: text('title').notNull(),
      when: text('when_done').notNull(),
      minutes: int('minutes').notNull(),
      per: text('per').notNull(),
      needs: json<string[]>('needs').notNull(),
      risk: text('risk').notNull(),
      /** What was changed so that the risk is under control; empty when nothing was. */
      adapted: text('adapted').notNull().default(''),
      doneBy: text('done_by').notNull().default(''),
      carve: text('carve').notNull(),
      createdAt: time('created_at').notNull(),
    },
    (t) => [index('task_placement').on(t.placementId)],
  );

  const carvedJob = table('carved_job', {
    placementId: placementId().primaryKey(),
    title: text('title').notNull(),
    redLines: json<string[]>('red_lines').notNull(),
    /** Working days of the floor, from 1 to 7: a task of each day counts so many times. */
    daysPerWeek: int('days_per_week').notNull().default(5),
    asks: text('asks').notNull().default(''),
    updatedAt: time('updated_at').notNull(),
  });

  return { visit, task, carvedJob };
}

/** The column that makes a row go with its placement. */
export type PlacementId = () => ReturnType<ReturnType<Dialect['text']>['notNull']>;
