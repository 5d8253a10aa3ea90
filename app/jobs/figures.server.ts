import {
  lastNight,
  listScopes,
  listStanding,
  listVersions,
  type NewTable,
  type StandingFacts,
  saveNight,
} from '#app/data/figure-making.server.ts';
import {
  listCampaignIds,
  listCountedHandIns,
  listPlacementSources,
  listRemarkSources,
  listUptake,
} from '#app/data/figure-source.server.ts';
import { sectorIds } from '#app/domain/checklist.ts';
import { changesBetween } from '#app/domain/figures/changes.ts';
import { type EvidenceMember, evidenceFigures, evidenceRows } from '#app/domain/figures/evidence.ts';
import { type CountedMember, handInFigures } from '#app/domain/figures/hand-in-figures.ts';
import { membersOf } from '#app/domain/figures/hand-in-rows.ts';
import type { Member } from '#app/domain/figures/member.ts';
import { makeNight } from '#app/domain/figures/night.ts';
import type { UptakeFigures } from '#app/domain/figures/published.ts';
import { remarkFigures, remarkRows } from '#app/domain/figures/remarks.ts';
import { rounded } from '#app/domain/figures/rounded.ts';
import { rules } from '#app/domain/figures/rules.ts';
import { uptakeMembers } from '#app/domain/figures/uptake.ts';
import type { JobContext } from './job-context.ts';

/** A member as it is now, with what is counted of it and the assessment that it goes with. */
type Offered = { member: Member; facts: unknown; assessmentId: string | null };

/**
 * Everything that is counted jointly: who is there now, which of what stands still exists, the scopes of its tables, and how
 * the figures of a row are made from its members.
 */
type Universe = {
  name: string;
  offered: Offered[];
  isThere: (source: string, id: string) => boolean;
  isOf: (scope: string) => boolean;
  figures: (row: string, members: readonly (Member & { facts: unknown })[], total: number) => unknown;
};

/** Makes the figures of a night: the only place where hand-ins, placements, remarks and visits are counted (product: honest figures). */
export async function makeFigures(services: JobContext): Promise<void> {
  const { store } = services;
  const number = (await lastNight(store)) + 1;
  for (const sector of sectorIds) {
    await makeUniverse(services, number, await handInsOf(services, sector));
    await makeUniverse(services, number, await evidenceOf(services, sector));
    await makeUniverse(services, number, await remarksOf(services, sector));
  }
  for (const id of await listCampaignIds(store)) await makeUniverse(services, number, await uptakeOf(services, id));
}

async function handInsOf({ store, hash, demo }: JobContext, sector: string): Promise<Universe> {
  const handIns = await listCountedHandIns(store, sector, demo);
  const byId = new Map(handIns.map((one) => [one.id, one]));
  const offered = [...Map.groupBy(handIns, ({ assessmentId }) => assessmentId).values()].flatMap((list) =>
    membersOf(list).map((member): Offered => {
      const source = byId.get(handInOf(member.id));
      return {
        member: keyed(member, hash),
        facts: source && { ...source.facts, plan: source.plan },
        assessmentId: member.source,
      };
    }),
  );
  const there = new Set(handIns.map(({ id }) => hash(`figure:${id}`)));
  const editions = new Set(handIns.map(({ editionId }) => `edition:${editionId}`));
  return {
    name: sector,
    offered,
    isThere: (_, id) => there.has(handInOf(id)),
    isOf: (scope) => scope === `sector:${sector}` || editions.has(scope),
    figures: (_, members) => handInFigures(members as CountedMember[]),
  };
}

const handInOf = (memberId: string) => memberId.split(':')[0] as string;

async function evidenceOf({ store, hash, demo }: JobContext, sector: string): Promise<Universe> {
  const placements = await listPlacementSources(store, sector, demo);
  const offered = placements.map(({ id, assessmentId, organisation, account, thresholds }): Offered => {
    const rows = evidenceRows(sector, { thresholds });
    const member = { id: `${id}:${JSON.stringify(thresholds)}`, source: id, organisation, account, rows };
    return { member: keyed(member, hash), facts: { thresholds }, assessmentId };
  });
  const there = new Set(offered.map(({ member }) => member.source));
  return {
    name: `evidence:${sector}`,
    offered,
    isThere: (source) => there.has(source),
    isOf: (scope) => scope === `evidence:${sector}`,
    figures: (row, members, total) => evidenceFigures(row, members as EvidenceMember[], total),
  };
}

/** A remark that is taken back waits like any change; a workplace that goes, or is no longer counted, cannot. */
async function remarksOf({ store, hash, demo }: JobContext, sector: string): Promise<Universe> {
  const workplaces = await listRemarkSources(store, sector, demo);
  const there = new Set(workplaces.map(({ assessmentId }) => hash(`figure:${assessmentId}`)));
  const offered = workplaces
    .filter(({ remarks }) => remarks.length > 0)
    .map(({ assessmentId, organisation, account, remarks }): Offered => {
      const rows = remarkRows(sector, remarks);
      const member = { id: `${assessmentId}:${rows.join()}`, source: assessmentId, organisation, account, rows };
      return { member: keyed(member, hash), facts: null, assessmentId };
    });
  return {
    name: `remarks:${sector}`,
    offered,
    isThere: (source) => there.has(source),
    isOf: (scope) => scope === `remarks:${sector}`,
    figures: (_, members) => remarkFigures(members),
  };
}

async function uptakeOf({ store, hash }: JobContext, campaignId: string): Promise<Universe> {
  const members = uptakeMembers(campaignId, await listUptake(store, campaignId));
  return {
    name: `campaign:${campaignId}`,
    offered: members.map((member) => ({ member: keyed(member, hash), facts: {}, assessmentId: null })),
    isThere: () => true,
    isOf: (scope) => scope === `campaign:${campaignId}`,
    figures: (_, of): UptakeFigures => ({ count: rounded(of.length) }),
  };
}

/** Under keys that lead back to nobody. */
function keyed(member: Member, hash: (text: string) => string): Member {
  const [first = '', ...rest] = member.id.split(':');
  return {
    ...member,
    id: [hash(`figure:${first}`), ...(rest.length > 0 ? [hash(`figure:${rest.join(':')}`)] : [])].join(':'),
    source: hash(`figure:${member.source}`),
    organisation: hash(`figure:${member.organisation}`),
  };
}

async function makeUniverse(services: JobContext, number: number, universe: Universe): Promise<void> {
  const { store, newId, now } = services;
  const standing = await listStanding(store, universe.name);
  const scopes = (await listScopes(store)).filter(universe.isOf);
  const versions = await listVersions(store, scopes);
  const offered = new Map(universe.offered.map((one) => [one.member.id, one]));
  const changes = changesBetween(
    standing,
    universe.offered.map(({ member }) => member),
    ({ source, id }) => universe.isThere(source, id),
  );
  if (changes.length === 0) return;
  const night = makeNight(number, { standing, versions }, changes, rules);
  const facts = new Map<string, unknown>([
    ...standing.map((one: StandingFacts) => [one.id, one.facts] as const),
    ...[...offered].map(([id, one]) => [id, one.facts] as const),
  ]);
  const tables = night.tables.map(({ table, rows }): NewTable => {
    const total = rows.find(({ row }) => row.endsWith('/all'))?.members?.length ?? 0;
    return {
      scope: table.slice(0, table.lastIndexOf('/')),
      name: table.slice(table.lastIndexOf('/') + 1),
      rows: rows.map(({ row, members }) => {
        const id = row.slice(row.lastIndexOf('/') + 1);
        const counted = members?.map((member) => ({ ...member, facts: facts.get(member.id) }));
        return { id, figures: counted ? universe.figures(id, counted, total) : null };
      }),
    };
  });
  const opened = night.opened.map((member) => ({
    id: newId(),
    member: { ...member, from: number, until: null },
    facts: offered.get(member.id)?.facts ?? null,
    assessmentId: offered.get(member.id)?.assessmentId ?? null,
  }));
  await saveNight(store, universe.name, night, opened, tables, now());
}
