import { existsSync, mkdirSync, readdirSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { brusselsDay } from '#app/domain/calendar.ts';
import { backupDays } from '#app/domain/retention.ts';
import type { JobContext } from './job-context.ts';
import type { JobSettings } from './run.server.ts';

/** One checked copy of the SQLite file a day in DATA_DIR/backups; PostgreSQL is backed up by its operator. */
export async function backUp({ store, now }: JobContext, { dataDir }: JobSettings): Promise<void> {
  if (store.dialect !== 'sqlite') return;
  const folder = copiesFolder(dataDir);
  mkdirSync(folder, { recursive: true });
  await store.copyTo(join(folder, `${brusselsDay(now())}.db`));
  removeOld(dataDir, now());
}

/** Where the copies stand: those of every day, those that the operator makes, and databases that a restore replaced. */
export const copiesFolder = (dataDir: string): string => join(dataDir, 'backups');

/** The copy that was made last; null when there is none. */
export function findNewestCopy(dataDir: string): string | null {
  const newest = listCopies(dataDir)
    .filter(({ file }) => /\/\d[^/]*\.db$/.test(file))
    .reduce<{ file: string; at: number } | null>((one, two) => (one && one.at >= two.at ? one : two), null);
  return newest?.file ?? null;
}

/** What was erased is gone from every copy after `backupDays`. */
function removeOld(dataDir: string, now: Date) {
  const oldest = now.getTime() - (backupDays - 1) * 24 * 60 * 60_000;
  for (const { file, at } of listCopies(dataDir)) if (at < oldest) unlinkSync(file);
}

function listCopies(dataDir: string): { file: string; at: number }[] {
  const folder = copiesFolder(dataDir);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.(db|dump)(-\w+)?$/.test(name))
    .map((name) => ({ file: join(folder, name), at: statSync(join(folder, name)).mtimeMs }));
}
