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

/** Sends one statement with its values; each row comes back as an array. Throws a `DataError`. */
export type Execute = (sql: string, values: unknown[]) => Promise<unknown[][]>;

/** What a driver gives the store. */
export type Engine = {
  read: Db;
  write<T>(work: Work<T>): Promise<T>;
  /** Leaves nothing of erased rows in the files that the database itself keeps. */
  scrub(): Promise<void>;
  /** Writes a copy of what is committed; only a SQLite file can. */
  copyTo(file: string): Promise<void>;
  close(): Promise<void>;
};

export const sqliteDb = (execute: Execute): Db =>
  withoutValuesInErrors(drizzleSqlite(async (sql, values) => ({ rows: await execute(sql, values) })));

export const postgresDb = (execute: Execute): Db =>
  withoutValuesInErrors(
    drizzlePostgres(async (sql, values) => ({ rows: await execute(sql, values) })),
  ) as unknown as Db;

type Prepare = (...args: unknown[]) => { queryWithCache: unknown };

/** Drizzle wraps each failure in an error that prints every value; ours passes as it is. */
function withoutValuesInErrors<T>(db: T): T {
  const { session } = db as { session: { prepareQuery: Prepare } };
  const prepare = session.prepareQuery.bind(session);
  session.prepareQuery = (...args) =>
    Object.assign(prepare(...args), { queryWithCache: (_sql: string, _values: unknown, run: () => unknown) => run() });
  return db;
}

const reading = /^[\s(]*(select|with)\b/i;
const writing = /^[\s(]*(select|with|insert|update|delete)\b/i;

/** Refuses what is no query: a stray BEGIN or COMMIT would take the transaction out of our hands. */
export function requireQuery(sql: string, access: 'read' | 'write'): void {
  if (!(access === 'read' ? reading : writing).test(sql))
    throw new Error(access === 'read' ? 'Reading cannot write: use write().' : 'Only queries may be sent.');
}
