import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { WorkerCounts } from '#app/domain/worker-voice.ts';
import type { StoredLink } from './link.server.ts';
import type { Store } from './store.server.ts';

/** What one device says: per question of this floor an answer, and every answer that could be given. */
export type WorkerReply = { given: Record<string, string>; possible: { question: string; answer: string }[] };

/**
 * Counts what one device says, once; false when it is in already. Nothing else is written: no time, no activity, and no
 * order. Every count stands there from the first reply on, and the devices are written anew in the order of their
 * hashes, so that not even the order of rows tells who came when (product: worker's voice).
 */
export const countReply = (
  store: Store,
  assessmentId: string,
  deviceHash: string,
  { given, possible }: WorkerReply,
): Promise<boolean> =>
  store.write(async (tx) => {
    const { t } = store;
    const here = eq(t.workerDevice.assessmentId, assessmentId);
    const devices = (await tx.select().from(t.workerDevice).where(here)).map((one) => one.deviceHash);
    if (devices.includes(deviceHash)) return false;
    await tx.delete(t.workerDevice).where(here);
    for (const hash of [...devices, deviceHash].sort())
      await tx.insert(t.workerDevice).values({ assessmentId, deviceHash: hash });
    for (const one of possible)
      await tx
        .insert(t.workerCount)
        .values({ assessmentId, ...one, n: 0 })
        .onConflictDoNothing();
    for (const [question, answer] of Object.entries(given))
      await tx
        .update(t.workerCount)
        .set({ n: sql`${t.workerCount.n} + 1` })
        .where(
          and(
            eq(t.workerCount.assessmentId, assessmentId),
            eq(t.workerCount.question, question),
            eq(t.workerCount.answer, answer),
          ),
        );
    return true;
  });

export async function hasReplied({ read, t }: Store, assessmentId: string, deviceHash: string): Promise<boolean> {
  const rows = await read
    .select({ id: t.workerDevice.assessmentId })
    .from(t.workerDevice)
    .where(and(eq(t.workerDevice.assessmentId, assessmentId), eq(t.workerDevice.deviceHash, deviceHash)));
  return rows.length > 0;
}

/** The counts of a floor and of how many devices they are; only the rule in the domain decides who may see them. */
export async function readCounts(
  { read, t }: Store,
  assessmentId: string,
): Promise<{ counts: WorkerCounts; devices: number }> {
  const [devices, rows] = await Promise.all([
    read.select().from(t.workerDevice).where(eq(t.workerDevice.assessmentId, assessmentId)),
    read.select().from(t.workerCount).where(eq(t.workerCount.assessmentId, assessmentId)),
  ]);
  const counts: WorkerCounts = {};
  for (const { question, answer, n } of rows) counts[question] = { ...counts[question], [answer]: n };
  return { counts, devices: devices.length };
}

/** The running link of the worker's voice; null when there is none. */
export async function findWorkerLink({ read, t }: Store, assessmentId: string, now: Date) {
  const [row] = await read
    .select({ id: t.link.id, sealed: t.link.sealed, revokedAt: t.link.revokedAt })
    .from(t.link)
    .where(
      and(
        eq(t.link.assessmentId, assessmentId),
        eq(t.link.kind, 'worker'),
        isNull(t.link.revokedAt),
        or(isNull(t.link.expiresAt), gt(t.link.expiresAt, now)),
      ),
    )
    .orderBy(asc(t.link.createdAt))
    .limit(1);
  return (row as Pick<StoredLink, 'id' | 'sealed' | 'revokedAt'> | undefined) ?? null;
}
