// The limit of a save: the same rows written by hand, one commit for each answer, as durable. In a process of its own.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { at } from './measured.ts';

export type Floor = { perSecond: number; p95: number };

/**
 * Commits per second of a file in `folder`, during so many milliseconds: each one upsert of an answer, in WAL with
 * `synchronous = FULL`.
 */
export const commitsPerSecond = (folder: string, milliseconds: number): Floor =>
  JSON.parse(
    execFileSync(process.execPath, [fileURLToPath(import.meta.url), folder, String(milliseconds)]).toString(),
  ) as Floor;

function measure(folder: string, milliseconds: number): Floor {
  const file = `${folder}/floor.db`;
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(
    'create table answer (assessment text, item text, value text, at integer, primary key (assessment, item))',
  );
  const upsert = database.prepare(
    'insert into answer values (?, ?, ?, ?) on conflict do update set value = excluded.value, at = excluded.at',
  );
  const taken: number[] = [];
  const begin = performance.now();
  for (let turn = 0; performance.now() - begin < milliseconds; turn++) {
    const started = performance.now();
    upsert.run(`assessment-${turn % 64}`, `item-${turn % 60}`, 'largely', turn);
    taken.push(performance.now() - started);
  }
  const seconds = (performance.now() - begin) / 1000;
  database.close();
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  return { perSecond: taken.length / seconds, p95: at(taken, 0.95) };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.stdout.write(JSON.stringify(measure(process.argv[2] ?? '', Number(process.argv[3]))));
