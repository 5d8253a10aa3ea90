import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DataError } from '#app/data/data-error.ts';
import { copySqlite, DamagedCopy } from '#app/data/sqlite-copy.server.ts';
import { copiesFolder } from '#app/jobs/backup.server.ts';
import { dumpPostgres, ProgramTrouble } from './postgres-programs.ts';
import { RefusedCommand, sayWhy } from './refused-command.ts';
import { readSettings, type Settings } from './settings.ts';

/**
 * `npm run backup [-- FILE]`: one checked copy of the database, also while the server runs; without a file it goes
 * beside the daily ones. Throws `RefusedCommand` or `SettingsError`.
 */
export async function runBackup(root: string, [file]: string[]): Promise<void> {
  const settings = readSettings(process.env, root);
  const to = file ? resolve(file) : join(copiesFolder(settings.dataDir), nameOf(settings, new Date()));
  if (existsSync(to)) throw new RefusedCommand(`${to} is there already. Nothing was copied.`);
  mkdirSync(dirname(to), { recursive: true });
  await copyDatabase(settings, to).catch((error) => {
    throw sayWhy(error, explain(to));
  });
  console.log(`Copied and checked: ${to}`);
  if (!process.env.SECRET)
    console.log(
      `Keep ${join(settings.dataDir, 'secret')} as well, in another place: no code or link opens without it.`,
    );
}

const nameOf = ({ databaseUrl }: Settings, now: Date): string =>
  `${stampOf(now)}.${databaseUrl.startsWith('file:') ? 'db' : 'dump'}`;

/** A moment as part of a name: 2026-11-26T02-30-00Z. */
export const stampOf = (now: Date): string => now.toISOString().replace(/\.\d+/, '').replaceAll(':', '-');

async function copyDatabase({ databaseUrl }: Settings, to: string): Promise<void> {
  if (databaseUrl.startsWith('file:')) return void (await copySqlite(databaseUrl.replace(/^file:(\/\/)?/, ''), to));
  const unfinished = `${to}.part`;
  try {
    await dumpPostgres(databaseUrl, unfinished);
    renameSync(unfinished, to);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

const explain =
  (to: string) =>
  (error: unknown): string | null => {
    if (error instanceof ProgramTrouble) return error.message;
    if (error instanceof DamagedCopy)
      return `The database is damaged (${error.message}), so no copy was kept. Restore an earlier one: npm run restore -- FILE.`;
    if (error instanceof DataError) return `The database could not be copied to ${to} (${error.reason}).`;
    return null;
  };
