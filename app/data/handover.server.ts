import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Db, Store } from './store.server.ts';

/** An invitation to another coach to take a placement over; the link itself is kept as a hash. */
export type Handover = { id: string; placementId: string; email: string; createdAt: Date; expiresAt: Date };

export async function addHandover(tx: Db, { t }: Store, handover: Handover & { tokenHash: string }) {
  await tx.insert(t.handover).values(handover);
}

/** The invitations of a placement that can still be accepted. */
export async function listOpenHandovers({ read, t }: Store, placementId: string, now: Date): Promise<Handover[]> {
  return read
    .select(columns(t))
    .from(t.handover)
    .where(and(eq(t.handover.placementId, placementId), isOpen(t, now)))
    .orderBy(asc(t.handover.createdAt)) as unknown as Promise<Handover[]>;
}

/** The invitation behind a link that is not spent, stopped or too old. Within a transaction where `db` is one. */
export async function findOpenHandover(db: Db, { t }: Store, tokenHash: string, now: Date): Promise<Handover | null> {
  const [row] = await db
    .select(columns(t))
    .from(t.handover)
    .where(and(eq(t.handover.tokenHash, tokenHash), isOpen(t, now)));
  return (row as Handover | undefined) ?? null;
}

/** Spends every open invitation of a placement: one was accepted. */
export async function closeHandovers(tx: Db, { t }: Store, placementId: string, acceptedId: string, now: Date) {
  await tx.update(t.handover).set({ acceptedAt: now }).where(eq(t.handover.id, acceptedId));
  await tx
    .update(t.handover)
    .set({ revokedAt: now })
    .where(and(eq(t.handover.placementId, placementId), isNull(t.handover.acceptedAt), isNull(t.handover.revokedAt)));
}

/** Stops an invitation of this placement; false when there is none such. */
export async function revokeHandover(
  tx: Db,
  { t }: Store,
  placementId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const rows = await tx
    .update(t.handover)
    .set({ revokedAt: now })
    .where(and(eq(t.handover.id, id), eq(t.handover.placementId, placementId), isOpen(t, now)))
    .returning({ id: t.handover.id });
  return rows.length > 0;
}

const isOpen = (t: Store['t'], now: Date) =>
  and(isNull(t.handover.acceptedAt), isNull(t.handover.revokedAt), gt(t.handover.expiresAt, now));

const columns = (t: Store['t']) => ({
  id: t.handover.id,
  placementId: t.handover.placementId,
  email: t.handover.email,
  createdAt: t.handover.createdAt,
  expiresAt: t.handover.expiresAt,
});
