import { resolve } from 'node:path';
import { DataError, isDamaged } from '#app/data/data-error.ts';
import { NewerDatabase } from '#app/data/migrations.server.ts';
import { Differs, type Moved, moveDatabase, NotEmpty, OlderDatabase } from '#app/data/move.server.ts';
import { openPlace } from '#app/data/place.server.ts';
import { DamagedCopy } from '#app/data/sqlite-copy.server.ts';
import { RefusedCommand, sayWhy } from './refused-command.ts';

/**
 * `npm run move -- FROM TO`: everything in a database goes to another one, SQLite or PostgreSQL, and is compared row by
 * row before it is kept. FROM must not be in use and stays as it is; TO must be empty. Throws `RefusedCommand`.
 */
export async function runMove(root: string, [from, to]: string[]): Promise<void> {
  if (!from || !to) throw new RefusedCommand(usage);
  const [source, target] = [databaseUrl(from, root), databaseUrl(to, root)];
  if (source === target) throw new RefusedCommand('That is one and the same database. Nothing was moved.');
  const places = { source: openPlace(source), target: openPlace(target) };
  try {
    const moved = await moveDatabase(places.source.place, places.target.place);
    tell(moved, target);
  } catch (error) {
    throw sayWhy(error, explain);
  } finally {
    await places.source.close();
    await places.target.close();
  }
}

const usage =
  'Which ones? npm run move -- FROM TO, each file:/path/to/file.db or postgres://user@host/database. FROM stays as it is.';

function databaseUrl(given: string, root: string): string {
  if (/^postgres(ql)?:\/\//.test(given)) return given;
  if (/^[a-z]+:\/\//.test(given)) throw new RefusedCommand(usage);
  return `file:${resolve(root, given.replace(/^file:/, ''))}`;
}

function tell(moved: Moved, target: string): void {
  for (const { table, rows } of moved) if (rows > 0) console.log(`${String(rows).padStart(9)} ${table}`);
  const rows = moved.reduce((sum, one) => sum + one.rows, 0);
  console.log(`Moved and compared row by row: ${rows} rows in ${moved.length} tables.`);
  console.log(
    target.startsWith('file:')
      ? `Start with DATABASE_URL=${target} and the same SECRET: no code or link opens without it.`
      : 'Start with DATABASE_URL as you gave it here and the same SECRET (what stands in DATA_DIR/secret): no code or link opens without it.',
  );
}

function explain(error: unknown): string | null {
  const why = whyOf(error);
  return why && `${why} Nothing was moved.`;
}

function whyOf(error: unknown): string | null {
  if (error instanceof NotEmpty) return `The database to move to must be empty: ${error.message}`;
  if (error instanceof Differs) return `${error.message} That must never be: keep both and report it.`;
  if (error instanceof OlderDatabase)
    return `The database to move from is of an earlier version, or none of the toolbox. ${error.message} Start this version on it once, stop it, then move.`;
  if (error instanceof NewerDatabase) return `${error.message} Move it with that version.`;
  if (error instanceof DamagedCopy) return `What was written is damaged (${error.message}).`;
  if (!(error instanceof DataError)) return null;
  if (error.code === 'busy')
    return `A server still uses the database to move from, or another program does (${error.reason}). Stop it first.`;
  if (isDamaged(error)) return `A database is damaged (${error.reason}).`;
  return `A database cannot be read or written (${error.reason}).`;
}
