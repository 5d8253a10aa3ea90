import { mkdirSync, readdirSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { brusselsDay } from '#app/domain/calendar.ts';
import { backupDays } from '#app/domain/retention.ts';
import type { JobContext } from './job-context.ts';
import type { JobSettings } from './run.server.ts';

/** One copy of the SQLite file a day in DATA_DIR/backups; PostgreSQL is backed up by its operator. */
export async function backUp({ store, now }: JobContext, { dataDir }: JobSettings): Promise<void> {
  if (store.dialect !== 'sqlite') return;
  const folder = join(dataDir, 'backups');
  mkdirSync(folder, { recursive: true });
  await store.copyTo(join(folder, `${brusselsDay(now())}.db`));
  removeOld(folder, now());
}

function removeOld(folder: string, now: Date) {
  const oldest = now.getTime() - (backupDays - 1) * 24 * 60 * 60_000;
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.db')))
    if (statSync(join(folder, name)).mtimeMs < oldest) unlinkSync(join(folder, name));
}
