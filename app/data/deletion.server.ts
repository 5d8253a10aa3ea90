import { count, eq } from 'drizzle-orm';
import { brusselsDay } from '#app/domain/calendar.ts';
import type { Store } from './store.server.ts';

/** What a deletion removed, in numbers: all that is kept of it. */
export type DeletionCounts = { answers: number; notes: number; actions: number; submissions: number; links: number };
export type PlacementCounts = { thresholds: number; notes: number; needs: number; visits: number; events: number };
export type Deletion = { id: string; at: Date; counts: DeletionCounts | PlacementCounts; backupsUntil: string };
type Receipt = Omit<Deletion, 'counts'>;

/**
 * Removes an assessment with everything that hangs on it and leaves a receipt; null when it is not there. Placements on
 * it keep their own log and say on which day it was erased (product: access, privacy, safety).
 */
export const deleteAssessment = (store: Store, assessmentId: string, receipt: Receipt): Promise<Deletion | null> =>
  store.write(async (tx) => {
    const { t } = store;
    const answers = await tx
      .select({ note: t.answer.note, proof: t.answer.proof })
      .from(t.answer)
      .where(eq(t.answer.assessmentId, assessmentId));
    const [actions] = await tx.select({ n: count() }).from(t.action).where(eq(t.action.assessmentId, assessmentId));
    const [submissions] = await tx
      .select({ n: count() })
      .from(t.submission)
      .where(eq(t.submission.assessmentId, assessmentId));
    const [links] = await tx.select({ n: count() }).from(t.link).where(eq(t.link.assessmentId, assessmentId));
    await tx
      .update(t.placement)
      .set({ assessmentErasedOn: brusselsDay(receipt.at) })
      .where(eq(t.placement.assessmentId, assessmentId));
    const gone = await tx
      .delete(t.assessment)
      .where(eq(t.assessment.id, assessmentId))
      .returning({ id: t.assessment.id });
    if (gone.length === 0) return null;
    const counts = {
      answers: answers.length,
      notes: answers.filter((one) => one.note !== '' || one.proof !== '').length,
      actions: actions?.n ?? 0,
      submissions: submissions?.n ?? 0,
      links: links?.n ?? 0,
    };
    const deletion = { ...receipt, counts };
    await tx.insert(t.deletion).values(deletion);
    return deletion;
  });

/** Removes a placement with everything that hangs on it and leaves a receipt; null when it is not there. */
export const deletePlacement = (store: Store, placementId: string, receipt: Receipt): Promise<Deletion | null> =>
  store.write(async (tx) => {
    const { t } = store;
    const rowsOf = async (table: (typeof t)[keyof PlacementParts]) =>
      (await tx.select({ n: count() }).from(table).where(eq(table.placementId, placementId)))[0]?.n ?? 0;
    const counts: PlacementCounts = {
      thresholds: await rowsOf(t.placementThreshold),
      notes: await rowsOf(t.placementNote),
      needs: await rowsOf(t.placementNeed),
      visits: await rowsOf(t.visit),
      events: await rowsOf(t.placementEvent),
    };
    // The placement after this one no longer leads here.
    await tx.update(t.placement).set({ previousId: null }).where(eq(t.placement.previousId, placementId));
    const gone = await tx.delete(t.placement).where(eq(t.placement.id, placementId)).returning({ id: t.placement.id });
    if (gone.length === 0) return null;
    const deletion = { ...receipt, counts };
    await tx.insert(t.deletion).values(deletion);
    return deletion;
  });
type PlacementParts = Pick<
  Store['t'],
  'placementThreshold' | 'placementNote' | 'placementNeed' | 'visit' | 'placementEvent'
>;

export async function findDeletion({ read, t }: Store, id: string): Promise<Deletion | null> {
  const [row] = await read.select().from(t.deletion).where(eq(t.deletion.id, id));
  return (row as Deletion | undefined) ?? null;
}
