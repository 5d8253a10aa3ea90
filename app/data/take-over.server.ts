import { and, eq, gt, isNull } from 'drizzle-orm';
import { addLink, type NewLink } from './link.server.ts';
import type { Store } from './store.server.ts';

/** Makes the link by which an employer takes over; earlier ones stop. */
export const offerTakeOver = (store: Store, link: NewLink, now: Date): Promise<void> =>
  store.write(async (tx) => {
    const { t } = store;
    await tx
      .update(t.link)
      .set({ revokedAt: now, sealed: null })
      .where(and(eq(t.link.assessmentId, link.assessmentId), eq(t.link.kind, 'take-over'), isNull(t.link.revokedAt)));
    await addLink(tx, store, link);
  });

/** What an employer who takes over gets, and what the coach keeps. */
export type TakeOver = { codeHash: string; countingKey: string; owner: NewLink; share: NewLink | null };

/** The employer takes over, once: the assessment is theirs from here on. False when the link was spent or is over. */
export const takeOver = (
  store: Store,
  linkId: string,
  assessmentId: string,
  { codeHash, countingKey, owner, share }: TakeOver,
  now: Date,
): Promise<boolean> =>
  store.write(async (tx) => {
    const { t } = store;
    const spent = await tx
      .update(t.link)
      .set({ revokedAt: now, openedAt: now, sealed: null })
      .where(
        and(eq(t.link.id, linkId), eq(t.link.kind, 'take-over'), isNull(t.link.revokedAt), gt(t.link.expiresAt, now)),
      )
      .returning({ id: t.link.id });
    if (spent.length === 0) return false;
    const taken = await tx
      .update(t.assessment)
      .set({ codeHash, countingKey, takenOverAt: now, activeAt: now })
      .where(and(eq(t.assessment.id, assessmentId), isNull(t.assessment.takenOverAt)))
      .returning({ id: t.assessment.id });
    if (taken.length === 0) return false;
    await addLink(tx, store, owner);
    if (share) await addLink(tx, store, share);
    return true;
  });
