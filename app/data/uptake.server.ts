import { and, eq } from 'drizzle-orm';
import type { UptakeKind, UptakeUser } from '#app/domain/uptake.ts';
import type { Db, Store } from './store.server.ts';

/** That somebody opened, started or handed in through a campaign in a week such as 2026-W48. */
export type Uptake = UptakeUser & { campaignId: string; week: string; kind: UptakeKind };

export const saveUptake = (store: Store, uptake: Uptake): Promise<void> =>
  store.write((tx) => addUptake(tx, store, uptake));

/**
 * Once per browser and week, however often it happens; part of a transaction. Where the organisation is known it stands for
 * the browser, also in what that did before: one organisation is never counted as two.
 */
export async function addUptake(
  tx: Db,
  store: Store,
  { campaignId, week, kind, browser, organisation }: Uptake,
): Promise<void> {
  if (organisation) await moveUptake(tx, store, browser, organisation, campaignId);
  await tx
    .insert(store.t.uptake)
    .values({ campaignId, week, kind, countingKey: organisation ?? browser, account: organisation !== null })
    .onConflictDoNothing();
}

/** What one key did becomes an organisation's: through one campaign, or all. Part of a transaction. */
export async function moveUptake(
  tx: Db,
  { t }: Store,
  from: string,
  organisation: string,
  campaignId?: string,
): Promise<void> {
  const moved = await tx
    .delete(t.uptake)
    .where(and(eq(t.uptake.countingKey, from), campaignId ? eq(t.uptake.campaignId, campaignId) : undefined))
    .returning();
  for (const one of moved)
    await tx
      .insert(t.uptake)
      .values({ ...one, countingKey: organisation, account: true })
      .onConflictDoNothing();
}

/** Part of erasing an organisation. */
export const removeUptake = (tx: Db, { t }: Store, organisation: string) =>
  tx.delete(t.uptake).where(eq(t.uptake.countingKey, organisation));
