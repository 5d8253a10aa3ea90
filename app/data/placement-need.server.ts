import { asc, eq } from 'drizzle-orm';
import type { Db, Store } from './store.server.ts';

/** Ids of what the workplace must offer. */
export async function listNeeds({ read, t }: Store, placementId: string): Promise<string[]> {
  const rows = await read
    .select({ need: t.placementNeed.need })
    .from(t.placementNeed)
    .where(eq(t.placementNeed.placementId, placementId))
    .orderBy(asc(t.placementNeed.need));
  return rows.map(({ need }) => need);
}

/** Exactly these needs; none erases them. */
export async function saveNeeds(tx: Db, { t }: Store, placementId: string, needs: string[]) {
  await tx.delete(t.placementNeed).where(eq(t.placementNeed.placementId, placementId));
  if (needs.length > 0) await tx.insert(t.placementNeed).values(needs.map((need) => ({ placementId, need })));
}
