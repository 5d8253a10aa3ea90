import pg from 'pg';
import { DataError, fromPostgres } from './data-error.ts';
import { pendingMigrations, readMigrations } from './migrations.server.ts';

/** `fill` reads the copy into the empty database at `url`; `stamp` ends the name of the replaced one. */
export type PostgresExchange = { databaseUrl: string; stamp: string; fill: (url: string) => Promise<void> };

/** `aside`: the name under which the replaced database is kept; `pending`: migrations that the next start will do. */
export type PostgresRestored = { aside: string; pending: string[] };

/**
 * Fills a new database from a copy, sees that it is of this version or an earlier one, and gives it the name of the old
 * one, which keeps another. Throws `NewerDatabase`, or `DataError`: `busy` while anybody is connected to the database.
 */
export async function restorePostgres({ databaseUrl, stamp, fill }: PostgresExchange): Promise<PostgresRestored> {
  const name = decodeURIComponent(new URL(databaseUrl).pathname.slice(1));
  const fresh = `${name}_restoring`;
  const aside = `${name}_replaced_${stamp}`;
  return connected(withDatabase(databaseUrl, 'postgres'), async (run) => {
    await requireNobody(run, name);
    await run(`drop database if exists ${quoted(fresh)}`);
    await run(`create database ${quoted(fresh)} template template0`);
    try {
      const freshUrl = withDatabase(databaseUrl, fresh);
      await fill(freshUrl);
      const pending = await connected(freshUrl, findPending);
      await requireNobody(run, name);
      await run('begin');
      await run(`alter database ${quoted(name)} rename to ${quoted(aside)}`);
      await run(`alter database ${quoted(fresh)} rename to ${quoted(name)}`);
      await run('commit');
      return { aside, pending };
    } catch (error) {
      await run('rollback');
      await run(`drop database if exists ${quoted(fresh)} with (force)`);
      throw error;
    }
  });
}

type Run = (sql: string, values?: unknown[]) => Promise<unknown[][]>;

async function findPending(run: Run): Promise<string[]> {
  const applied = (await run('select tag from migration')).map(([tag]) => String(tag));
  return pendingMigrations(readMigrations('postgres'), applied).map(({ tag }) => tag);
}

async function requireNobody(run: Run, name: string): Promise<void> {
  const others = await run('select 1 from pg_stat_activity where datname = $1', [name]);
  if (others.length > 0) throw new DataError('busy', `${others.length} connections`);
}

async function connected<T>(connectionString: string, use: (run: Run) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 });
  const guard = <R>(action: Promise<R>) =>
    action.catch((error) => {
      throw fromPostgres(error);
    });
  client.on('error', () => {});
  await guard(client.connect());
  try {
    return await use(async (text, values = []) => (await guard(client.query({ text, values, rowMode: 'array' }))).rows);
  } finally {
    await client.end();
  }
}

function withDatabase(databaseUrl: string, name: string): string {
  const url = new URL(databaseUrl);
  url.pathname = encodeURIComponent(name);
  return url.href;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
