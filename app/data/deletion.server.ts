import { eq } from 'drizzle-orm';
import { brusselsDay } from '#app/domain/calendar.ts';
import { countRows } from './count.server.ts';
import type { Db, Store } from './store.server.ts';

/** What a deletion may have removed, in the order in which a receipt says it. */
export const erasedKinds = [
  'assessments',
  'answers',
  'thresholds',
  'notes',
  'needs',
  'visits',
  'events',
  'actions',
  'submissions',
  'links',
  'placements',
  'pilots',
  'editions',
  'sector-actions',
  'keys',
  'members',
  'invitations',
  'log-lines',
  'memberships',
  'shares',
  'passkeys',
  'sessions',
] as const;
/** What a deletion removed, in numbers: all that is kept of it. */
export type DeletionCounts = Partial<Record<(typeof erasedKinds)[number], number>>;
/** The number of the receipt, when, and the last day on which a copy of the database still holds it. */
export type Receipt = { id: string; at: Date; backupsUntil: string };
export type Deletion = Receipt & { counts: DeletionCounts };

/** Removes an assessment with everything that hangs on it and leaves a receipt; null when it is not there. */
export const deleteAssessment = (store: Store, assessmentId: string, receipt: Receipt): Promise<Deletion | null> =>
  store.write(async (tx) => {
    const counts = await removeAssessment(tx, store, assessmentId, receipt.at);
    return counts && addReceipt(tx, store, receipt, counts);
  });

/**
 * Part of a transaction; counts what went, or null when it is not there. Placements on it keep their own log and say on
 * which day it was erased (product: access, privacy, safety).
 */
async function removeAssessment(tx: Db, { t }: Store, assessmentId: string, at: Date): Promise<DeletionCounts | null> {
  const answers = await tx
    .select({ note: t.answer.note, proof: t.answer.proof })
    .from(t.answer)
    .where(eq(t.answer.assessmentId, assessmentId));
  const counts = {
    actions: await countRows(tx, t.action, eq(t.action.assessmentId, assessmentId)),
    submissions: await countRows(tx, t.submission, eq(t.submission.assessmentId, assessmentId)),
    links: await countRows(tx, t.link, eq(t.link.assessmentId, assessmentId)),
  };
  await tx
    .update(t.placement)
    .set({ assessmentErasedOn: brusselsDay(at) })
    .where(eq(t.placement.assessmentId, assessmentId));
  await tx.update(t.figureMember).set({ facts: null }).where(eq(t.figureMember.assessmentId, assessmentId));
  const gone = await tx
    .delete(t.assessment)
    .where(eq(t.assessment.id, assessmentId))
    .returning({ id: t.assessment.id });
  if (gone.length === 0) return null;
  return {
    answers: answers.length,
    notes: answers.filter((one) => one.note !== '' || one.proof !== '').length,
    ...counts,
  };
}

/** Removes several assessments; part of a transaction. Counts them and what went with them. */
export async function removeAssessments(tx: Db, store: Store, ids: string[], at: Date): Promise<DeletionCounts> {
  const total: DeletionCounts = { assessments: 0, answers: 0, notes: 0, actions: 0, submissions: 0, links: 0 };
  for (const id of ids) {
    const counts = await removeAssessment(tx, store, id, at);
    for (const [kind, n] of Object.entries({ ...counts, assessments: counts ? 1 : 0 }))
      total[kind as keyof DeletionCounts] = (total[kind as keyof DeletionCounts] ?? 0) + n;
  }
  return total;
}

/** Writes the receipt of a deletion; part of its transaction. */
export async function addReceipt(tx: Db, { t }: Store, receipt: Receipt, counts: DeletionCounts): Promise<Deletion> {
  const deletion = { ...receipt, counts };
  await tx.insert(t.deletion).values(deletion as typeof t.deletion.$inferInsert);
  return deletion;
}

/** Removes a placement with everything that hangs on it and leaves a receipt; null when it is not there. */
export const deletePlacement = (store: Store, placementId: string, receipt: Receipt): Promise<Deletion | null> =>
  store.write(async (tx) => {
    const { t } = store;
    const rowsOf = (table: (typeof t)[keyof PlacementParts]) =>
      countRows(tx, table, eq(table.placementId, placementId));
    const counts: DeletionCounts = {
      thresholds: await rowsOf(t.placementThreshold),
      notes: await rowsOf(t.placementNote),
      needs: await rowsOf(t.placementNeed),
      visits: await rowsOf(t.visit),
      events: await rowsOf(t.placementEvent),
    };
    // The placement after this one no longer leads here.
    await tx.update(t.placement).set({ previousId: null }).where(eq(t.placement.previousId, placementId));
    const gone = await tx.delete(t.placement).where(eq(t.placement.id, placementId)).returning({ id: t.placement.id });
    return gone.length > 0 ? addReceipt(tx, store, receipt, counts) : null;
  });
type PlacementParts = Pick<
  Store['t'],
  'placementThreshold' | 'placementNote' | 'placementNeed' | 'visit' | 'placementEvent'
>;

export async function findDeletion({ read, t }: Store, id: string): Promise<Deletion | null> {
  const [row] = await read.select().from(t.deletion).where(eq(t.deletion.id, id));
  return (row as Deletion | undefined) ?? null;
}
