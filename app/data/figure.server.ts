import { and, desc, eq, max } from 'drizzle-orm';
import type { PublishedTable } from '#app/domain/figures/published.ts';
import { prepared, value } from './prepared.server.ts';
import type { Store } from './store.server.ts';

/** The last version of each table of a scope such as sector:care, by name. Pages read figures here and nowhere else. */
export const readFigures = async <F>(store: Store, scope: string): Promise<PublishedTable<F>[]> =>
  (await tablesOfScope(store.read, store, { scope })) as PublishedTable<F>[];

const tablesOfScope = prepared((db, { figureTable: table }) => {
  const last = db
    .select({ name: table.name, night: max(table.night).as('last_night') })
    .from(table)
    .where(eq(table.scope, value('scope')))
    .groupBy(table.name)
    .as('last');
  return db
    .select({ scope: table.scope, name: table.name, night: table.night, madeAt: table.madeAt, rows: table.rows })
    .from(table)
    .innerJoin(last, and(eq(table.name, last.name), eq(table.night, last.night)))
    .where(eq(table.scope, value('scope')))
    .orderBy(table.name);
});

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
export async function lastFigureNight(store: Store): Promise<number> {
  const [row] = await newestNight(store.read, store, {});
  return row?.number ?? 0;
}

const newestNight = prepared((db, { figureNight }) => db.select({ number: max(figureNight.number) }).from(figureNight));
