import { existsSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { fromSqlite, isDamaged } from './data-error.ts';

/** What a sound copy holds: the migrations it has had. */
export type Copy = { migrations: string[] };

/** A file that is damaged, or no database of this app; the message says what SQLite found. */
export class DamagedCopy extends Error {
  override name = 'DamagedCopy';
}

/**
 * Copies what is committed, also while a server writes the file, and opens the copy to see that it is sound. Under its
 * own name a copy is never half. Throws `DataError` when it cannot be read or written, `DamagedCopy` when it is unsound.
 */
export async function copySqlite(file: string, to: string): Promise<Copy> {
  return keepSound(to, (unfinished) => copyInOneGo(file, unfinished));
}

/** Keeps what `copy` writes under its own name once it was found sound. */
export async function keepSound(to: string, copy: (unfinished: string) => Promise<void>): Promise<Copy> {
  const unfinished = `${to}.part`;
  rmSync(unfinished, { force: true });
  try {
    await copy(unfinished);
    const found = await checkCopy(unfinished);
    renameSync(unfinished, to);
    return found;
  } finally {
    for (const part of ['', '-wal', '-shm', '-journal']) rmSync(unfinished + part, { force: true });
  }
}

/** In steps it would begin again at every write of the server; in one go it sees one moment. */
async function copyInOneGo(file: string, to: string): Promise<void> {
  let database: Database.Database | null = null;
  try {
    // Not opened as read-only: that would leave the files of its log behind when no server runs.
    database = new Database(file, { fileMustExist: true, timeout: 5000 });
    database.pragma('query_only = ON');
    await database.backup(to, { progress: () => 0x7fffffff });
  } catch (error) {
    const trouble = fromSqlite(error);
    throw isDamaged(trouble) ? new DamagedCopy(trouble.reason) : trouble;
  } finally {
    database?.close();
  }
}

/** Reads all of a copy, in a thread of its own. Throws `DamagedCopy`. */
export function checkCopy(file: string): Promise<Copy> {
  const check = createRequire(import.meta.url).resolve('#app/data/copy-check.mjs');
  return new Promise((resolve, reject) => {
    if (!existsSync(file)) return reject(new DamagedCopy('there is no such file'));
    const worker = new Worker(check, { workerData: { file }, execArgv: [] });
    worker.once('message', (found: Copy | { damage: string }) =>
      'damage' in found ? reject(new DamagedCopy(found.damage)) : resolve(found),
    );
    worker.once('error', reject);
  });
}
