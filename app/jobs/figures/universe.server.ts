import { listScopes, listStanding, listVersions, type NewStanding, saveNight } from '#app/data/figure-making.server.ts';
import { changesBetween } from '#app/domain/figures/changes.ts';
import { groupOf, type Member } from '#app/domain/figures/member.ts';
import { makeNight } from '#app/domain/figures/night.ts';
import { rules } from '#app/domain/figures/rules.ts';
import type { JobContext } from '../job-context.ts';
import { publishedTables } from './night-tables.ts';

/** A member as it is now, with what is counted of it and the assessment that it goes with. */
export type Offered = { member: Member; facts: unknown; assessmentId: string | null };

/**
 * Everything that is counted jointly: who is there now, which of what stands still exists, the scope of its tables, and how
 * the figures of a row are made from its members.
 */
export type Universe = {
  /** Of the universe, and of its only scope. */
  name: string;
  offered: Offered[];
  isThere: (source: string) => boolean;
  figures: (row: string, members: readonly (Member & { facts: unknown })[], total: number) => unknown;
};

export async function makeUniverse(services: JobContext, number: number, universe: Universe): Promise<void> {
  const { store, newId, now } = services;
  const { name, offered, isThere, figures } = universe;
  const standing = await listStanding(store, name);
  const members = offered.map(({ member }) => member);
  const changes = changesBetween(standing, members, ({ source }) => isThere(source));
  if (changes.length === 0) return;
  const scopes = (await listScopes(store)).filter((scope) => scope === name);
  const night = makeNight(number, { standing, versions: await listVersions(store, scopes) }, changes, rules);
  const known = new Map(offered.map((one) => [one.member.id, one]));
  const facts = new Map(
    [...standing, ...offered.map(({ member, facts: of }) => ({ id: member.id, facts: of }))].map((one) => [
      one.id,
      one.facts,
    ]),
  );
  const opened = night.opened.map(
    (member): NewStanding => ({
      id: newId(),
      member: { ...member, from: number, until: null },
      facts: known.get(member.id)?.facts ?? null,
      assessmentId: known.get(member.id)?.assessmentId ?? null,
    }),
  );
  const tables = publishedTables(night.tables, (row, of, total) =>
    figures(
      groupOf(row),
      of.map((member) => ({ ...member, facts: facts.get(member.id) })),
      total,
    ),
  );
  await saveNight(store, name, night, opened, tables, now());
}
