import { and, asc, eq, inArray } from 'drizzle-orm';
import { brusselsDay } from '#app/domain/calendar.ts';
import { type FollowUpRecord, filledFollowUps, standingRecord } from '#app/domain/follow-up-record.ts';
import {
  type FollowUp,
  type FollowUpHistory,
  type FollowUpMail,
  type FollowUpMonth,
  type FollowUpSide,
  followUps,
} from '#app/domain/follow-up-schedule.ts';
import type { StoredPlacement } from './placement.server.ts';
import type { Db, Store } from './store.server.ts';

/** A side of a month: how far it is, and what was said where the reader may know it. */
export type ListedFollowUp = FollowUp & { answers: Record<string, string> | null; note: string };

/**
 * Every follow-up of a placement by month and side, in the eyes of somebody who may read what these sides said; of the
 * others they know only whether it is done, by whom and when.
 */
export async function listFollowUps(
  store: Store,
  placement: StoredPlacement,
  readable: readonly FollowUpSide[],
  today: string,
): Promise<ListedFollowUp[]> {
  const { records, history } = await readFollowUps(store.read, store, placement);
  return followUps(history, today).map((one) => {
    const record = readable.includes(one.side) ? standingRecord(records, one.month, one.side) : null;
    return { ...one, answers: record?.answers ?? null, note: record?.note ?? '' };
  });
}

type Followed = Pick<StoredPlacement, 'id' | 'firstContractDay' | 'closedOn'>;
type KnownFollowUps = { records: FollowUpRecord[]; history: FollowUpHistory };

/** What is known of the follow-ups of a placement: what was said, what went by mail, and the schedule's history. */
export async function readFollowUps(db: Db, store: Store, placement: Followed): Promise<KnownFollowUps> {
  const known = await readFollowUpsOf(db, store, [placement]);
  return known.get(placement.id) as KnownFollowUps;
}

/** The same of several placements, by placement id. */
export async function readFollowUpsOf(
  db: Db,
  { t }: Store,
  placements: Followed[],
): Promise<Map<string, KnownFollowUps>> {
  const ofThese = inArray(
    t.followUp.placementId,
    placements.map(({ id }) => id),
  );
  const months = await db
    .select({ placementId: t.followUp.placementId, sent: t.followUp.sent })
    .from(t.followUp)
    .where(ofThese);
  const forms = await db
    .select({ placementId: t.followUp.placementId, month: t.followUp.month, form: t.followUpForm })
    .from(t.followUpForm)
    .innerJoin(t.followUp, eq(t.followUp.id, t.followUpForm.followUpId))
    .where(ofThese)
    .orderBy(asc(t.followUp.month));
  const formsOf = Map.groupBy(forms, ({ placementId }) => placementId);
  const monthsOf = Map.groupBy(months, ({ placementId }) => placementId);
  return new Map(
    placements.map(({ id, firstContractDay, closedOn }) => {
      const records = (formsOf.get(id) ?? []).map(recordOf);
      const sent = (monthsOf.get(id) ?? []).flatMap((row) => row.sent as FollowUpMail[]);
      return [id, { records, history: { firstContractDay, closedOn, filled: filledFollowUps(records), sent } }];
    }),
  );
}

const recordOf = ({
  month,
  form,
}: {
  month: number;
  form: Store['t']['followUpForm']['$inferSelect'];
}): FollowUpRecord => ({
  month: month as FollowUpMonth,
  side: form.side,
  filledBy: form.filledBy,
  answers: form.answers,
  note: form.note,
  on: form.doneAt && brusselsDay(form.doneAt),
});

/** The month and placement behind a mailed link, and whose address it went to. */
export async function findFollowUpByToken(
  { read, t }: Store,
  tokenHash: string,
): Promise<{ placementId: string; month: FollowUpMonth; mailedToHash: string | null } | null> {
  const [row] = await read
    .select({
      placementId: t.followUp.placementId,
      month: t.followUp.month,
      mailedToHash: t.followUp.mailedToHash,
    })
    .from(t.followUp)
    .where(eq(t.followUp.tokenHash, tokenHash));
  return row ? { ...row, month: row.month as FollowUpMonth } : null;
}

/** The row of a month, made now where there is none; part of a transaction. */
export async function ensureFollowUp(
  tx: Db,
  { t }: Store,
  placementId: string,
  month: FollowUpMonth,
  newId: string,
): Promise<FollowUpRow> {
  await tx.insert(t.followUp).values({ id: newId, placementId, month, sent: [] }).onConflictDoNothing();
  const [row] = await tx
    .select()
    .from(t.followUp)
    .where(and(eq(t.followUp.placementId, placementId), eq(t.followUp.month, month)));
  return row as FollowUpRow;
}
/** A month of a placement: which mails went about it, and what its link opens. */
export type FollowUpRow = Store['t']['followUp']['$inferSelect'];
