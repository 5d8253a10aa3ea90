import { spawn } from 'node:child_process';

/** One of PostgreSQL's own programs is missing here, or failed; the message is for who runs the app. */
export class ProgramTrouble extends Error {
  override name = 'ProgramTrouble';
}

/** Copies a PostgreSQL database to one file and reads the file's list to see that it is whole. Throws `ProgramTrouble`. */
export async function dumpPostgres(databaseUrl: string, file: string): Promise<void> {
  await run('pg_dump', ['--format=custom', `--file=${file}`], databaseUrl);
  await requireToolboxDump(file);
}

/** Reads a file of `dumpPostgres` into an empty database, all or nothing. Throws `ProgramTrouble`. */
export const loadPostgres = async (file: string, databaseUrl: string): Promise<void> =>
  void (await run('pg_restore', ['--no-owner', '--exit-on-error', '--single-transaction', file], databaseUrl));

/** Throws `ProgramTrouble` when the file is no copy of this app's database. */
export async function requireToolboxDump(file: string): Promise<void> {
  const list = await run('pg_restore', ['--list', file]);
  if (!/TABLE DATA public migration /.test(list)) throw new ProgramTrouble(`${file} is no copy of a toolbox database.`);
}

/** The password goes through the environment: arguments can be read by every user of the machine. */
function run(program: string, rest: string[], databaseUrl?: string): Promise<string> {
  const url = databaseUrl ? new URL(databaseUrl) : null;
  const password = decodeURIComponent(url?.password ?? '');
  if (url) url.password = '';
  const child = spawn(program, url ? [...rest, `--dbname=${url.href}`] : rest, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C', ...(password && { PGPASSWORD: password }) },
  });
  const said = { out: '', error: '' };
  child.stdout.on('data', (text) => {
    said.out += text;
  });
  child.stderr.on('data', (text) => {
    said.error += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', () => reject(new ProgramTrouble(missing(program))));
    child.on('close', (code) =>
      code === 0 ? resolve(said.out) : reject(new ProgramTrouble(`${program} failed: ${said.error.trim()}`)),
    );
  });
}

const missing = (program: string) =>
  `${program} is not installed here. Install PostgreSQL's client programs in the version of your server (Debian: postgresql-client), or copy the database with your provider's own means.`;
