import type { Language } from '#app/domain/checklist.ts';
import type { AssessmentTables } from './assessment-tables.ts';
import type { Dialect } from './dialect.ts';
import type { PlacementTables } from './placement-tables.ts';

/** What the service keeps for itself: work to do, letters to send, the record of what was erased. */
export function serviceTables(
  { table, id, text, int, time, date, json, index }: Dialect,
  { assessment }: AssessmentTables,
  { placement }: PlacementTables,
) {
  /** `id` is the unique key of the work, so that asking twice is asking once. */
  const job = table(
    'job',
    {
      id: id(),
      kind: text('kind').notNull(),
      payload: json<unknown>('payload').notNull(),
      runAt: time('run_at').notNull(),
      claimedUntil: time('claimed_until'),
      attempts: int('attempts').notNull().default(0),
      lastError: text('last_error'),
      doneAt: time('done_at'),
    },
    (t) => [index('job_run_at').on(t.runAt)],
  );

  /** `id` is the Message-ID's key: a letter sent twice is recognised as one. */
  const mail = table(
    'mail',
    {
      id: id(),
      /** A letter about an assessment or a placement goes with it. */
      assessmentId: text('assessment_id').references(() => assessment.id, { onDelete: 'cascade' }),
      placementId: text('placement_id').references(() => placement.id, { onDelete: 'cascade' }),
      toAddress: text('to_address').notNull(),
      language: text<Language>('language').notNull(),
      kind: text('kind').notNull(),
      payload: json<unknown>('payload').notNull(),
      createdAt: time('created_at').notNull(),
      sentAt: time('sent_at'),
      attempts: int('attempts').notNull().default(0),
      nextAt: time('next_at'),
      lastError: text('last_error'),
    },
    (t) => [
      index('mail_sent_at').on(t.sentAt, t.createdAt),
      index('mail_assessment').on(t.assessmentId),
      index('mail_placement').on(t.placementId),
    ],
  );

  /** Proof that something was erased: how much, never what. */
  const deletion = table('deletion', {
    id: id(),
    at: time('at').notNull(),
    counts: json<Record<string, number>>('counts').notNull(),
    backupsUntil: date('backups_until').notNull(),
  });

  /** Points against guessing, shared by all processes. */
  const guess = table(
    'guess',
    { key: text('key').primaryKey(), points: int('points').notNull(), expiresAt: time('expires_at') },
    (t) => [index('guess_expires_at').on(t.expiresAt)],
  );

  return { job, mail, deletion, guess };
}
