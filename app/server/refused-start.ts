import { DataError, isDamaged } from '#app/data/data-error.ts';
import { NewerDatabase } from '#app/data/migrations.server.ts';
import { copiesFolder, findNewestCopy } from '#app/jobs/backup.server.ts';
import type { Settings } from './settings.ts';

/** The app does not start; the message says which file or server, and what to do. */
export class RefusedStart extends Error {
  override name = 'RefusedStart';
}

type Where = Pick<Settings, 'databaseUrl' | 'dataDir'>;

/** What opening the database threw, in words for who runs it; what is no trouble of the database stays as it is. */
export function refusedStart(error: unknown, where: Where): unknown {
  if (error instanceof NewerDatabase)
    return new RefusedStart(`${error.message}\nStart that version again, or go back: ${howToRestore(where)}`);
  if (!(error instanceof DataError)) return error;
  const advice = where.databaseUrl.startsWith('file:') ? aboutFile(error, where) : aboutServer(error);
  return new RefusedStart(`${advice}\nNothing was changed.`);
}

function aboutFile(error: DataError, where: Where): string {
  const { code, reason } = error;
  const file = where.databaseUrl.replace(/^file:(\/\/)?/, '');
  if (isDamaged(error))
    return `The database ${file} is damaged (${reason}). Put a sound copy in its place: ${howToRestore(where)}`;
  if (code === 'busy') return `The database ${file} is held by another program (${reason}). Stop that one first.`;
  if (code === 'full') return `The disk of ${file} is full. Make room, then start again.`;
  return `The database ${file} cannot be opened (${reason}). Is its disk there, can it be written, and does its folder belong to the user who starts the app?`;
}

const aboutServer = ({ reason }: DataError): string =>
  `The PostgreSQL server of DATABASE_URL does not let us in (${reason}). Does it run, and are host, database, user and password right?`;

function howToRestore({ databaseUrl, dataDir }: Where): string {
  if (!databaseUrl.startsWith('file:')) return 'npm run restore -- FILE, with a file of npm run backup.';
  return `npm run restore -- ${findNewestCopy(dataDir) ?? `FILE. (There is no copy in ${copiesFolder(dataDir)}.)`}`;
}
