import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, ne, or } from 'drizzle-orm';
import type { Language, SectorId } from '#app/domain/checklist.ts';
import type { Phase, PlacementSide, Route } from '#app/domain/placement.ts';
import { hostEventKeys, type PlacementEventKey } from '#app/domain/placement-event.ts';
import { dropWaitingMail } from './mail.server.ts';
import type { Db, Store } from './store.server.ts';

/** A placement as stored; days are YYYY-MM-DD in Brussels. */
export type StoredPlacement = {
  id: string;
  code: string;
  organisationId: string;
  coachId: string | null;
  assessmentId: string | null;
  assessmentErasedOn: string | null;
  sector: SectorId;
  hostName: string;
  place: string;
  targetJob: string;
  hostEmail: string;
  language: Language;
  route: Route;
  phase: Phase;
  since: string;
  stageStart: string | null;
  firstContractDay: string | null;
  legalTicked: string[];
  needsSharedOn: string | null;
  previousId: string | null;
  closedOn: string | null;
  outcome: string | null;
  outcomeReason: string | null;
  outcomeNote: string;
  demo: boolean;
  createdAt: Date;
  activeAt: Date;
};

/** One thing that happened; `detail` fills the holes of its words. Never a need or a note. */
export type PlacementEvent = {
  id: string;
  at: Date;
  side: PlacementSide;
  what: PlacementEventKey;
  detail: Record<string, string>;
};

/** Adds a placement; false when its code is taken, so that the caller makes another. */
export const createPlacement = (store: Store, placement: StoredPlacement, event: PlacementEvent): Promise<boolean> =>
  store.write(async (tx) => {
    const { t } = store;
    const made = await tx
      .insert(t.placement)
      .values(placement)
      .onConflictDoNothing({ target: t.placement.code })
      .returning({ id: t.placement.id });
    if (made.length === 0) return false;
    await addEvent(tx, store, placement.id, event);
    return true;
  });

export async function findPlacement({ read, t }: Store, id: string): Promise<StoredPlacement | null> {
  const [row] = await read.select().from(t.placement).where(eq(t.placement.id, id));
  return (row as StoredPlacement | undefined) ?? null;
}

/** The phase as it is within this transaction; null when the placement is gone. */
export async function findPhase(tx: Db, { t }: Store, id: string): Promise<Phase | null> {
  const [row] = await tx.select({ phase: t.placement.phase }).from(t.placement).where(eq(t.placement.id, id));
  return row?.phase ?? null;
}

/** The placements of a coach, open ones first by age. */
export async function listPlacementsOf({ read, t }: Store, coachId: string): Promise<StoredPlacement[]> {
  const rows = await read
    .select()
    .from(t.placement)
    .where(eq(t.placement.coachId, coachId))
    .orderBy(asc(t.placement.createdAt), asc(t.placement.id));
  return rows as StoredPlacement[];
}

/** A line of an organisation: a placement and the address of its coach; null once that person erased their account. */
export type OrganisationLine = { placement: StoredPlacement; coach: string | null };

/** The placements of an organisation that are not this person's own, oldest first. */
export async function listPlacementsOfOrganisation(
  { read, t }: Store,
  organisationId: string,
  personId: string,
): Promise<OrganisationLine[]> {
  const rows = await read
    .select({ placement: t.placement, coach: t.person.email })
    .from(t.placement)
    .leftJoin(t.person, eq(t.person.id, t.placement.coachId))
    .where(
      and(
        eq(t.placement.organisationId, organisationId),
        or(isNull(t.placement.coachId), ne(t.placement.coachId, personId)),
      ),
    )
    .orderBy(asc(t.placement.createdAt), asc(t.placement.id));
  return rows as unknown as OrganisationLine[];
}

/** The placements at a workplace, oldest first. */
export async function listPlacementsAt({ read, t }: Store, assessmentId: string): Promise<StoredPlacement[]> {
  const rows = await read
    .select()
    .from(t.placement)
    .where(eq(t.placement.assessmentId, assessmentId))
    .orderBy(asc(t.placement.createdAt), asc(t.placement.id));
  return rows as StoredPlacement[];
}

/** Ids of placements that closed on this day or before. */
export async function listClosedBy({ read, t }: Store, day: string): Promise<string[]> {
  const rows = await read
    .select({ id: t.placement.id })
    .from(t.placement)
    .where(and(isNotNull(t.placement.closedOn), lte(t.placement.closedOn, day)));
  return rows.map(({ id }) => id);
}

/** Changes columns of a placement and says what happened; closing takes the mail along that waits. Part of a transaction. */
export async function changePlacement(
  tx: Db,
  store: Store,
  id: string,
  changes: Partial<StoredPlacement>,
  event: PlacementEvent,
) {
  const { t } = store;
  await tx.update(t.placement).set(changes).where(eq(t.placement.id, id));
  if (changes.phase === 'closed') await dropWaitingMail(tx, store, id);
  await addEvent(tx, store, id, event);
}

/** Adds a line to the history of a placement, which is then not silent; part of a transaction. */
export async function addEvent(tx: Db, { t }: Store, placementId: string, event: PlacementEvent) {
  await tx.insert(t.placementEvent).values({ ...event, placementId });
  await tx.update(t.placement).set({ activeAt: event.at }).where(eq(t.placement.id, placementId));
}

/** Newest first; for the host only what it may read. */
export async function listEvents({ read, t }: Store, placementId: string, side: PlacementSide) {
  const own = eq(t.placementEvent.placementId, placementId);
  const rows = await read
    .select()
    .from(t.placementEvent)
    .where(side === 'host' ? and(own, inArray(t.placementEvent.what, hostEventKeys)) : own)
    .orderBy(desc(t.placementEvent.at), desc(t.placementEvent.id));
  return rows as PlacementEvent[];
}
