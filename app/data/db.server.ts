import { drizzle as drizzlePostgres } from 'drizzle-orm/pg-proxy';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import { drizzle as drizzleSqlite } from 'drizzle-orm/sqlite-proxy';

/**
 * What a query sees: drizzle's asynchronous SQLite shape, also when PostgreSQL answers. Only what both do alike:
 * `await` a query, `.returning()` for what a write changed.
 */
export type Db = Pick<
  BaseSQLiteDatabase<'async', unknown>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'with' | '$with'
>;

/** A piece of writing. It may be run more than once, so it only talks to `tx`. */
export type Work<T> = (tx: Db) => Promise<T>;

/**
 * How work keeps out of the way of other work. `alone`: as if nobody else wrote, whatever it reads. `by-row`: its first
 * statement changes the one row that all other work on the same things changes too, and so it has those to itself.
 */
export type Keeping = 'alone' | 'by-row';

/** Sends one statement with its values; each row comes back as an array. Throws a `DataError`. */
export type Execute = (sql: string, values: unknown[]) => Promise<unknown[][]>;

/** What a driver gives the store. */
export type Engine = {
  read: Db;
  write<T>(work: Work<T>, keeping?: Keeping): Promise<T>;
  /** Leaves nothing of erased rows in the files that the database itself keeps. */
  scrub(): Promise<void>;
  /** Writes a copy of what is committed; only a SQLite file can. */
  copyTo(file: string): Promise<void>;
  close(): Promise<void>;
};

/** One for every transaction: made from a pattern, because making one from nothing costs more than a query. */
export function sqliteDb(execute: Execute): Db {
  const client = async (sql: string, values: unknown[]) => ({ rows: await execute(sql, values) });
  const session = Object.create(patternSession, { client: { value: client } });
  return Object.create(pattern, { session: { value: session } });
}

const pattern = withoutValuesInErrors(drizzleSqlite(() => Promise.reject(new Error('No database behind a pattern.'))));
const patternSession = (pattern as unknown as { session: object }).session;

export const postgresDb = (execute: Execute): Db =>
  withoutValuesInErrors(
    drizzlePostgres(async (sql, values) => ({ rows: await execute(sql, values) })),
  ) as unknown as Db;

type Prepare = (...args: unknown[]) => { queryWithCache: unknown };

/** Drizzle wraps each failure in an error that prints every value; ours passes as it is. */
function withoutValuesInErrors<T>(db: T): T {
  const { session } = db as { session: { prepareQuery: Prepare } };
  const { prepareQuery } = session;
  // For whoever is made from this one as well.
  session.prepareQuery = function (...args) {
    return Object.assign(prepareQuery.apply(this, args), {
      queryWithCache: (_sql: string, _values: unknown, run: () => unknown) => run(),
    });
  };
  return db;
}

const reading = /^[\s(]*(select|with)\b/i;
const writing = /^[\s(]*(select|with|insert|update|delete)\b/i;

/** Refuses what is no query: a stray BEGIN or COMMIT would take the transaction out of our hands. */
export function requireQuery(sql: string, access: 'read' | 'write'): void {
  if (!(access === 'read' ? reading : writing).test(sql))
    throw new Error(access === 'read' ? 'Reading cannot write: use write().' : 'Only queries may be sent.');
}
