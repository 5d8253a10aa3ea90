import { and, asc, desc, eq } from 'drizzle-orm';
import type { RoundKind } from '#app/domain/round.ts';
import { prepared, value } from './prepared.server.ts';
import type { Db, Store } from './store.server.ts';

export type StoredRound = { number: number; kind: RoundKind; startedAt: Date };

/** The round that new answers belong to; made on demand once the last one was handed in. */
export async function currentRound(tx: Db, { t }: Store, assessmentId: string, now: Date): Promise<number> {
  const [last] = await tx
    .select({ number: t.round.number })
    .from(t.round)
    .where(eq(t.round.assessmentId, assessmentId))
    .orderBy(desc(t.round.number))
    .limit(1);
  if (!last) throw new Error('An assessment without a round');
  const [handedIn] = await tx
    .select({ id: t.submission.id })
    .from(t.submission)
    .where(and(eq(t.submission.assessmentId, assessmentId), eq(t.submission.round, last.number)));
  if (!handedIn) return last.number;
  await tx.insert(t.round).values({ assessmentId, number: last.number + 1, kind: 'in-between', startedAt: now });
  return last.number + 1;
}

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
