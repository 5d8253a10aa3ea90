import { and, desc, eq, max } from 'drizzle-orm';
import type { PublishedTable } from '#app/domain/figures/published.ts';
import { prepared, value } from './prepared.server.ts';
import type { Store } from './store.server.ts';

type Tables<F> = readonly PublishedTable<F>[];

/**
 * The last version of each table of a scope such as sector:care, by name. Pages read figures here and nowhere else. As long
 * as no newer version is published it is the same array: what is made of it can be kept with it.
 */
export const readFigures = async <F>(store: Store, scope: string): Promise<Tables<F>> => {
  const versions = await versionsOfScope(store.read, store, { scope });
  return read(store, `last ${scope}`, versions, () => tablesOfScope(store.read, store, { scope })) as Promise<
    Tables<F>
  >;
};

const versionsOfScope = prepared((db, { figureTable: table }) =>
  db
    .select({ name: table.name, night: max(table.night) })
    .from(table)
    .where(eq(table.scope, value('scope')))
    .groupBy(table.name)
    .orderBy(table.name),
);

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

/** The totals of a scope as they were published from night to night, newest first, at most `limit`; the same array until the next. */
export async function readFiguresHistory<F>(store: Store, scope: string, limit: number): Promise<Tables<F>> {
  const nights = await nightsOfTotal(store.read, store, { scope, limit });
  return read(store, `history ${limit} ${scope}`, nights, () =>
    totalsOfScope(store.read, store, { scope, limit }),
  ) as Promise<Tables<F>>;
}

const nightsOfTotal = prepared((db, { figureTable: table }) =>
  db
    .select({ night: table.night })
    .from(table)
    .where(and(eq(table.scope, value('scope')), eq(table.name, 'total')))
    .orderBy(desc(table.night))
    .limit(value('limit')),
);

const totalsOfScope = prepared((db, { figureTable: table }) =>
  db
    .select()
    .from(table)
    .where(and(eq(table.scope, value('scope')), eq(table.name, 'total')))
    .orderBy(desc(table.night))
    .limit(value('limit')),
);

type Read = { versions: string; tables: Tables<unknown> };
const reads = new WeakMap<Store, Map<string, Read>>();
/** Readings that a process keeps: a scope has two, and the page of a federation reads a handful of scopes. */
const mostReads = 400;

/**
 * Reads anew only when other versions were published, by whichever process. A published version never changes, and holds
 * nothing of anybody: it is exactly what may be shown.
 */
async function read(store: Store, what: string, found: unknown, readAnew: () => Promise<unknown>) {
  const kept = reads.get(store) ?? new Map<string, Read>();
  reads.set(store, kept);
  const versions = JSON.stringify(found);
  const known = kept.get(what);
  if (known?.versions === versions) return known.tables;
  const tables = (await readAnew()) as Tables<unknown>;
  if (kept.size >= mostReads) kept.clear();
  kept.set(what, { versions, tables });
  return tables;
}

/** The number of the newest night in which figures were made; 0 before the first. */
export async function lastFigureNight(store: Store): Promise<number> {
  const [row] = await newestNight(store.read, store, {});
  return row?.number ?? 0;
}

const newestNight = prepared((db, { figureNight }) => db.select({ number: max(figureNight.number) }).from(figureNight));
