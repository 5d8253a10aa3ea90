import type { NewTable } from '#app/data/figure-making.server.ts';
import { groupOf, type Member, tableOf } from '#app/domain/figures/member.ts';
import type { NightTable } from '#app/domain/figures/night.ts';

/** How the figures of a row, by its whole name, are made from its members; `total` is how many are in the whole table. */
export type FiguresOf = (row: string, members: readonly Member[], total: number) => unknown;

/** The tables of a night as they are published. */
export const publishedTables = (tables: readonly NightTable[], figures: FiguresOf): NewTable[] =>
  tables.map(({ table, rows }) => {
    const total = rows.find(({ row }) => row.endsWith('/all'))?.members?.length ?? 0;
    return {
      scope: tableOf(table),
      name: groupOf(table),
      rows: rows.map(({ row, members }) => ({
        id: groupOf(row),
        figures: members ? figures(row, members, total) : null,
      })),
    };
  });
