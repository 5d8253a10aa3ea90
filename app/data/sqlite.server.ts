import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { isBroken } from './data-error.ts';
import { type Engine, requireQuery, sqliteDb } from './db.server.ts';
import { type Migration, migrationTable, pendingMigrations, readMigrations } from './migrations.server.ts';
import { type Connection, keepOpen, type Reopening } from './sqlite-connection.server.ts';
import { keepSound } from './sqlite-copy.server.ts';
import { whenFree } from './transaction.server.ts';
import { createWriteQueue } from './write-queue.server.ts';

/** How long opening waits for another process that migrates the same file, in milliseconds. */
const openLimit = 10_000;

/** Opens (makes, migrates) a SQLite file: one connection that writes, one that reads only what is committed. */
export async function openSqlite(file: string): Promise<Engine> {
  mkdirSync(dirname(file), { recursive: true });
  const writer = keepOpen(file, 'write');
  const reader = keepOpen(file, 'read');
  await whenFree(() => migrate(writer.get(), readMigrations('sqlite')), openLimit).catch((error) => {
    writer.close();
    throw error;
  });
  const queue = createWriteQueue(writer);
  return {
    read: sqliteDb((sql, values) => whenFree(() => readFrom(reader, sql, values))),
    write: queue.write,
    // Older images of erased rows stand in the log only: erasing wipes the file itself.
    scrub: () => whenFree(() => writer.get().emptyLog()),
    copyTo: async (copy) => void (await keepSound(copy, (unfinished) => writer.get().copyTo(unfinished))),
    async close() {
      await queue.idle();
      reader.close();
      // Statistics for faster queries; they can wait for the next time.
      await whenFree(() => writer.get().run('PRAGMA optimize')).catch(() => {});
      writer.close();
    },
  };
}

function readFrom(reader: Reopening, sql: string, values: unknown[]): unknown[][] {
  requireQuery(sql, 'read');
  try {
    return reader.get().query(sql, values);
  } catch (error) {
    if (isBroken(error)) reader.drop();
    throw error;
  }
}

/**
 * All pending migrations, or none. Foreign keys rest meanwhile: SQLite changes a table by making it anew, and dropping
 * the old one would erase everything that refers to it. They are verified before the commit.
 */
export function migrate(writer: Connection, migrations: Migration[]): void {
  writer.run('PRAGMA foreign_keys = OFF');
  try {
    writer.run('BEGIN IMMEDIATE');
    applyMigrations(writer, migrations);
    writer.run('COMMIT');
  } finally {
    if (writer.inTransaction) writer.run('ROLLBACK');
    writer.run('PRAGMA foreign_keys = ON');
  }
}

function applyMigrations(writer: Connection, migrations: Migration[]): void {
  writer.run(migrationTable);
  const applied = writer.query('select tag from migration').map(([tag]) => String(tag));
  const pending = pendingMigrations(migrations, applied);
  for (const { tag, statements } of pending) {
    for (const statement of statements) writer.run(statement);
    writer.query('insert into migration (tag) values (?)', [tag]);
  }
  // Looking at every reference takes long in a large file: only after a change.
  if (pending.length === 0) return;
  const orphans = writer.query('PRAGMA foreign_key_check');
  if (orphans.length > 0) throw new Error(`${orphans.length} rows would refer to nothing after this migration.`);
}
