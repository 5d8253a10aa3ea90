import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Language } from '#app/domain/checklist.ts';
import { addMail, dropWaitingMail, type SealedMail } from './mail.server.ts';
import { addEvent, type PlacementEvent, type StoredPlacement } from './placement.server.ts';
import type { Db, Store } from './store.server.ts';

/**
 * Who hears at the host that its stage is held, and how they stop such mail: an owner of its organisation, the address
 * that its owner confirmed for the plan, or, where there is neither, the address that the coach was given.
 */
export type HoldReader = { email: string; language: Language } & (
  | { kind: 'owner'; personId: string }
  | { kind: 'digest'; stopToken: string }
  | { kind: 'host' }
);
export type HoldLetter = { id: string; placement: StoredPlacement; reader: HoldReader };

/**
 * Puts a mail to the host in the box, once for each time that the placement comes to this phase, and says so in the
 * history, together; gives how many went: none where no address is known or it was said before.
 */
export const postStageHeld = (
  store: Store,
  placementId: string,
  event: PlacementEvent,
  write: (letter: HoldLetter) => SealedMail,
): Promise<number> =>
  store.write(async (tx) => {
    const { t } = store;
    const [placement] = (await tx
      .select()
      .from(t.placement)
      .where(and(eq(t.placement.id, placementId), isNull(t.placement.closedOn)))) as StoredPlacement[];
    if (!placement || (await lastSaid(tx, store, placementId))) return 0;
    const readers = await readersOf(tx, store, placement);
    for (const [at, reader] of readers.entries())
      await addMail(tx, store, write({ id: `stage-held-${event.id}-${at}`, placement, reader }));
    if (readers.length > 0) await addEvent(tx, store, placementId, event);
    return readers.length;
  });

/** When the host was mailed about this phase of the placement; null when it was not. */
export const findStageHeldMail = (store: Store, placementId: string): Promise<Date | null> =>
  lastSaid(store.read, store, placementId);

/** What happened last of the two: a step, or a mail about what holds the next. */
async function lastSaid(db: Db, { t }: Store, placementId: string): Promise<Date | null> {
  const { what, at } = t.placementEvent;
  const [last] = await db
    .select({ what, at })
    .from(t.placementEvent)
    .where(
      and(eq(t.placementEvent.placementId, placementId), inArray(what, ['placement.moved', 'placement.hold-mailed'])),
    )
    .orderBy(desc(at))
    .limit(1);
  return last?.what === 'placement.hold-mailed' ? (last.at as unknown as Date) : null;
}

async function readersOf(tx: Db, store: Store, placement: StoredPlacement): Promise<HoldReader[]> {
  const known = [...(await ownersOf(tx, store, placement)), ...(await digestOf(tx, store, placement))];
  const each = known.filter((one, at) => known.findIndex(({ email }) => email === one.email) === at);
  const { hostEmail, language } = placement;
  return each.length > 0 || hostEmail === '' ? each : [{ kind: 'host', email: hostEmail, language }];
}

/** The owners of the organisation that keeps the host's assessment, but for who stopped mail about this placement. */
async function ownersOf(tx: Db, { t }: Store, { id, assessmentId }: StoredPlacement): Promise<HoldReader[]> {
  if (assessmentId === null) return [];
  const rows = await tx
    .select({ personId: t.person.id, email: t.person.email, language: t.person.language })
    .from(t.assessment)
    .innerJoin(t.membership, eq(t.membership.organisationId, t.assessment.organisationId))
    .innerJoin(t.person, eq(t.person.id, t.membership.personId))
    .leftJoin(t.followUpStop, and(eq(t.followUpStop.personId, t.person.id), eq(t.followUpStop.placementId, id)))
    .where(and(eq(t.assessment.id, assessmentId), eq(t.membership.role, 'owner'), isNull(t.followUpStop.at)))
    .orderBy(t.person.id);
  return rows.map((one) => ({ kind: 'owner' as const, ...one, language: one.language as Language }));
}

/** The address that the owner of an assessment left and confirmed. */
async function digestOf(tx: Db, { t }: Store, { assessmentId }: StoredPlacement): Promise<HoldReader[]> {
  if (assessmentId === null) return [];
  const rows = await tx
    .select({ email: t.digest.email, language: t.digest.language, stopToken: t.digest.stopToken })
    .from(t.digest)
    .where(and(eq(t.digest.assessmentId, assessmentId), isNotNull(t.digest.confirmedAt)));
  return rows.map((one) => ({ kind: 'digest' as const, ...one, language: one.language as Language }));
}

/** Takes a mail about a held stage out of the box that still waits: the stage is held no more. Part of a transaction. */
export const dropStageHeldMail = (tx: Db, store: Store, placementId: string) =>
  dropWaitingMail(tx, store, placementId, eq(store.t.mail.kind, 'stage-held'));
