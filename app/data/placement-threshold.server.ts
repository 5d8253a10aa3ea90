import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { PlacementThreshold, TriedRemedy } from '#app/domain/placement-threshold.ts';
import type { Db, Store } from './store.server.ts';

/** The thresholds met on the way of a placement, oldest first. */
export async function listThresholds({ read, t }: Store, placementId: string): Promise<PlacementThreshold[]> {
  const rows = await read
    .select()
    .from(t.placementThreshold)
    .where(eq(t.placementThreshold.placementId, placementId))
    .orderBy(asc(t.placementThreshold.createdAt), asc(t.placementThreshold.id));
  return rows as PlacementThreshold[];
}

/** The open thresholds of several placements, for a list of lines. */
export async function listOpenThresholds({ read, t }: Store, placementIds: string[]) {
  const { placementThreshold } = t;
  return (await read
    .select()
    .from(placementThreshold)
    .where(
      and(inArray(placementThreshold.placementId, placementIds), isNull(placementThreshold.loweredOn)),
    )) as (PlacementThreshold & { placementId: string })[];
}

/** One threshold of this placement; null when it is not there. Within a transaction where `db` is one. */
export async function findThreshold(
  db: Db,
  { t }: Store,
  placementId: string,
  id: string,
): Promise<PlacementThreshold | null> {
  const [row] = await db
    .select()
    .from(t.placementThreshold)
    .where(and(eq(t.placementThreshold.id, id), eq(t.placementThreshold.placementId, placementId)));
  return (row as PlacementThreshold | undefined) ?? null;
}

type NewThreshold = PlacementThreshold & { placementId: string; createdAt: Date };
export async function addThreshold(tx: Db, { t }: Store, threshold: NewThreshold) {
  await tx.insert(t.placementThreshold).values(threshold);
}

export async function changeThreshold(tx: Db, { t }: Store, id: string, changes: Partial<PlacementThreshold>) {
  await tx.update(t.placementThreshold).set(changes).where(eq(t.placementThreshold.id, id));
}

/** What was tried on the thresholds of a placement, oldest first. */
export async function listTried({ read, t }: Store, placementId: string): Promise<TriedRemedy[]> {
  const rows = await read
    .select()
    .from(t.triedRemedy)
    .where(eq(t.triedRemedy.placementId, placementId))
    .orderBy(asc(t.triedRemedy.triedOn), asc(t.triedRemedy.id));
  return rows as TriedRemedy[];
}

export async function addTried(tx: Db, { t }: Store, tried: TriedRemedy & { placementId: string }) {
  await tx.insert(t.triedRemedy).values(tried);
}

/** Says whether it helped; false when that try is not of this threshold. */
export async function changeHelped(
  tx: Db,
  { t }: Store,
  thresholdId: string,
  { id, helped }: Pick<TriedRemedy, 'id' | 'helped'>,
): Promise<boolean> {
  const rows = await tx
    .update(t.triedRemedy)
    .set({ helped })
    .where(and(eq(t.triedRemedy.id, id), eq(t.triedRemedy.thresholdId, thresholdId)))
    .returning({ id: t.triedRemedy.id });
  return rows.length > 0;
}
