import { and, asc, eq, max } from 'drizzle-orm';
import type { Action, ActionStatus } from '#app/domain/action.ts';
import { prepared, value } from './prepared.server.ts';
import type { Db, Store } from './store.server.ts';

export const listActions = async (store: Store, assessmentId: string): Promise<Action[]> =>
  (await actionsOfAssessment(store.read, store, { assessmentId })) as Action[];

const actionsOfAssessment = prepared((db, t) =>
  db
    .select(columns(t))
    .from(t.action)
    .where(eq(t.action.assessmentId, value('assessmentId')))
    .orderBy(asc(t.action.createdAt), asc(t.action.id)),
);

export async function findAction({ read, t }: Store, assessmentId: string, id: string): Promise<Action | null> {
  const [row] = await read
    .select(columns(t))
    .from(t.action)
    .where(and(eq(t.action.assessmentId, assessmentId), eq(t.action.id, id)));
  return (row as Action | undefined) ?? null;
}

/** Adds actions, all or none; one whose remedy is already taken on, or already proposed when this is a proposal, is left out. */
export const createActions = (store: Store, assessmentId: string, actions: Action[], now: Date): Promise<number> =>
  store.write(async (tx) => {
    const { t } = store;
    const rows = await tx
      .select({ remedy: t.action.remedy, status: t.action.status })
      .from(t.action)
      .where(eq(t.action.assessmentId, assessmentId));
    const stands = (action: Action, status: ActionStatus) =>
      status === 'todo' || status === 'doing' || (status === 'proposed' && action.status === 'proposed');
    const fresh = actions.filter(
      (action) =>
        action.remedy === null || !rows.some((row) => row.remedy === action.remedy && stands(action, row.status)),
    );
    for (const action of fresh)
      await tx.insert(t.action).values({
        ...action,
        assessmentId,
        doneSeq: await doneSeqOf(tx, store, assessmentId, action),
        createdAt: now,
        updatedAt: now,
      });
    await tx.update(t.assessment).set({ activeAt: now }).where(eq(t.assessment.id, assessmentId));
    return fresh.length;
  });

/** Stores a changed action. */
export const saveAction = (store: Store, assessmentId: string, action: Action, now: Date): Promise<void> =>
  store.write(async (tx) => {
    const { t } = store;
    const doneSeq = await doneSeqOf(tx, store, assessmentId, action);
    const { id, ...rest } = action;
    await tx
      .update(t.action)
      .set({ ...rest, doneSeq, updatedAt: now })
      .where(and(eq(t.action.assessmentId, assessmentId), eq(t.action.id, id)));
    await tx.update(t.assessment).set({ activeAt: now }).where(eq(t.assessment.id, assessmentId));
  });

/** Takes a coach's proposal into the plan, or out of it; false when it is no proposal of this assessment. */
export const answerProposal = (
  store: Store,
  assessmentId: string,
  id: string,
  status: 'todo' | 'dropped',
  now: Date,
): Promise<boolean> =>
  store.write(async (tx) => {
    const { t } = store;
    const here = and(eq(t.action.assessmentId, assessmentId), eq(t.action.id, id), eq(t.action.status, 'proposed'));
    const rows = await tx.update(t.action).set({ status, updatedAt: now }).where(here).returning({ id: t.action.id });
    if (rows.length > 0) await tx.update(t.assessment).set({ activeAt: now }).where(eq(t.assessment.id, assessmentId));
    return rows.length > 0;
  });

/** Once done an action notes the newest answer, so that its items are asked again. */
const doneSeqOf = async (tx: Db, store: Store, assessmentId: string, { status, doneSeq }: Action) =>
  status === 'done' ? (doneSeq ?? (await newestSeq(tx, store, assessmentId))) : null;

async function newestSeq(tx: Db, { t }: Store, assessmentId: string): Promise<number> {
  const [row] = await tx
    .select({ seq: max(t.answer.seq) })
    .from(t.answer)
    .where(eq(t.answer.assessmentId, assessmentId));
  return Number(row?.seq ?? 0);
}

const columns = (t: Store['t']) => ({
  id: t.action.id,
  remedy: t.action.remedy,
  title: t.action.title,
  items: t.action.items,
  owner: t.action.owner,
  due: t.action.due,
  status: t.action.status,
  instrument: t.action.instrument,
  note: t.action.note,
  doneBy: t.action.doneBy,
  doneAt: t.action.doneAt,
  doneHow: t.action.doneHow,
  doneSeq: t.action.doneSeq,
  step: t.action.step,
  proposedBy: t.action.proposedBy,
});
