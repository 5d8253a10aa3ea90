import { and, eq } from 'drizzle-orm';
import type { PilotPartner } from '#app/domain/pilot.ts';
import type { PublicStory } from '#app/domain/pilot-story.ts';
import { listPartners } from './pilot.server.ts';
import type { Store } from './store.server.ts';

/** Gives a partner a new link to read and confirm; the one before stops working. False when it is not of this pilot. */
export async function saveConfirmToken(
  { write, t }: Store,
  pilotId: string,
  partnerId: string,
  tokenHash: string,
): Promise<boolean> {
  const rows = await write((tx) =>
    tx
      .update(t.pilotPartner)
      .set({ tokenHash })
      .where(and(eq(t.pilotPartner.id, partnerId), eq(t.pilotPartner.pilotId, pilotId)))
      .returning({ id: t.pilotPartner.id }),
  );
  return rows.length > 0;
}

/** The partner of a link, with its pilot and who leads that. */
export type ConfirmingPartner = {
  partner: Pick<PilotPartner, 'id' | 'name' | 'confirmedHash' | 'confirmedAt'>;
  pilotId: string;
  organisationId: string;
  organisation: string;
};

export async function findConfirmingPartner({ read, t }: Store, tokenHash: string): Promise<ConfirmingPartner | null> {
  const { id, name, confirmedHash, confirmedAt } = t.pilotPartner;
  const [row] = await read
    .select({
      partner: { id, name, confirmedHash, confirmedAt },
      pilotId: t.pilot.id,
      organisationId: t.pilot.organisationId,
      organisation: t.organisation.name,
    })
    .from(t.pilotPartner)
    .innerJoin(t.pilot, eq(t.pilot.id, t.pilotPartner.pilotId))
    .innerJoin(t.organisation, eq(t.organisation.id, t.pilot.organisationId))
    .where(eq(t.pilotPartner.tokenHash, tokenHash));
  return row ?? null;
}

/** Keeps that this partner confirmed the text with this hash. */
export async function confirmText({ write, t }: Store, partnerId: string, confirmedHash: string, now: Date) {
  await write((tx) =>
    tx.update(t.pilotPartner).set({ confirmedHash, confirmedAt: now }).where(eq(t.pilotPartner.id, partnerId)),
  );
}

/** A partner takes its confirmation back: the pilot leaves the library with it. */
export const takeBackConfirmation = (store: Store, pilotId: string, partnerId: string, now: Date) =>
  store.write(async (tx) => {
    const { t } = store;
    const none = { confirmedHash: null, confirmedAt: null };
    await tx.update(t.pilotPartner).set(none).where(eq(t.pilotPartner.id, partnerId));
    await tx.update(t.pilot).set({ publishedAt: null, published: null, changedAt: now }).where(eq(t.pilot.id, pilotId));
  });

/** Puts a story in the library; false when a partner has not confirmed exactly that text any more. */
export const publishPilot = (store: Store, pilotId: string, published: PublicStory, hash: string, now: Date) =>
  store.write(async (tx): Promise<boolean> => {
    const { t } = store;
    const partners = await listPartners(tx, store, pilotId);
    if (partners.length === 0 || partners.some(({ confirmedHash }) => confirmedHash !== hash)) return false;
    await tx.update(t.pilot).set({ published, publishedAt: now, changedAt: now }).where(eq(t.pilot.id, pilotId));
    return true;
  });
