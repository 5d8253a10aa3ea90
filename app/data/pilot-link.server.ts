import { and, asc, eq, exists, gt, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import type { LinkedPlacement, LinkedWorkplace } from '#app/domain/pilot-findings.ts';
import type { PlacementTrace } from '#app/domain/pilot-publishing.ts';
import { withFacts } from './facts.server.ts';
import type { StoredPlacement } from './placement.server.ts';
import type { Db, Store } from './store.server.ts';

/*
 * The self-scans and placements of a pilot. Only what its organisation may see at this moment counts along: a share that
 * ended or a placement that was handed over to another organisation falls out by itself.
 */

export type PilotLinks = { assessments: string[]; placements: string[] };

/** Links these, and no longer the others of `visible`; what the person could not see stays as it is. */
export const saveLinks = (store: Store, pilotId: string, chosen: PilotLinks, visible: PilotLinks, now: Date) =>
  store.write(async (tx) => {
    const { t } = store;
    for (const assessmentId of visible.assessments) {
      const one = and(eq(t.pilotAssessment.pilotId, pilotId), eq(t.pilotAssessment.assessmentId, assessmentId));
      await tx.delete(t.pilotAssessment).where(one);
      if (chosen.assessments.includes(assessmentId))
        await tx.insert(t.pilotAssessment).values({ pilotId, assessmentId });
    }
    for (const placementId of visible.placements) {
      const one = and(eq(t.pilotPlacement.pilotId, pilotId), eq(t.pilotPlacement.placementId, placementId));
      await tx.delete(t.pilotPlacement).where(one);
      if (chosen.placements.includes(placementId)) await tx.insert(t.pilotPlacement).values({ pilotId, placementId });
    }
    await tx.update(t.pilot).set({ changedAt: now }).where(eq(t.pilot.id, pilotId));
  });

/** What is linked and may be seen by the organisation that leads the pilot, by id. */
export async function listLinks(store: Store, pilotId: string, organisationId: string, now: Date): Promise<PilotLinks> {
  const { read, t } = store;
  const [assessments, placements] = await Promise.all([
    read
      .select({ id: t.assessment.id })
      .from(t.pilotAssessment)
      .innerJoin(t.assessment, eq(t.assessment.id, t.pilotAssessment.assessmentId))
      .where(
        and(
          eq(t.pilotAssessment.pilotId, pilotId),
          or(eq(t.assessment.organisationId, organisationId), exists(shareWith(read, store, organisationId, now))),
        ),
      )
      .orderBy(asc(t.assessment.id)),
    read
      .select({ id: t.placement.id })
      .from(t.pilotPlacement)
      .innerJoin(t.placement, eq(t.placement.id, t.pilotPlacement.placementId))
      .leftJoin(t.assessment, eq(t.assessment.id, t.placement.assessmentId))
      .where(
        and(
          eq(t.pilotPlacement.pilotId, pilotId),
          or(eq(t.placement.organisationId, organisationId), eq(t.assessment.organisationId, organisationId)),
        ),
      )
      .orderBy(asc(t.placement.id)),
  ]);
  return { assessments: assessments.map(({ id }) => id), placements: placements.map(({ id }) => id) };
}

/** Shares of this assessment that are open to somebody of the organisation. */
const shareWith = (read: Db, { t }: Store, organisationId: string, now: Date) =>
  read
    .select({ id: t.link.id })
    .from(t.link)
    .innerJoin(t.membership, eq(t.membership.personId, t.link.personId))
    .where(
      and(
        eq(t.link.assessmentId, t.assessment.id),
        eq(t.link.kind, 'coach'),
        isNotNull(t.link.confirmedAt),
        isNull(t.link.revokedAt),
        or(isNull(t.link.expiresAt), gt(t.link.expiresAt, now)),
        eq(t.membership.organisationId, organisationId),
      ),
    );

/** The hand-ins of these self-scans, oldest first: levels and values, never a note. */
export async function readLinkedWorkplaces(store: Store, assessments: string[]): Promise<LinkedWorkplace[]> {
  if (assessments.length === 0) return [];
  const { read, t } = store;
  const { assessmentId, level, facts, round, at } = t.submission;
  const stored = await read
    .select({ assessmentId, level, facts })
    .from(t.submission)
    .where(inArray(assessmentId, assessments))
    .orderBy(asc(round), asc(at));
  const rows = await withFacts(store, stored);
  return assessments.map((id) => ({
    handIns: rows.filter((row) => row.assessmentId === id).map((row) => ({ level: row.level, items: row.facts.items })),
  }));
}

/** Of these placements what a report counts, and what must not be in a text that everyone reads. */
export async function readLinkedPlacements(
  { read, t }: Store,
  placements: string[],
): Promise<(LinkedPlacement & PlacementTrace)[]> {
  if (placements.length === 0) return [];
  const [rows, thresholds, tried] = await Promise.all([
    read.select().from(t.placement).where(inArray(t.placement.id, placements)).orderBy(asc(t.placement.id)),
    read
      .select({
        id: t.placementThreshold.id,
        placementId: t.placementThreshold.placementId,
        item: t.placementThreshold.item,
        loweredOn: t.placementThreshold.loweredOn,
      })
      .from(t.placementThreshold)
      .where(inArray(t.placementThreshold.placementId, placements))
      .orderBy(asc(t.placementThreshold.id)),
    read
      .select({
        placementId: t.triedRemedy.placementId,
        thresholdId: t.triedRemedy.thresholdId,
        remedy: t.triedRemedy.remedy,
        helped: t.triedRemedy.helped,
      })
      .from(t.triedRemedy)
      .where(inArray(t.triedRemedy.placementId, placements))
      .orderBy(asc(t.triedRemedy.id)),
  ]);
  return (rows as StoredPlacement[]).map((row) => ({
    code: row.code,
    days: [row.stageStart, row.firstContractDay, row.closedOn].filter((day) => day !== null),
    phase: row.phase,
    hired: row.firstContractDay !== null,
    outcome: row.outcome,
    thresholds: thresholds
      .filter(({ placementId }) => placementId === row.id)
      .map(({ id, item, loweredOn }) => ({ id, item, lowered: loweredOn !== null })),
    tried: tried
      .filter(({ placementId }) => placementId === row.id)
      .map(({ thresholdId, remedy, helped }) => ({ thresholdId, remedy: remedy || null, helped })),
  }));
}
