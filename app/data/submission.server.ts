import { and, desc, eq } from 'drizzle-orm';
import type { Language } from '#app/domain/checklist.ts';
import type { Context } from '#app/domain/context.ts';
import type { RoundKind } from '#app/domain/round.ts';
import type { SubmissionFacts } from '#app/domain/submission.ts';
import { keepFacts, withFacts } from './facts.server.ts';
import { prepared, value } from './prepared.server.ts';
import { currentRound, nameRound } from './round.server.ts';
import type { Store } from './store.server.ts';
import { addUptake, type Uptake } from './uptake.server.ts';

export type Submission = {
  id: string;
  assessmentId: string;
  round: number;
  at: Date;
  language: Language;
  level: number;
  /** Whether the employer chose to be counted in the figures of the sector. */
  counted: boolean;
  countingKey: string;
  sector: string;
  /** The edition and campaign that it counts for. */
  editionId: string | null;
  campaignId: string | null;
  checklistRef: string;
  context: Context;
  facts: SubmissionFacts;
  /** The whole report, frozen. */
  report: unknown;
};
export type NewSubmission = Omit<Submission, 'round'> & { kind: RoundKind };

/**
 * Freezes the current round, counts it for a campaign and gives its number. The same id again changes nothing, so that a
 * double click hands in once; null when the id is a hand-in of another assessment.
 */
export const handIn = (
  store: Store,
  { kind, ...submission }: NewSubmission,
  uptake: Uptake | null = null,
): Promise<number | null> =>
  store.write(async (tx) => {
    const { t } = store;
    const [known] = await tx
      .select({ round: t.submission.round, assessmentId: t.submission.assessmentId })
      .from(t.submission)
      .where(eq(t.submission.id, submission.id));
    if (known) return known.assessmentId === submission.assessmentId ? known.round : null;
    const round = await currentRound(tx, store, submission.assessmentId, submission.at);
    if (round > 1) await nameRound(tx, store, submission.assessmentId, round, kind);
    await tx.insert(t.submission).values({ ...submission, round, facts: await keepFacts(tx, store, submission.facts) });
    if (uptake) await addUptake(tx, store, uptake);
    await tx.update(t.assessment).set({ activeAt: submission.at }).where(eq(t.assessment.id, submission.assessmentId));
    return round;
  });

export type SubmissionLine = Pick<Submission, 'id' | 'round' | 'at' | 'level' | 'counted'>;

/** The hand-ins of an assessment, newest first, without their reports. */
export const listSubmissions = (store: Store, assessmentId: string): Promise<SubmissionLine[]> =>
  submissionsOfAssessment(store.read, store, { assessmentId });

const submissionsOfAssessment = prepared((db, t) =>
  db
    .select({
      id: t.submission.id,
      round: t.submission.round,
      at: t.submission.at,
      level: t.submission.level,
      counted: t.submission.counted,
    })
    .from(t.submission)
    .where(eq(t.submission.assessmentId, value('assessmentId')))
    .orderBy(desc(t.submission.round)),
);

export async function findSubmission(store: Store, assessmentId: string, id: string): Promise<Submission | null> {
  const { read, t } = store;
  const rows = await read
    .select()
    .from(t.submission)
    .where(and(eq(t.submission.assessmentId, assessmentId), eq(t.submission.id, id)));
  const [found] = await withFacts(store, rows);
  return (found as Submission | undefined) ?? null;
}

export async function listWholeSubmissions(store: Store, assessmentId: string): Promise<Submission[]> {
  const { read, t } = store;
  const rows = await read.select().from(t.submission).where(eq(t.submission.assessmentId, assessmentId));
  return (await withFacts(store, rows)) as Submission[];
}

/** Withdraws or gives consent to be counted, for one hand-in. */
export async function saveCounted({ write, t }: Store, assessmentId: string, id: string, counted: boolean) {
  await write((tx) =>
    tx
      .update(t.submission)
      .set({ counted })
      .where(and(eq(t.submission.assessmentId, assessmentId), eq(t.submission.id, id))),
  );
}
