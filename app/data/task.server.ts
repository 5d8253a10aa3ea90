import { and, asc, eq, gte } from 'drizzle-orm';
import type { Task } from '#app/domain/carved-job.ts';
import type { Db, Store } from './store.server.ts';

/** The tasks of a floor, in the order in which they were noted. */
export async function listTasks({ read, t }: Store, placementId: string): Promise<Task[]> {
  const rows = await read
    .select()
    .from(t.task)
    .where(eq(t.task.placementId, placementId))
    .orderBy(asc(t.task.createdAt), asc(t.task.id));
  return rows.map(toTask);
}

/** The tasks noted from a moment on. */
export async function listTasksSince({ read, t }: Store, placementId: string, since: Date): Promise<Task[]> {
  const rows = await read
    .select()
    .from(t.task)
    .where(and(eq(t.task.placementId, placementId), gte(t.task.createdAt, since)))
    .orderBy(asc(t.task.createdAt), asc(t.task.id));
  return rows.map(toTask);
}

type TaskRow = Store['t']['task']['$inferSelect'];

const toTask = ({ placementId: _, createdAt: __, ...task }: TaskRow): Task => task as Task;

/** Adds a task or changes one of this placement; false when it is of another. */
export const saveTask = (store: Store, placementId: string, task: Task, now: Date): Promise<boolean> =>
  store.write(async (tx) => {
    const { t } = store;
    const [known] = await tx.select({ of: t.task.placementId }).from(t.task).where(eq(t.task.id, task.id));
    if (known && known.of !== placementId) return false;
    if (known) await tx.update(t.task).set(task).where(eq(t.task.id, task.id));
    else await tx.insert(t.task).values({ ...task, placementId, createdAt: now });
    await touch(tx, store, placementId, now);
    return true;
  });

/** Takes a task of this placement away; false when it is not there. */
export const removeTask = (store: Store, placementId: string, id: string, now: Date): Promise<boolean> =>
  store.write(async (tx) => {
    const { t } = store;
    const gone = await tx
      .delete(t.task)
      .where(and(eq(t.task.id, id), eq(t.task.placementId, placementId)))
      .returning({ id: t.task.id });
    await touch(tx, store, placementId, now);
    return gone.length > 0;
  });

/** What a coach wrote about the job that is carved out; its tasks are those marked so. */
export type StoredCarvedJob = { title: string; daysPerWeek: number; redLines: string[]; asks: string };

export async function findCarvedJob({ read, t }: Store, placementId: string): Promise<StoredCarvedJob | null> {
  const [row] = await read.select().from(t.carvedJob).where(eq(t.carvedJob.placementId, placementId));
  return row ?? null;
}

export const saveCarvedJob = (store: Store, placementId: string, job: StoredCarvedJob, now: Date): Promise<void> =>
  store.write(async (tx) => {
    const { t } = store;
    const values = { ...job, updatedAt: now };
    await tx
      .insert(t.carvedJob)
      .values({ ...values, placementId })
      .onConflictDoUpdate({ target: t.carvedJob.placementId, set: values });
    await touch(tx, store, placementId, now);
  });

const touch = (tx: Db, { t }: Store, placementId: string, now: Date) =>
  tx.update(t.placement).set({ activeAt: now }).where(eq(t.placement.id, placementId));
