import { and, asc, desc, eq } from 'drizzle-orm';
import type { RoundKind } from '#app/domain/round.ts';
import { prepared, value } from './prepared.server.ts';
import type { Db, Store } from './store.server.ts';

export type StoredRound = { number: number; kind: RoundKind; startedAt: Date };

/** The round that new answers belong to; made on demand once the last one was handed in. */
export async function currentRound(tx: Db, store: Store, assessmentId: string, now: Date): Promise<number> {
  const [last] = await lastRound(tx, store, { assessmentId });
  if (!last) throw new Error('An assessment without a round');
  if (last.submission === null) return last.number;
  await tx.insert(store.t.round).values({ assessmentId, number: last.number + 1, kind: 'in-between', startedAt: now });
  return last.number + 1;
}

/** With the hand-in that closed it. */
const lastRound = prepared((db, { round, submission }) =>
  db
    .select({ number: round.number, submission: submission.id })
    .from(round)
    .leftJoin(submission, and(eq(submission.assessmentId, round.assessmentId), eq(submission.round, round.number)))
    .where(eq(round.assessmentId, value('assessmentId')))
    .orderBy(desc(round.number))
    .limit(1),
);

export const listRounds = async (store: Store, assessmentId: string): Promise<StoredRound[]> =>
  (await roundsOfAssessment(store.read, store, { assessmentId })) as StoredRound[];

const roundsOfAssessment = prepared((db, t) =>
  db
    .select({ number: t.round.number, kind: t.round.kind, startedAt: t.round.startedAt })
    .from(t.round)
    .where(eq(t.round.assessmentId, value('assessmentId')))
    .orderBy(asc(t.round.number)),
);

export async function nameRound(tx: Db, { t }: Store, assessmentId: string, number: number, kind: RoundKind) {
  await tx
    .update(t.round)
    .set({ kind })
    .where(and(eq(t.round.assessmentId, assessmentId), eq(t.round.number, number)));
}
