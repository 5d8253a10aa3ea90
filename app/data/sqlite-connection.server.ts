import Database from 'better-sqlite3';
import { DataError, fromSqlite } from './data-error.ts';

/** Statements kept prepared per connection; lists of ids give many shapes. */
const statementLimit = 500;

/** One connection to a SQLite file. Its methods throw a `DataError`, and none waits for a lock. */
export type Connection = {
  readonly inTransaction: boolean;
  /** Runs one statement; rows come back as arrays. */
  query(sql: string, values?: unknown[]): unknown[][];
  /** Runs statements that have no values and give no rows: BEGIN, a pragma, a migration. */
  run(sql: string): void;
  /** Moves the write-ahead log into the file and cuts it; `busy` while another connection uses the log. */
  emptyLog(): void;
  /** Copies the committed contents to another file, a little at a time, while writing goes on. */
  copyTo(file: string): Promise<void>;
  close(): void;
};

export type Access = 'read' | 'write';

/** A connection that is opened when it is first needed, and anew after it was dropped; `close` is for good. */
export type Reopening = { get(): Connection; drop(): void; close(): void };

export function keepOpen(file: string, access: Access): Reopening {
  let connection: Connection | null = null;
  let existed = false;
  let closed = false;
  function get() {
    if (closed) throw new DataError('io', 'closed');
    connection ??= openConnection(file, access, existed);
    existed = true;
    return connection;
  }
  function drop() {
    const old = connection;
    connection = null;
    old?.close();
  }
  function close() {
    closed = true;
    drop();
  }
  return { get, drop, close };
}

function openConnection(file: string, access: Access, mustExist: boolean): Connection {
  const database = guard(() => new Database(file, { timeout: 0, fileMustExist: mustExist }));
  try {
    prepareDatabase(database, access);
  } catch (error) {
    database.close();
    throw error;
  }
  const prepare = statementCache(database);
  return {
    get inTransaction() {
      return database.inTransaction;
    },
    query(sql, values = []) {
      const statement = guard(() => prepare(sql), sql);
      if (access === 'read' && !statement.readonly) throw new Error('Reading cannot write: use write().');
      return guard(() => runStatement(statement, values), sql);
    },
    run(sql) {
      if (asked.has(sql)) guard(() => void prepare(sql).run(), sql);
      else guard(() => void database.exec(sql), sql);
    },
    emptyLog() {
      if (!emptyLog(database)) throw new DataError('busy', 'checkpoint');
    },
    copyTo: (copy) =>
      database.backup(copy).then(
        () => {},
        (error) => Promise.reject(fromSqlite(error)),
      ),
    close: () => void database.close(),
  };
}

/** What every transaction says, kept prepared. */
const asked = new Set(['BEGIN IMMEDIATE', 'COMMIT', 'SAVEPOINT job', 'RELEASE job']);

function guard<T>(action: () => T, sql?: string): T {
  try {
    return action();
  } catch (error) {
    throw fromSqlite(error, sql);
  }
}

/**
 * Settles how durable the connection is, and verifies it: the build we use falls back to `synchronous` NORMAL as soon as
 * a file is in WAL mode, and what was then acknowledged can be lost with the power.
 */
function prepareDatabase(database: Database.Database, access: Access): void {
  requireSafeVersion(database);
  const set = (pragma: string) => guard(() => database.pragma(pragma));
  set('journal_mode = WAL');
  set('synchronous = FULL');
  set('foreign_keys = ON');
  set('secure_delete = ON');
  set('journal_size_limit = 16777216');
  if (access === 'read') set('query_only = ON');
  // After a crash the log may end in commits that the system only holds in memory; what follows must not stand on them.
  if (access === 'write') emptyLog(database);
  const promised = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, secure_delete: 1, busy_timeout: 0 };
  for (const [pragma, value] of Object.entries(promised))
    if (guard(() => database.pragma(pragma, { simple: true })) !== value)
      throw new Error(`SQLite refuses ${pragma} = ${value}.`);
}

function emptyLog(database: Database.Database): boolean {
  const [result] = guard(() => database.pragma('wal_checkpoint(TRUNCATE)')) as { busy: number }[];
  return result?.busy === 0;
}

/** Before 3.51.3, two connections that checkpoint at the same moment can corrupt a WAL database. */
function requireSafeVersion(database: Database.Database): void {
  const version = String(guard(() => database.prepare('select sqlite_version()').pluck().get()));
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (major * 1e6 + minor * 1e3 + patch < 3_051_003)
    throw new Error(`SQLite ${version} is unsafe: take 3.51.3 or newer.`);
}

function statementCache(database: Database.Database) {
  const cache = new Map<string, Database.Statement>();
  return (sql: string): Database.Statement => {
    const known = cache.get(sql);
    if (known) return known;
    if (cache.size >= statementLimit) cache.clear();
    const statement = database.prepare(sql);
    cache.set(sql, statement.reader ? statement.raw() : statement);
    return statement;
  };
}

function runStatement(statement: Database.Statement, values: unknown[]): unknown[][] {
  if (statement.reader) return statement.all(...values) as unknown[][];
  statement.run(...values);
  return [];
}
