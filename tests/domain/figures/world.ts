import { changesBetween } from '#app/domain/figures/changes.ts';
import type { Member, Standing } from '#app/domain/figures/member.ts';
import { makeNight, type Version } from '#app/domain/figures/night.ts';
import type { FigureRules } from '#app/domain/figures/rules.ts';

/** Everything that was ever published, and who stood in it. */
export type World = { standing: Standing[]; versions: Version[] };

export const emptyWorld: World = { standing: [], versions: [] };

/** The world after one more night on which these members are there. */
export function nextNight({ standing, versions }: World, members: readonly Member[], rules: FigureRules): World {
  const number =
    Math.max(0, ...standing.flatMap(({ from, until }) => [from, until ?? 0]), ...versions.map(({ night }) => night)) +
    1;
  const there = new Set(members.map(({ source }) => source));
  const changes = changesBetween(standing, members, ({ source }) => there.has(source));
  const night = makeNight(number, { standing, versions }, changes, rules);
  const closed = new Set(night.closed);
  return {
    standing: [
      ...standing.map((one) => (one.until === null && closed.has(one.id) ? { ...one, until: number } : one)),
      ...night.opened.map((one) => ({ ...one, from: number, until: null })),
    ],
    versions: [
      ...versions,
      ...night.tables.map(({ table, rows }) => ({
        table,
        night: number,
        shown: rows.filter(({ members }) => members !== null).map(({ row }) => row),
      })),
    ],
  };
}
