import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite, type Results, types } from '@electric-sql/pglite';
import { fromPostgres } from '#app/data/data-error.ts';
import type { Connections } from '#app/data/postgres.server.ts';

/**
 * PostgreSQL inside this process, empty; it has a single connection, so transactions and reads take turns. To start one
 * takes two seconds, to empty one a tenth of that: one that was closed is opened again.
 */
export async function openPglite(): Promise<Connections> {
  const database = closed.pop() ?? (await PGlite.create({ loadDataDir: await emptyDatabase() }));
  let isOpen = true;
  const takeTurns = createTurns();
  const query = (sql: string, values: unknown[]) => send(database, sql, values);
  return {
    async read(sql, values) {
      const done = await takeTurns();
      return query(sql, values).finally(done);
    },
    async connect() {
      const done = await takeTurns();
      const release = async (broken: boolean) => {
        if (broken) await database.exec('rollback');
        done();
      };
      return { query, release: (broken) => void release(broken) };
    },
    async close() {
      if (!isOpen) return;
      isOpen = false;
      for (const sql of emptying) await database.exec(sql);
      closed.push(database);
    },
  };
}

const closed: PGlite[] = [];
const emptying = ['rollback', 'discard all', 'drop schema public cascade', 'create schema public'];

/** Making a database takes seconds, reading a made one back a tenth of that: kept beside other caches, per version. */
async function emptyDatabase(): Promise<Blob> {
  const { version } = JSON.parse(readFileSync(join(modules, '@electric-sql/pglite/package.json'), 'utf8'));
  const folder = join(modules, '.cache/toolbox');
  const file = join(folder, `pglite-${version}.tar`);
  if (!existsSync(file)) {
    const made = await PGlite.create();
    const dump = await made.dumpDataDir('none');
    await made.close();
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, Buffer.from(await dump.arrayBuffer()));
    renameSync(`${file}.${process.pid}`, file);
  }
  return new Blob([readFileSync(file)]);
}

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** Waits until whoever went before is done; the result says that one is done oneself. */
function createTurns() {
  let last: Promise<void> = Promise.resolve();
  return async (): Promise<() => void> => {
    const before = last;
    let done: () => void = () => {};
    last = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    return done;
  };
}

/** Counts as numbers, instants and JSON as text: what the pg driver is told to give. */
const parsers = Object.fromEntries([
  ...[types.INT8, types.NUMERIC].map((oid) => [oid, Number]),
  ...[types.DATE, types.JSON, types.JSONB, types.TIMESTAMPTZ].map((oid) => [oid, String]),
]);

async function send(database: PGlite, sql: string, values: unknown[]): Promise<unknown[][]> {
  try {
    const { rows } = (await database.query(sql, values, { rowMode: 'array', parsers })) as Results<unknown[]>;
    return rows;
  } catch (error) {
    throw fromPostgres(error, sql);
  }
}
