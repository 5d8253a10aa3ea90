// Opens a copy of the database in a thread of its own, because reading all of a large file takes long: makes it stand in
// one file, and tells which migrations it has had, or what is wrong with it.
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

parentPort?.postMessage(look(workerData.file));

/** @param {string} file @returns {{ migrations: string[] } | { damage: string }} */
function look(file) {
  try {
    const database = new Database(file, { fileMustExist: true });
    try {
      database.pragma('journal_mode = DELETE');
      const damage = database.pragma('integrity_check', { simple: true });
      if (damage !== 'ok') return { damage: String(damage) };
      if (database.prepare('select 1 from pragma_foreign_key_check').get()) return { damage: 'rows refer to nothing' };
      return { migrations: database.prepare('select tag from migration order by tag').pluck().all().map(String) };
    } finally {
      database.close();
    }
  } catch (error) {
    return { damage: String(error instanceof Database.SqliteError ? error.message : error) };
  }
}
