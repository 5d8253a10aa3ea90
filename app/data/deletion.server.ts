import { count, eq } from 'drizzle-orm';
import type { Store } from './store.server.ts';

/** What a deletion removed, in numbers: all that is kept of it. */
export type DeletionCounts = { answers: number; notes: number; actions: number; submissions: number; links: number };
export type Deletion = { id: string; at: Date; counts: DeletionCounts; backupsUntil: string };

/** Removes an assessment with everything that hangs on it and leaves a receipt; null when it is not there. */
export const deleteAssessment = (
  store: Store,
  assessmentId: string,
  receipt: { id: string; at: Date; backupsUntil: string },
): Promise<Deletion | null> =>
  store.write(async (tx) => {
    const { t } = store;
    const answers = await tx
      .select({ note: t.answer.note, proof: t.answer.proof })
      .from(t.answer)
      .where(eq(t.answer.assessmentId, assessmentId));
    const [actions] = await tx.select({ n: count() }).from(t.action).where(eq(t.action.assessmentId, assessmentId));
    const [submissions] = await tx
      .select({ n: count() })
      .from(t.submission)
      .where(eq(t.submission.assessmentId, assessmentId));
    const [links] = await tx.select({ n: count() }).from(t.link).where(eq(t.link.assessmentId, assessmentId));
    const gone = await tx
      .delete(t.assessment)
      .where(eq(t.assessment.id, assessmentId))
      .returning({ id: t.assessment.id });
    if (gone.length === 0) return null;
    const counts = {
      answers: answers.length,
      notes: answers.filter((one) => one.note !== '' || one.proof !== '').length,
      actions: actions?.n ?? 0,
      submissions: submissions?.n ?? 0,
      links: links?.n ?? 0,
    };
    const deletion = { ...receipt, counts };
    await tx.insert(t.deletion).values(deletion);
    return deletion;
  });

export async function findDeletion({ read, t }: Store, id: string): Promise<Deletion | null> {
  const [row] = await read.select().from(t.deletion).where(eq(t.deletion.id, id));
  return (row as Deletion | undefined) ?? null;
}
