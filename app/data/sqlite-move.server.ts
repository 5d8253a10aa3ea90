import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { DataError, fromSqlite } from './data-error.ts';
import { sqliteDb } from './db.server.ts';
import { sqlite } from './dialect.ts';
import { readMigrations } from './migrations.server.ts';
import { type Held, NotEmpty, type Place, requireThisVersion } from './move.server.ts';
import { migrate } from './sqlite.server.ts';
import { type Connection, keepOpen } from './sqlite-connection.server.ts';
import { keepSound } from './sqlite-copy.server.ts';
import { makeDurable } from './sqlite-restore.server.ts';
import { tables } from './tables.ts';

/** A SQLite file to move from, held against every other process meanwhile, or to move to, which is not there yet. */
export const sqlitePlace = (file: string): Place => ({
  async read(use) {
    const database = holdAlone(file);
    try {
      requireThisVersion('sqlite', migrationsOf(database));
      return await use(
        heldBy(async (sql, values) => guard(() => database.prepare(sql).raw().all(values) as unknown[][])),
      );
    } finally {
      database.close();
    }
  },
  async fill(use) {
    for (const part of ['', '-wal', '-journal'])
      if (existsSync(file + part)) throw new NotEmpty(`${file + part} is there already.`);
    mkdirSync(dirname(file), { recursive: true });
    let value: Awaited<ReturnType<typeof use>> | undefined;
    await keepSound(file, async (unfinished) => {
      value = await fillFile(unfinished, use);
    });
    makeDurable(dirname(file));
    return value as Awaited<ReturnType<typeof use>>;
  },
});

/** A server that starts meanwhile waits, and then refuses. */
function holdAlone(file: string): Database.Database {
  if (!existsSync(file)) throw new DataError('io', `there is no file ${file}`);
  const database = guard(() => new Database(file, { fileMustExist: true, timeout: 0 }));
  try {
    // Leaving WAL is only allowed to who is alone.
    database.pragma('journal_mode = DELETE');
    database.exec('BEGIN EXCLUSIVE');
    database.pragma('query_only = ON');
    return database;
  } catch (error) {
    database.close();
    throw fromSqlite(error);
  }
}

function migrationsOf(database: Database.Database): string[] {
  const isThere = database.prepare("select 1 from sqlite_master where name = 'migration'").get();
  return isThere ? database.prepare('select tag from migration').pluck().all().map(String) : [];
}

async function fillFile<T>(file: string, use: (held: Held) => Promise<T>): Promise<T> {
  const writer = keepOpen(file, 'write');
  try {
    const connection: Connection = writer.get();
    migrate(connection, readMigrations('sqlite'));
    connection.run('BEGIN IMMEDIATE');
    const value = await use(heldBy(async (sql, values) => connection.query(sql, values)));
    connection.run('COMMIT');
    connection.emptyLog();
    return value;
  } finally {
    writer.close();
  }
}

const heldBy = (execute: Parameters<typeof sqliteDb>[0]): Held => ({ db: sqliteDb(execute), t: tables(sqlite) });

function guard<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw fromSqlite(error);
  }
}
