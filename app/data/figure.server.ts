import { and, desc, eq, max } from 'drizzle-orm';
import type { PublishedTable } from '#app/domain/figures/published.ts';
import type { Store } from './store.server.ts';

/** The last version of each table of a scope such as sector:care, by name. Pages read figures here and nowhere else. */
export async function readFigures<F>({ read, t }: Store, scope: string): Promise<PublishedTable<F>[]> {
  const table = t.figureTable;
  const last = read
    .select({ name: table.name, night: max(table.night).as('last_night') })
    .from(table)
    .where(eq(table.scope, scope))
    .groupBy(table.name)
    .as('last');
  const rows = await read
    .select({ scope: table.scope, name: table.name, night: table.night, madeAt: table.madeAt, rows: table.rows })
    .from(table)
    .innerJoin(last, and(eq(table.name, last.name), eq(table.night, last.night)))
    .where(eq(table.scope, scope))
    .orderBy(table.name);
  return rows as PublishedTable<F>[];
}

/** The totals of a scope as they were published from night to night, newest first, at most `limit`. */
export async function readFiguresHistory<F>(
  { read, t }: Store,
  scope: string,
  limit: number,
): Promise<PublishedTable<F>[]> {
  const rows = await read
    .select()
    .from(t.figureTable)
    .where(and(eq(t.figureTable.scope, scope), eq(t.figureTable.name, 'total')))
    .orderBy(desc(t.figureTable.night))
    .limit(limit);
  return rows as PublishedTable<F>[];
}

/** The number of the newest night in which figures were made; 0 before the first. */
export async function lastFigureNight({ read, t }: Store): Promise<number> {
  const [row] = await read.select({ number: max(t.figureNight.number) }).from(t.figureNight);
  return row?.number ?? 0;
}
