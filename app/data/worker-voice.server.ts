import { and, asc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import { questionsToShow, type WorkerCounts } from '#app/domain/worker-voice.ts';
import type { StoredLink } from './link.server.ts';
import type { Db, Store } from './store.server.ts';

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
    await showCounts(tx, store, assessmentId, devices.length + 1);
    return true;
  });

/** Lets be seen what may be seen now. */
async function showCounts(tx: Db, { t }: Store, assessmentId: string, devices: number) {
  const here = eq(t.workerCount.assessmentId, assessmentId);
  const rows = await tx.select().from(t.workerCount).where(here);
  const counted = byQuestion(rows, ({ n }) => n);
  const shown = byQuestion(rows, (row) => row.shown);
  const questions = questionsToShow(counted, shown, devices);
  await tx
    .update(t.workerCount)
    .set({ shown: sql`${t.workerCount.n}` })
    .where(and(here, inArray(t.workerCount.question, questions)));
}

type CountRow = { question: string; answer: string; n: number; shown: number };

function byQuestion(rows: CountRow[], numberOf: (row: CountRow) => number): WorkerCounts {
  const counts: WorkerCounts = {};
  for (const row of rows) counts[row.question] = { ...counts[row.question], [row.answer]: numberOf(row) };
  return counts;
}

export async function hasReplied({ read, t }: Store, assessmentId: string, deviceHash: string): Promise<boolean> {
  const rows = await read
    .select({ id: t.workerDevice.assessmentId })
    .from(t.workerDevice)
    .where(and(eq(t.workerDevice.assessmentId, assessmentId), eq(t.workerDevice.deviceHash, deviceHash)));
  return rows.length > 0;
}

/** What of a floor may be shown, by question: counts as they stood when so many answered that nobody stands out. */
export async function readShownCounts({ read, t }: Store, assessmentId: string): Promise<WorkerCounts> {
  const rows = await read.select().from(t.workerCount).where(eq(t.workerCount.assessmentId, assessmentId));
  return byQuestion(rows, ({ shown }) => shown);
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
