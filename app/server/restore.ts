import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DataError } from '#app/data/data-error.ts';
import { NewerDatabase } from '#app/data/migrations.server.ts';
import { restorePostgres } from '#app/data/postgres-restore.server.ts';
import { DamagedCopy } from '#app/data/sqlite-copy.server.ts';
import { restoreSqlite } from '#app/data/sqlite-restore.server.ts';
import { copiesFolder } from '#app/jobs/backup.server.ts';
import { stampOf } from './backup.ts';
import { loadPostgres, ProgramTrouble, requireToolboxDump } from './postgres-programs.ts';
import { RefusedCommand, sayWhy } from './refused-command.ts';
import { readSettings, type Settings } from './settings.ts';

/** What stands where now. */
type Outcome = { aside: string | null; pending: string[] };

/**
 * `npm run restore -- FILE`: puts a copy in the place of the database, which is kept aside. First the copy is read whole
 * and its version looked at; a database that a server uses is left alone. Throws `RefusedCommand` or `SettingsError`.
 */
export async function runRestore(root: string, [file]: string[]): Promise<void> {
  if (!file) throw new RefusedCommand('Which copy? npm run restore -- FILE');
  const from = resolve(file);
  if (!existsSync(from)) throw new RefusedCommand(`There is no file ${from}. Nothing was changed.`);
  const settings = readSettings(process.env, root);
  await requireStopped(settings);
  const { aside, pending } = await restore(settings, from).catch((error) => {
    throw sayWhy(error, explain(from));
  });
  console.log(`Restored from ${from}.`);
  if (aside) console.log(`What was there is kept as ${aside}.`);
  if (pending.length > 0) console.log(`The copy is of an earlier version: the next start brings it up to date.`);
}

/** A damaged file cannot be locked, so a server that still has it open is found by its address as well. */
async function requireStopped({ port }: Settings): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2000) }).catch(
    () => null,
  );
  if (/^ok \d+$/.test((await answer?.text()) ?? '')) throw new RefusedCommand(inUse);
}

async function restore({ databaseUrl, dataDir }: Settings, from: string): Promise<Outcome> {
  const stamp = stampOf(new Date());
  if (databaseUrl.startsWith('file:')) {
    const aside = join(copiesFolder(dataDir), `replaced-${stamp}.db`);
    const { kept, pending } = await restoreSqlite({ from, to: databaseUrl.replace(/^file:(\/\/)?/, ''), aside });
    return { aside: kept ? aside : null, pending };
  }
  await requireToolboxDump(from);
  const { aside, pending } = await restorePostgres({ databaseUrl, stamp, fill: (url) => loadPostgres(from, url) });
  return { aside: `database ${aside}`, pending };
}

const inUse = 'A server still uses the database. Stop it first, then restore. Nothing was changed.';

const explain =
  (from: string) =>
  (error: unknown): string | null => {
    if (error instanceof ProgramTrouble) return `${error.message}\nNothing was changed.`;
    if (error instanceof DamagedCopy)
      return `${from} is damaged or no database of the toolbox (${error.message}). Nothing was changed.`;
    if (error instanceof NewerDatabase) return `${error.message} Take that version first. Nothing was changed.`;
    if (!(error instanceof DataError)) return null;
    if (error.code === 'busy') return inUse;
    if (error.reason === '42501') return 'The user of DATABASE_URL may not make databases. Nothing was changed.';
    return `It could not be restored (${error.reason}). Nothing was changed.`;
  };
