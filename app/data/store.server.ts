import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataError } from './data-error.ts';
import type { Db, Engine, Keeping, Work } from './db.server.ts';
import { postgres, sqlite } from './dialect.ts';
import { type Tables, tables } from './tables.ts';

export type { Db } from './db.server.ts';

/** The open database. */
export type Store = {
  dialect: 'sqlite' | 'postgres';
  /** The tables, for building queries. */
  t: Tables;
  /** For queries; what it reads is committed, and it refuses to write. */
  read: Db;
  /**
   * The only way to write: everything `work` does through its `tx` happens together, or not at all. Work may be run
   * again, must end within 2 seconds, awaits each of its queries and does nothing outside the database. No nesting.
   * Resolves after the commit is on disk; rejects with a `DataError` without values, or with the work's own error.
   * It runs as if alone, unless it says that it keeps others out by a row.
   */
  write<T>(work: Work<T>, keeping?: Keeping): Promise<T>;
  /** Leaves nothing of erased rows behind in the files that the database itself keeps. */
  scrub(): Promise<void>;
  /**
   * Writes a checked copy of what is committed to another file, while writing goes on. Only SQLite: throws on PostgreSQL,
   * and `DamagedCopy` when the copy is unsound.
   */
  copyTo(file: string): Promise<void>;
  /** How many writes were asked for and have no answer yet. */
  waiting(): number;
  /** Throws when the database cannot be read. */
  check(): Promise<void>;
  /** Finishes the writes that were asked for, then closes. */
  close(): Promise<void>;
};

/** Opens and migrates `file:/absolute/path.db` or `postgres://…`. */
export async function openStore({ databaseUrl }: { databaseUrl: string }): Promise<Store> {
  if (/^postgres(ql)?:/.test(databaseUrl)) {
    const { connectPostgres, openPostgres } = await import('./postgres.server.ts');
    return createStore('postgres', await openPostgres(connectPostgres(databaseUrl)));
  }
  const { openSqlite } = await import('./sqlite.server.ts');
  return createStore('sqlite', await openSqlite(fileOf(databaseUrl)));
}

function fileOf(databaseUrl: string): string {
  const file = databaseUrl.startsWith('file://') ? fileURLToPath(databaseUrl) : databaseUrl.replace(/^file:/, '');
  if (!databaseUrl.startsWith('file:') || !isAbsolute(file))
    throw new Error('A database is file:/absolute/path.db or postgres://…');
  return file;
}

/** What both databases have in common, around one driver. */
export function createStore(dialect: Store['dialect'], engine: Engine): Store {
  const t = tables(dialect === 'sqlite' ? sqlite : postgres);
  const bind = bindWork();
  const pending = new Set<Promise<unknown>>();
  let closing: Promise<void> | null = null;

  function write<T>(work: Work<T>, keeping: Keeping = 'alone'): Promise<T> {
    if (closing) return Promise.reject(new DataError('io', 'closed'));
    const writing = bind(work, (bound) => engine.write(bound, keeping));
    pending.add(writing);
    return writing.finally(() => pending.delete(writing));
  }
  return {
    dialect,
    t,
    read: engine.read,
    write,
    scrub: engine.scrub,
    copyTo: engine.copyTo,
    waiting: () => pending.size,
    check: async () => void (await engine.read.select({ id: t.deletion.id }).from(t.deletion).limit(1)),
    close: () => {
      closing ??= Promise.allSettled(pending).then(() => engine.close());
      return closing;
    },
  };
}

/**
 * Runs each work in the asynchronous context of who asked for it: the queue would run it in somebody else's. Refuses a
 * write inside a write, which would wait for itself for ever.
 */
function bindWork() {
  const inside = new AsyncLocalStorage<{ open: boolean }>();
  return <T>(work: Work<T>, write: (bound: Work<T>) => Promise<T>): Promise<T> => {
    if (inside.getStore()?.open) return Promise.reject(new Error('A write inside a write: hand its tx on instead.'));
    const run = async (tx: Db) => {
      const scope = { open: true };
      return inside
        .run(scope, async () => work(tx))
        .finally(() => {
          scope.open = false;
        });
    };
    return write(AsyncResource.bind(run) as Work<T>);
  };
}
