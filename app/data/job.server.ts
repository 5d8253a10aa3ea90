import { and, asc, eq, inArray, isNotNull, isNull, lt, lte, max, or } from 'drizzle-orm';
import type { Store } from './store.server.ts';

export type Job = { id: string; kind: string; payload: Record<string, string>; attempts: number };

/** Plans a job; its id is the work it stands for, so planning twice changes nothing. */
export async function planJob(
  { write, t }: Store,
  job: { id: string; kind: string; payload: Record<string, string>; runAt: Date },
) {
  await write((tx) =>
    tx
      .insert(t.job)
      .values({ ...job, attempts: 0 })
      .onConflictDoNothing(),
  );
}

/**
 * Claims the next job of these kinds that is due, for five minutes; null when there is none. What another version of the
 * app planned, and this one does not know, is left for that one.
 */
export const claimJob = (store: Store, kinds: readonly string[], now: Date): Promise<Job | null> =>
  store.write(async (tx) => {
    const { t } = store;
    const [row] = await tx
      .select()
      .from(t.job)
      .where(
        and(
          isNull(t.job.doneAt),
          inArray(t.job.kind, [...kinds]),
          lte(t.job.runAt, now),
          lt(t.job.attempts, mostAttempts),
          or(isNull(t.job.claimedUntil), lt(t.job.claimedUntil, now)),
        ),
      )
      .orderBy(asc(t.job.runAt))
      .limit(1);
    if (!row) return null;
    const attempts = row.attempts + 1;
    await tx
      .update(t.job)
      .set({ attempts, claimedUntil: new Date(now.getTime() + claim) })
      .where(eq(t.job.id, row.id));
    return { id: row.id, kind: row.kind, payload: row.payload as Record<string, string>, attempts };
  });

const mostAttempts = 8;
const claim = 5 * 60_000;

export async function finishJob({ write, t }: Store, id: string, now: Date) {
  await write((tx) => tx.update(t.job).set({ doneAt: now, lastError: null }).where(eq(t.job.id, id)));
}

export async function failJob({ write, t }: Store, id: string, error: string) {
  await write((tx) =>
    tx
      .update(t.job)
      .set({ lastError: error.slice(0, 200) })
      .where(eq(t.job.id, id)),
  );
}

/** When each kind of job was last done. */
export async function listLastSuccesses({ read, t }: Store): Promise<{ kind: string; doneAt: Date }[]> {
  const rows = await read
    .select({ kind: t.job.kind, doneAt: max(t.job.doneAt) })
    .from(t.job)
    .where(isNotNull(t.job.doneAt))
    .groupBy(t.job.kind)
    .orderBy(asc(t.job.kind));
  return rows.flatMap(({ kind, doneAt }) => (doneAt ? [{ kind, doneAt }] : []));
}

export async function deleteOldJobs({ write, t }: Store, before: Date): Promise<number> {
  const rows = await write((tx) => tx.delete(t.job).where(lt(t.job.runAt, before)).returning({ id: t.job.id }));
  return rows.length;
}
