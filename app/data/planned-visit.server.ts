import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db, Store } from './store.server.ts';

/** A visit of the coach: planned, and made once `doneAt` says so. `time` is HH:MM in Brussels, or empty. */
export type PlannedVisit = {
  id: string;
  placementId: string;
  on: string;
  time: string;
  purpose: string;
  startedAt: Date | null;
  doneAt: Date | null;
};

/** The visits of these placements that are not made yet, soonest first. */
export async function listPlannedVisits({ read, t }: Store, placementIds: string[]): Promise<PlannedVisit[]> {
  return read
    .select({
      id: t.visit.id,
      placementId: t.visit.placementId,
      on: t.visit.on,
      time: t.visit.time,
      purpose: t.visit.purpose,
      startedAt: t.visit.startedAt,
      doneAt: t.visit.doneAt,
    })
    .from(t.visit)
    .where(and(inArray(t.visit.placementId, placementIds), isNull(t.visit.doneAt)))
    .orderBy(asc(t.visit.on), asc(t.visit.time), asc(t.visit.id)) as unknown as Promise<PlannedVisit[]>;
}

export async function addVisit(tx: Db, { t }: Store, visit: Omit<PlannedVisit, 'startedAt' | 'doneAt'>) {
  await tx.insert(t.visit).values(visit);
}

/** Takes back a visit that has not begun; false when there is none such. */
export async function removeVisit(tx: Db, { t }: Store, placementId: string, id: string): Promise<boolean> {
  const rows = await tx
    .delete(t.visit)
    .where(and(eq(t.visit.id, id), eq(t.visit.placementId, placementId), isNull(t.visit.startedAt)))
    .returning({ id: t.visit.id });
  return rows.length > 0;
}
