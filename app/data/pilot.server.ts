import { and, asc, desc, eq, isNotNull } from 'drizzle-orm';
import type { Pilot, PilotEntry, PilotLesson, PilotPartner, PilotPhaseState, WholePilot } from '#app/domain/pilot.ts';
import { allPhases } from '#app/domain/pilot-phase.ts';
import type { PublicStory } from '#app/domain/pilot-story.ts';
import type { Db, Store } from './store.server.ts';

/** A pilot as it begins: empty, or with what came along from another. */
export type NewPilotRow = Omit<Pilot, 'answer' | 'finishedAt' | 'publishedAt'>;
export type Beginning = {
  phases: PilotPhaseState[];
  partners: Pick<PilotPartner, 'id' | 'kind' | 'name' | 'contribution'>[];
  lessons: PilotLesson[];
};

export const createPilot = (store: Store, pilot: NewPilotRow, { phases, partners, lessons }: Beginning, now: Date) =>
  store.write(async (tx) => {
    const { t } = store;
    const pilotId = pilot.id;
    await tx.insert(t.pilot).values({ ...pilot, createdAt: now, changedAt: now });
    for (const phase of phases) await tx.insert(t.pilotPhase).values({ ...phase, pilotId });
    for (const partner of partners) await tx.insert(t.pilotPartner).values({ ...partner, pilotId });
    for (const lesson of lessons) await tx.insert(t.pilotLesson).values({ ...lesson, pilotId, createdAt: now });
  });

/** The pilots that an organisation leads, newest first. */
export async function listPilots({ read, t }: Store, organisationId: string): Promise<Pilot[]> {
  const rows = await read
    .select(columns(t))
    .from(t.pilot)
    .where(eq(t.pilot.organisationId, organisationId))
    .orderBy(desc(t.pilot.createdAt), desc(t.pilot.id));
  return rows as Pilot[];
}

/** A pilot of this organisation with all that was typed in it; null when it is not there. */
export async function findWholePilot(store: Store, organisationId: string, id: string): Promise<WholePilot | null> {
  const { read, t } = store;
  const own = and(eq(t.pilot.id, id), eq(t.pilot.organisationId, organisationId));
  const [pilot] = await read.select(columns(t)).from(t.pilot).where(own);
  if (!pilot) return null;
  const [phases, partners, entries, lessons] = await Promise.all([
    listPhases(store, id),
    listPartners(read, store, id),
    read
      .select({ id: t.pilotEntry.id, phase: t.pilotEntry.phase, day: t.pilotEntry.day, note: t.pilotEntry.note })
      .from(t.pilotEntry)
      .where(eq(t.pilotEntry.pilotId, id))
      .orderBy(asc(t.pilotEntry.day), asc(t.pilotEntry.createdAt), asc(t.pilotEntry.id)),
    read
      .select({
        id: t.pilotLesson.id,
        kind: t.pilotLesson.kind,
        note: t.pilotLesson.note,
        item: t.pilotLesson.item,
        origin: t.pilotLesson.origin,
      })
      .from(t.pilotLesson)
      .where(eq(t.pilotLesson.pilotId, id))
      .orderBy(asc(t.pilotLesson.createdAt), asc(t.pilotLesson.id)),
  ]);
  return { pilot: pilot as Pilot, phases, partners, entries: entries as PilotEntry[], lessons };
}

/** Everything typed in the pilots of an organisation, for its own export; no hashes and nothing of what was linked. */
export async function listWholePilots(store: Store, organisationId: string): Promise<WholePilot[]> {
  const pilots = await listPilots(store, organisationId);
  const whole = await Promise.all(pilots.map(({ id }) => findWholePilot(store, organisationId, id)));
  return whole
    .filter((one) => one !== null)
    .map((one) => ({ ...one, partners: one.partners.map((partner) => ({ ...partner, confirmedHash: null })) }));
}

/** The organisation that leads a pilot; null when it is not there. */
export async function findLeader({ read, t }: Store, id: string): Promise<string | null> {
  const [row] = await read.select({ organisationId: t.pilot.organisationId }).from(t.pilot).where(eq(t.pilot.id, id));
  return row?.organisationId ?? null;
}

async function listPhases({ read, t }: Store, pilotId: string): Promise<PilotPhaseState[]> {
  const { phase, status, deliverables, note, doneOn } = t.pilotPhase;
  const rows = await read
    .select({ phase, status, deliverables, note, doneOn })
    .from(t.pilotPhase)
    .where(eq(t.pilotPhase.pilotId, pilotId));
  return allPhases(rows as PilotPhaseState[]);
}

/** By id, so that the order in which they stand in the text never changes by itself. Within a transaction where `db` is one. */
export async function listPartners(db: Db, { t }: Store, pilotId: string): Promise<PilotPartner[]> {
  const { id, kind, name, contribution, confirmedHash, confirmedAt } = t.pilotPartner;
  return db
    .select({ id, kind, name, contribution, confirmedHash, confirmedAt })
    .from(t.pilotPartner)
    .where(eq(t.pilotPartner.pilotId, pilotId))
    .orderBy(asc(t.pilotPartner.id));
}

export type PilotChanges = Partial<Omit<Pilot, 'id' | 'organisationId'>> & { published?: PublicStory | null };
export async function changePilot({ write, t }: Store, id: string, changes: PilotChanges, now: Date) {
  await write((tx) =>
    tx
      .update(t.pilot)
      .set({ ...changes, changedAt: now })
      .where(eq(t.pilot.id, id)),
  );
}

/** Removes a pilot with its journal, partners and lessons; what was linked stays. */
export async function deletePilot({ write, t }: Store, id: string) {
  await write((tx) => tx.delete(t.pilot).where(eq(t.pilot.id, id)));
}

/** What stands in the library: the story as it was confirmed, and since when. */
export type PublishedPilot = { id: string; story: PublicStory; publishedAt: Date; organisationId: string };

export async function listPublishedPilots({ read, t }: Store): Promise<PublishedPilot[]> {
  const rows = await read
    .select(publishedColumns(t))
    .from(t.pilot)
    .where(isNotNull(t.pilot.publishedAt))
    .orderBy(desc(t.pilot.publishedAt), desc(t.pilot.id));
  return rows as PublishedPilot[];
}

export async function findPublishedPilot({ read, t }: Store, id: string): Promise<PublishedPilot | null> {
  const [row] = await read
    .select(publishedColumns(t))
    .from(t.pilot)
    .where(and(eq(t.pilot.id, id), isNotNull(t.pilot.publishedAt)));
  return (row as PublishedPilot | undefined) ?? null;
}

const publishedColumns = (t: Store['t']) => ({
  id: t.pilot.id,
  story: t.pilot.published,
  publishedAt: t.pilot.publishedAt,
  organisationId: t.pilot.organisationId,
});

const columns = (t: Store['t']) => ({
  id: t.pilot.id,
  organisationId: t.pilot.organisationId,
  title: t.pilot.title,
  sector: t.pilot.sector,
  setting: t.pilot.setting,
  question: t.pilot.question,
  answer: t.pilot.answer,
  startsOn: t.pilot.startsOn,
  endsOn: t.pilot.endsOn,
  finishedAt: t.pilot.finishedAt,
  publishedAt: t.pilot.publishedAt,
  duplicatedFrom: t.pilot.duplicatedFrom,
});
