import type { FollowUpMail, FollowUpSide } from '#app/domain/follow-up-schedule.ts';
import type { Dialect } from './dialect.ts';
import type { PlacementId } from './floor-tables.ts';
import type { PeopleTables } from './people-tables.ts';

/** The follow-ups of a placement, and what a coach is mailed about placements. */
export function followUpTables(dialect: Dialect, { person }: PeopleTables, placementId: PlacementId) {
  const { table, id, text, int, time, json, unique, primaryKey } = dialect;

  /** One per month after the first contract day; the host's side opens by link. */
  const followUp = table(
    'follow_up',
    {
      id: id(),
      placementId: placementId(),
      month: int('month').notNull(),
      tokenHash: text('token_hash'),
      /** The token, sealed, so that a reminder carries the same link. */
      sealedToken: text('sealed_token'),
      /** Of the address that got the link: another address at the host gets another link. */
      mailedToHash: text('mailed_to_hash'),
      /** The mails that went, so that none goes twice. */
      sent: json<FollowUpMail[]>('sent').notNull(),
    },
    (t) => [
      unique('follow_up_placement_month').on(t.placementId, t.month),
      unique('follow_up_token_hash').on(t.tokenHash),
    ],
  );

  const followUpForm = table(
    'follow_up_form',
    {
      followUpId: text('follow_up_id')
        .notNull()
        .references(() => followUp.id, { onDelete: 'cascade' }),
      side: text<FollowUpSide>('side').notNull(),
      /** One may fill in for the other, and it says so; what the side itself fills in stands above that. */
      filledBy: text<FollowUpSide>('filled_by').notNull(),
      answers: json<Record<string, string>>('answers').notNull(),
      note: text('note').notNull().default(''),
      at: time('at').notNull(),
      /** Null while its three steps are not all sent. */
      doneAt: time('done_at'),
    },
    (t) => [primaryKey({ name: 'follow_up_form_pk', columns: [t.followUpId, t.side, t.filledBy] })],
  );

  /** Who wants no mail about this placement: its coach about the follow-ups, an owner of the host about a held stage. */
  const followUpStop = table(
    'follow_up_stop',
    {
      placementId: placementId(),
      personId: text('person_id')
        .notNull()
        .references(() => person.id, { onDelete: 'cascade' }),
      at: time('at').notNull(),
    },
    (t) => [primaryKey({ name: 'follow_up_stop_pk', columns: [t.placementId, t.personId] })],
  );

  /** The weekly summary of a coach: the last week it was made for, such as 2026-W48, and whether it was stopped. */
  const caseloadMail = table('caseload_mail', {
    personId: text('person_id')
      .primaryKey()
      .references(() => person.id, { onDelete: 'cascade' }),
    lastWeek: text('last_week'),
    stoppedAt: time('stopped_at'),
  });

  return { followUp, followUpForm, followUpStop, caseloadMail };
}
