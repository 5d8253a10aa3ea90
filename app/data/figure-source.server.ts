import { and, eq } from 'drizzle-orm';
import type { RemarkKind } from '#app/domain/remark.ts';
import type { Store } from './store.server.ts';

/* What figures are made from: read at night, a whole sector at a time, and nowhere else. */

/** A placement with the thresholds met in it that are items of the checklist, and the remedies tried on them. */
export type PlacementSource = {
  id: string;
  assessmentId: string | null;
  organisation: string;
  account: boolean;
  thresholds: { item: string; tried: { remedy: string; helped: string | null }[] }[];
};

/**
 * The placements of a sector. Whose they are is the host's; of a host without a self-scan here only the coach's
 * organisation is known, and then that is whose they are.
 */
export async function listPlacementSources(
  { read, t }: Store,
  sector: string,
  demo: boolean,
): Promise<PlacementSource[]> {
  const placements = await read
    .select({
      id: t.placement.id,
      assessmentId: t.placement.assessmentId,
      coaching: t.placement.organisationId,
      host: t.assessment.organisationId,
      countingKey: t.assessment.countingKey,
    })
    .from(t.placement)
    .innerJoin(t.organisation, eq(t.organisation.id, t.placement.organisationId))
    .leftJoin(t.assessment, eq(t.assessment.id, t.placement.assessmentId))
    .where(and(eq(t.placement.sector, sector as never), eq(t.organisation.demo, demo)));
  const met = await read
    .select({
      placementId: t.placementThreshold.placementId,
      id: t.placementThreshold.id,
      item: t.placementThreshold.item,
      remedy: t.triedRemedy.remedy,
      helped: t.triedRemedy.helped,
    })
    .from(t.placementThreshold)
    .leftJoin(t.triedRemedy, eq(t.triedRemedy.thresholdId, t.placementThreshold.id));
  const ofPlacement = Map.groupBy(met, ({ placementId }) => placementId);
  return placements.map(({ id, assessmentId, coaching, host, countingKey }) => ({
    id,
    assessmentId,
    organisation: host ?? countingKey ?? coaching ?? id,
    account: host !== null || countingKey === null,
    thresholds: thresholdsOf(ofPlacement.get(id) ?? []),
  }));
}

type Met = { id: string; item: string | null; remedy: string | null; helped: string | null };

const thresholdsOf = (met: readonly Met[]) =>
  [...Map.groupBy(met, ({ id }) => id).values()].flatMap((list) => {
    const item = list[0]?.item;
    if (!item) return [];
    return [{ item, tried: list.flatMap(({ remedy, helped }) => (remedy ? [{ remedy, helped }] : [])) }];
  });

/** A workplace that is counted and where remarks were made. */
export type RemarkSource = {
  assessmentId: string;
  organisation: string;
  account: boolean;
  remarks: { item: string; kind: RemarkKind }[];
};

/** The workplaces of a sector that handed in, may be counted and made remarks. */
export async function listRemarkSources({ read, t }: Store, sector: string, demo: boolean): Promise<RemarkSource[]> {
  const rows = await read
    .selectDistinct({
      assessmentId: t.assessment.id,
      organisationId: t.assessment.organisationId,
      kind: t.organisation.kind,
      countingKey: t.assessment.countingKey,
      item: t.remark.item,
      remark: t.remark.kind,
    })
    .from(t.remark)
    .innerJoin(t.assessment, eq(t.assessment.id, t.remark.assessmentId))
    .innerJoin(t.submission, eq(t.submission.assessmentId, t.assessment.id))
    .leftJoin(t.organisation, eq(t.organisation.id, t.assessment.organisationId))
    .where(and(eq(t.submission.sector, sector), eq(t.submission.counted, true), eq(t.assessment.demo, demo)));
  const ofEmployers = rows.filter(({ kind }) => kind === null || kind === 'employer');
  return [...Map.groupBy(ofEmployers, ({ assessmentId }) => assessmentId)].map(([assessmentId, list]) => ({
    assessmentId,
    organisation: list[0]?.organisationId ?? list[0]?.countingKey ?? assessmentId,
    account: Boolean(list[0]?.organisationId),
    remarks: list.map(({ item, remark }) => ({ item, kind: remark })),
  }));
}

/** Who opened, started or handed in through a campaign, in which weeks. */
export const listUptake = ({ read, t }: Store, campaignId: string) =>
  read
    .select({
      week: t.uptake.week,
      kind: t.uptake.kind,
      countingKey: t.uptake.countingKey,
      account: t.uptake.account,
    })
    .from(t.uptake)
    .where(eq(t.uptake.campaignId, campaignId));

export const listCampaignIds = async ({ read, t }: Store): Promise<string[]> =>
  (await read.select({ id: t.campaign.id }).from(t.campaign)).map(({ id }) => id);
