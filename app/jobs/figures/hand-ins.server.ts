import { listScopes, listVersions } from '#app/data/figure-making.server.ts';
import {
  dropUnfinished,
  finishMaking,
  keepPlans,
  readStanding,
  writeStanding,
} from '#app/data/figure-standing.server.ts';
import { changesBetween } from '#app/domain/figures/changes.ts';
import { figuresOfRows } from '#app/domain/figures/hand-in-figures.ts';
import type { Member, Standing } from '#app/domain/figures/member.ts';
import { makeNight, type Night } from '#app/domain/figures/night.ts';
import { rules } from '#app/domain/figures/rules.ts';
import type { JobContext } from '../job-context.ts';
import { CountedHandIns } from './counted.server.ts';
import { publishedTables } from './night-tables.ts';

/** Makes the tables of a sector and of its editions; gives the keys of the workplaces that are counted. */
export async function makeHandIns(services: JobContext, number: number, sector: string): Promise<ReadonlySet<string>> {
  const { store, newId, now } = services;
  await dropUnfinished(store, sector);
  const counted = await CountedHandIns.read(services, sector);
  const standing = await readStanding(store, sector);
  const changes = changesBetween(standing, counted.members, ({ id }) => counted.has(id));
  if (changes.length === 0) return counted.sources;
  const versions = await listVersions(store, await scopesOf(services, sector, [...standing, ...counted.members]));
  const night = makeNight(number, { standing, versions }, changes, rules);
  const shown = night.tables.flatMap(({ rows }) => rows.filter(({ members }) => members).map(({ row }) => row));
  const figures = figuresOfRows(shown, night.tonight, (id) => counted.factsOf(id));
  const tables = publishedTables(night.tables, (row) => figures.get(row));
  const making = { id: newId(), universe: sector, night: number };
  const written = await writeStanding(store, making, night, newId);
  await finishMaking(store, making, written, tables, now());
  await keepPlans(store, plansOf(counted, standing, night));
  return counted.sources;
}

/** Of what was ever published: the sector itself, and every edition in which a hand-in of it stands. */
async function scopesOf({ store }: JobContext, sector: string, members: readonly Member[]): Promise<string[]> {
  const rows = new Set(members.map((member) => member.rows));
  const own = new Set([...rows].flat().map((row) => row.slice(0, row.indexOf('/'))));
  return (await listScopes(store)).filter((scope) => scope === `sector:${sector}` || own.has(scope));
}

function plansOf(counted: CountedHandIns, standing: readonly Standing[], { opened, closed }: Night) {
  const gone = new Set(closed);
  const stays = standing.filter(({ id, until }) => until === null && !gone.has(id));
  return [...stays, ...opened].flatMap(({ id }) => counted.planToKeep(id) ?? []);
}
