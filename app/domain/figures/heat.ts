import type { HandInFigures, PublishedRow } from './published.ts';

/** Bands of a share in per cent: under 20, 20 to 39, 40 to 59, 60 or more. */
export type HeatBand = 0 | 1 | 2 | 3;
export const bandOf = (share: number): HeatBand => (share >= 60 ? 3 : share >= 40 ? 2 : share >= 20 ? 1 : 0);

/** Per threshold the share per group in which it is open; null where the group is too small, or not asked about it. */
export type HeatMap = {
  columns: { id: string; workplaces: number | null }[];
  rows: { item: string; cells: (number | null)[] }[];
};

/** Groups in the order of `ids`; one in which nothing was published at all is left out. Thresholds in the order given. */
export function heatMap(
  rows: readonly PublishedRow<HandInFigures>[],
  ids: readonly string[],
  items: readonly string[],
): HeatMap {
  const groups = ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  return {
    columns: groups.map(({ id, figures }) => ({ id, workplaces: figures?.workplaces ?? null })),
    rows: items.map((item) => ({ item, cells: groups.map(({ figures }) => figures?.open[item] ?? null) })),
  };
}
