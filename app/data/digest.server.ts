import { and, eq, inArray, isNotNull, isNull, lt, ne, or } from 'drizzle-orm';
import type { Language } from '#app/domain/checklist.ts';
import type { Db, Store } from './store.server.ts';

/** The weekly digest of one assessment: an address that was left and, once `confirmedAt` is set, confirmed. */
export type Digest = {
  assessmentId: string;
  email: string;
  language: Language;
  stopToken: string;
  askedAt: Date;
  confirmedAt: Date | null;
  lastWeek: string | null;
};
export type NewDigest = Digest & { confirmHash: string; stopHash: string };

/** Asks for a digest; a new address replaces the old and must be confirmed again. */
export const askDigest = (store: Store, digest: NewDigest): Promise<void> =>
  store.write(async (tx) => {
    const { t } = store;
    await forget(tx, store, digest.assessmentId);
    await tx.insert(t.digest).values(digest);
  });

/** Takes the letters along that still wait. */
async function forget(tx: Db, { t }: Store, assessmentId: string) {
  await tx.delete(t.digest).where(eq(t.digest.assessmentId, assessmentId));
  await tx
    .delete(t.mail)
    .where(
      and(eq(t.mail.assessmentId, assessmentId), inArray(t.mail.kind, ['confirm', 'digest']), isNull(t.mail.sentAt)),
    );
}

export async function findDigest({ read, t }: Store, assessmentId: string): Promise<Digest | null> {
  const [row] = await read.select(columns(t)).from(t.digest).where(eq(t.digest.assessmentId, assessmentId));
  return (row as Digest | undefined) ?? null;
}

export async function findDigestToConfirm(
  { read, t }: Store,
  confirmHash: string,
  since: Date,
): Promise<Digest | null> {
  const [row] = await read.select(columns(t)).from(t.digest).where(eq(t.digest.confirmHash, confirmHash));
  return row && row.askedAt >= since ? (row as Digest) : null;
}

/** Spends a confirmation; false when it was spent or replaced. */
export async function confirmDigest({ write, t }: Store, confirmHash: string, now: Date): Promise<boolean> {
  const rows = await write((tx) =>
    tx
      .update(t.digest)
      .set({ confirmedAt: now, confirmHash: null })
      .where(eq(t.digest.confirmHash, confirmHash))
      .returning({ id: t.digest.assessmentId }),
  );
  return rows.length > 0;
}

export async function findDigestToStop({ read, t }: Store, stopHash: string): Promise<Digest | null> {
  const [row] = await read.select(columns(t)).from(t.digest).where(eq(t.digest.stopHash, stopHash));
  return (row as Digest | undefined) ?? null;
}

/** Stops a digest and forgets its address. */
export const stopDigest = (store: Store, assessmentId: string): Promise<void> =>
  store.write((tx) => forget(tx, store, assessmentId));

/** Confirmed digests that had no mail in this week (such as 2026-W48). */
export async function listDueDigests({ read, t }: Store, week: string): Promise<Digest[]> {
  const rows = await read
    .select(columns(t))
    .from(t.digest)
    .where(and(isNotNull(t.digest.confirmedAt), or(isNull(t.digest.lastWeek), ne(t.digest.lastWeek, week))));
  return rows as Digest[];
}

/** Assessments whose confirmed digest goes to this address: a lost code is found again through them. */
export async function listConfirmedByEmail({ read, t }: Store, email: string): Promise<Digest[]> {
  const rows = await read
    .select(columns(t))
    .from(t.digest)
    .where(and(eq(t.digest.email, email), isNotNull(t.digest.confirmedAt)));
  return rows as Digest[];
}

/** Claims this week's mail; false when another process was first. */
export async function claimWeek({ write, t }: Store, assessmentId: string, week: string): Promise<boolean> {
  const rows = await write((tx) =>
    tx
      .update(t.digest)
      .set({ lastWeek: week })
      .where(and(eq(t.digest.assessmentId, assessmentId), or(isNull(t.digest.lastWeek), ne(t.digest.lastWeek, week))))
      .returning({ id: t.digest.assessmentId }),
  );
  return rows.length > 0;
}

/** Addresses that were never confirmed are forgotten after a while; gives how many. */
export async function deleteUnconfirmed({ write, t }: Store, before: Date): Promise<number> {
  const rows = await write((tx) =>
    tx
      .delete(t.digest)
      .where(and(isNull(t.digest.confirmedAt), lt(t.digest.askedAt, before)))
      .returning({ id: t.digest.assessmentId }),
  );
  return rows.length;
}

const columns = (t: Store['t']) => ({
  assessmentId: t.digest.assessmentId,
  email: t.digest.email,
  language: t.digest.language,
  stopToken: t.digest.stopToken,
  askedAt: t.digest.askedAt,
  confirmedAt: t.digest.confirmedAt,
  lastWeek: t.digest.lastWeek,
});
