import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { fromSqlite, isDamaged } from './data-error.ts';
import { pendingMigrations, readMigrations } from './migrations.server.ts';
import { DamagedCopy, keepSound } from './sqlite-copy.server.ts';

/** `aside`: where the replaced database is kept. */
export type Exchange = { from: string; to: string; aside: string };

/** `kept`: whether there was a database to keep; `pending`: migrations that the next start will do. */
export type Restored = { kept: boolean; pending: string[] };

/**
 * Puts a copy in the place of the database, once it is known to be sound and of this version or an earlier one; until
 * then nothing is touched. Throws `DamagedCopy`, `NewerDatabase`, or `DataError`: `busy` while a server uses the database.
 */
export async function restoreSqlite({ from, to, aside }: Exchange): Promise<Restored> {
  const ready = `${to}.restoring`;
  mkdirSync(dirname(to), { recursive: true });
  mkdirSync(dirname(aside), { recursive: true });
  try {
    const { migrations } = await keepSound(ready, async (unfinished) => copyBytes(from, unfinished));
    const pending = pendingMigrations(readMigrations('sqlite'), migrations).map(({ tag }) => tag);
    const kept = existsSync(to);
    const release = kept ? holdAlone(to) : () => {};
    try {
      for (const part of ['', '-wal', '-shm', '-journal']) if (existsSync(to + part)) moveFile(to + part, aside + part);
      renameSync(ready, to);
      makeDurable(dirname(to));
    } finally {
      release();
    }
    return { kept, pending };
  } finally {
    rmSync(ready, { force: true });
  }
}

/** The copy itself is only read: it may stand on a disk that cannot be written. */
function copyBytes(from: string, to: string): void {
  if (!existsSync(from)) throw new DamagedCopy('there is no such file');
  copyFileSync(from, to);
  if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${to}-wal`);
}

/**
 * Holds a database against every other process, with its log emptied into it. A server that starts meanwhile waits and
 * opens the address anew, and so finds the restored one. A database too damaged to be held is in nobody's use.
 */
function holdAlone(file: string): () => void {
  const database = new Database(file, { timeout: 0 });
  try {
    // Leaving WAL is only allowed to who is alone.
    database.pragma('journal_mode = DELETE');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    const trouble = fromSqlite(error);
    if (!isDamaged(trouble)) {
      database.close();
      throw trouble;
    }
  }
  return () => void database.close();
}

/** Also to another disk. */
function moveFile(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    copyFileSync(from, to);
    makeDurable(to);
    rmSync(from);
  }
}

/** Puts a file, or the names in a folder, on the disk. */
export function makeDurable(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
