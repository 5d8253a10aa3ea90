import { and, eq, like } from 'drizzle-orm';
import { dropWaitingMail } from './mail.server.ts';
import { addEvent, type PlacementEvent, type StoredPlacement } from './placement.server.ts';
import type { Store } from './store.server.ts';

/**
 * Forgets the host's address, so that no mail about this placement goes there, and says so to the coach. Its open form
 * stays open by the link that it has. False when the placement has another address by now.
 */
export const stopHostMail = (
  store: Store,
  placementId: string,
  addressHash: string,
  hash: (text: string) => string,
  event: PlacementEvent,
): Promise<boolean> =>
  store.write(async (tx) => {
    const { t } = store;
    const [placement] = (await tx
      .select()
      .from(t.placement)
      .where(eq(t.placement.id, placementId))) as StoredPlacement[];
    if (!placement || placement.hostEmail === '' || hash(placement.hostEmail) !== addressHash) return false;
    await tx.update(t.placement).set({ hostEmail: '' }).where(eq(t.placement.id, placementId));
    await tx
      .update(t.followUp)
      .set({ mailedToHash: hash('') })
      .where(and(eq(t.followUp.placementId, placementId), eq(t.followUp.mailedToHash, addressHash)));
    await dropWaitingMail(tx, store, placementId, eq(t.mail.toAddress, placement.hostEmail));
    await addEvent(tx, store, placementId, event);
    return true;
  });

/** No more mails about the follow-ups of this placement to this coach. */
export const stopCoachMail = (store: Store, placementId: string, personId: string, at: Date): Promise<void> =>
  store.write(async (tx) => {
    const { t } = store;
    const [both] = await tx
      .select({ email: t.person.email })
      .from(t.placement)
      .innerJoin(t.person, eq(t.person.id, t.placement.coachId))
      .where(and(eq(t.placement.id, placementId), eq(t.person.id, personId)));
    if (!both) return;
    await tx.insert(t.followUpStop).values({ placementId, personId, at }).onConflictDoNothing();
    const toCoach = and(like(t.mail.kind, 'follow-up%'), eq(t.mail.toAddress, both.email));
    await dropWaitingMail(tx, store, placementId, toCoach);
  });

/** No more mails about this placement to this owner of its host. */
export const stopOwnerMail = (store: Store, placementId: string, personId: string, at: Date): Promise<void> =>
  store.write(async (tx) => {
    const { t } = store;
    const [placement] = await tx
      .select({ id: t.placement.id })
      .from(t.placement)
      .where(eq(t.placement.id, placementId));
    const [person] = await tx.select({ email: t.person.email }).from(t.person).where(eq(t.person.id, personId));
    if (!placement || !person) return;
    await tx.insert(t.followUpStop).values({ placementId, personId, at }).onConflictDoNothing();
    const toOwner = and(eq(t.mail.kind, 'stage-held'), eq(t.mail.toAddress, person.email));
    await dropWaitingMail(tx, store, placementId, toOwner);
  });

/** Mails about this placement to this person start again. */
export async function resumeMailTo({ write, t }: Store, placementId: string, personId: string): Promise<void> {
  const its = and(eq(t.followUpStop.placementId, placementId), eq(t.followUpStop.personId, personId));
  await write((tx) => tx.delete(t.followUpStop).where(its));
}

/** Whether this coach stopped the mails about the follow-ups of this placement. */
export async function isCoachMailStopped({ read, t }: Store, placementId: string, personId: string): Promise<boolean> {
  const its = and(eq(t.followUpStop.placementId, placementId), eq(t.followUpStop.personId, personId));
  return (await read.select({ at: t.followUpStop.at }).from(t.followUpStop).where(its)).length > 0;
}
