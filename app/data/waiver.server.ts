import { asc, eq } from 'drizzle-orm';
import type { Role } from '#app/domain/access.ts';
import type { Waiver } from '#app/domain/stage-hold.ts';
import type { Db, Store } from './store.server.ts';

/** With which essential items the host's owner lets the stage start all the same, oldest first. */
export async function listWaivers({ read, t }: Store, placementId: string): Promise<Waiver[]> {
  const rows = await read
    .select()
    .from(t.waiver)
    .where(eq(t.waiver.placementId, placementId))
    .orderBy(asc(t.waiver.at), asc(t.waiver.item));
  return rows.map(({ item, reason, by, at }) => ({
    item,
    reason,
    by: by as Role,
    at: (at as unknown as Date).toISOString(),
  }));
}

/** One per item: a later reason takes the place of the earlier. */
export async function saveWaiver(tx: Db, { t }: Store, placementId: string, { at, ...waiver }: Waiver) {
  const values = { ...waiver, at: new Date(at) };
  await tx
    .insert(t.waiver)
    .values({ placementId, ...values })
    .onConflictDoUpdate({ target: [t.waiver.placementId, t.waiver.item], set: values });
}
