import { shownUptake, type UptakeCounts } from '../uptake.ts';
import type { HandInFigures, PublishedTable, UptakeFigures } from './published.ts';
import { shareOf } from './rounded.ts';

/**
 * How far an edition reaches: how many of the workplaces that count in its sector came through it, and what its campaigns
 * did. Made of published numbers alone; null is not published or too small to show.
 */
export type Reach = {
  workplaces: number | null;
  sector: number | null;
  /** In per cent. */
  share: number | null;
  campaigns: (UptakeCounts & { id: string; title: string })[];
};

type Campaign = { id: string; title: string; tables: readonly PublishedTable<UptakeFigures>[] };

export function reachOf(own: HandInFigures | null, whole: HandInFigures | null, campaigns: Campaign[]): Reach {
  const [workplaces, sector] = [own?.workplaces ?? null, whole?.workplaces ?? null];
  return {
    workplaces,
    sector,
    share: workplaces === null || sector === null ? null : shareOf(workplaces, sector),
    campaigns: campaigns.map(({ id, title, tables }) => ({ id, title, ...(shownUptake(tables)?.total ?? hidden) })),
  };
}

const hidden: UptakeCounts = { opened: null, started: null, 'handed-in': null };
