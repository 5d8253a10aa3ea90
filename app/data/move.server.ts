import { asc, count, sql } from 'drizzle-orm';
import { pendingMigrations, readMigrations } from './migrations.server.ts';
import type { Db, Store } from './store.server.ts';
import { type Order, type OrderedTable, orderedTables } from './table-order.ts';
import type { Tables } from './tables.ts';

/** One database, inside a transaction that the place holds. */
export type Held = { db: Db; t: Tables };

/** A database that can be moved from or to. */
export type Place = {
  /** Lends a database that nobody else can write meanwhile. Throws `DataError`: `busy` while a server uses it. */
  read<T>(use: (held: Held) => Promise<T>): Promise<T>;
  /** Makes the tables and keeps what `use` puts in, all or nothing. Throws `NotEmpty`. */
  fill<T>(use: (held: Held) => Promise<T>): Promise<T>;
};

/** How many rows of each table were moved, by the name of the table. */
export type Moved = { table: string; rows: number }[];

/** The target holds something already. */
export class NotEmpty extends Error {
  override name = 'NotEmpty';
}

/** The source lacks migrations of this version, or is no database of the toolbox. */
export class OlderDatabase extends Error {
  override name = 'OlderDatabase';
}

/** What was read back is not what was moved; the message names the table, never a value. */
export class Differs extends Error {
  override name = 'Differs';
}

/**
 * Moves every row from one database to another of either kind, and reads both again to see that they are the same, before
 * anything is kept.
 */
export const moveDatabase = (from: Place, to: Place): Promise<Moved> =>
  from.read((source) =>
    to.fill(async (target) => {
      const tables = orderedTables();
      for (const one of tables) await copyTable(one, source, target);
      const moved: Moved = [];
      for (const one of tables) moved.push({ table: one.table, rows: await compareTable(one, source, target) });
      return moved;
    }),
  );

/** Throws unless the migrations that a database has had are exactly those of this version. */
export function requireThisVersion(dialect: Store['dialect'], applied: string[]): void {
  const [missing] = pendingMigrations(readMigrations(dialect), applied);
  if (missing) throw new OlderDatabase(`It has not had migration ${missing.tag}.`);
}

async function copyTable(one: OrderedTable, source: Held, target: Held): Promise<void> {
  for await (const rows of batchesOf(one, source)) await target.db.insert(target.t[one.name]).values(rows as never);
}

/** Row by row, in the order of the key, which is the same in both databases. Gives how many there are. */
async function compareTable(one: OrderedTable, source: Held, target: Held): Promise<number> {
  let seen = 0;
  const copies = batchesOf(one, target);
  for await (const rows of batchesOf(one, source)) {
    const { value: copied = [] } = (await copies.next()) as { value?: Row[] };
    for (const [at, row] of rows.entries())
      if (JSON.stringify(row) !== JSON.stringify(copied[at]))
        throw new Differs(`Row ${seen + at + 1} of table ${one.table} is not the same in both.`);
    if (copied.length > rows.length) throw new Differs(`Table ${one.table} has more rows after the move than before.`);
    seen += rows.length;
  }
  for (const held of [source, target])
    if ((await countRows(one, held)) !== seen) throw new Differs(`Table ${one.table} has other rows than were moved.`);
  return seen;
}

async function countRows({ name }: OrderedTable, { db, t }: Held): Promise<number> {
  const [row] = await db.select({ rows: count() }).from(t[name]);
  return row?.rows ?? 0;
}

type Row = Record<string, unknown>;

/** All rows in the order of their key, never more than a few hundred in memory. */
async function* batchesOf({ name, key, most }: OrderedTable, { db, t }: Held): AsyncGenerator<Row[]> {
  const table = t[name];
  const columns = key.map((one) => table[one as never] as Parameters<typeof asc>[0]);
  for (let last: Row | null = null; ; ) {
    const rows: Row[] = await db
      .select()
      .from(table)
      .where(last ? beyond(columns, key, last) : undefined)
      .orderBy(...columns.map((one) => asc(one)))
      .limit(most);
    if (rows.length > 0) yield rows;
    if (rows.length < most) return;
    last = rows.at(-1) as Row;
  }
}

function beyond(columns: Parameters<typeof asc>[0][], key: Order, last: Row) {
  const values = key.map((one, at) => sql.param(last[one], columns[at] as never));
  return sql`(${sql.join(columns, sql`, `)}) > (${sql.join(values, sql`, `)})`;
}
