import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Store } from './store.server.ts';

/** A visit to the floor as stored; `on` is YYYY-MM-DD in Brussels, `report` the coach's closing remark. */
export type StoredVisit = {
  id: string;
  placementId: string;
  on: string;
  time: string;
  purpose: string;
  startedAt: Date | null;
  doneAt: Date | null;
  report: string;
};

/** The visit that is going on: begun and not done. */
export async function findRunningVisit({ read, t }: Store, placementId: string): Promise<StoredVisit | null> {
  const [row] = await read
    .select()
    .from(t.visit)
    .where(and(eq(t.visit.placementId, placementId), isNotNull(t.visit.startedAt), isNull(t.visit.doneAt)))
    .orderBy(desc(t.visit.startedAt))
    .limit(1);
  return row ?? null;
}

/** The visit that was finished last; null when none was. */
export async function findLastVisit({ read, t }: Store, placementId: string): Promise<StoredVisit | null> {
  const [row] = await read
    .select()
    .from(t.visit)
    .where(and(eq(t.visit.placementId, placementId), isNotNull(t.visit.doneAt)))
    .orderBy(desc(t.visit.doneAt))
    .limit(1);
  return row ?? null;
}

/** Begins the visit that was planned for this day, or a new one; one that is going on already stays as it is. */
export const startVisit = (
  store: Store,
  placementId: string,
  begun: { id: string; on: string; at: Date },
): Promise<void> =>
  store.write(async (tx) => {
    const { t } = store;
    const open = await tx
      .select()
      .from(t.visit)
      .where(and(eq(t.visit.placementId, placementId), isNull(t.visit.doneAt)));
    if (open.some((one) => one.startedAt)) return;
    const planned = open.find(({ on }) => on === begun.on);
    if (planned) await tx.update(t.visit).set({ startedAt: begun.at }).where(eq(t.visit.id, planned.id));
    else await tx.insert(t.visit).values({ id: begun.id, placementId, on: begun.on, startedAt: begun.at });
    await tx.update(t.placement).set({ activeAt: begun.at }).where(eq(t.placement.id, placementId));
  });

/** Finishes a visit with the coach's closing remark; one that is done stays as it is. */
export const finishVisit = (
  store: Store,
  { id, placementId }: StoredVisit,
  { report, at }: { report: string; at: Date },
): Promise<void> =>
  store.write(async (tx) => {
    const { t } = store;
    await tx
      .update(t.visit)
      .set({ report, doneAt: at })
      .where(and(eq(t.visit.id, id), isNull(t.visit.doneAt)));
    await tx.update(t.placement).set({ activeAt: at }).where(eq(t.placement.id, placementId));
  });
