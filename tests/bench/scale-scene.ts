import { createHash } from 'node:crypto';
import { constants, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCookie } from '@remix-run/node';
import Database from 'better-sqlite3';
import { brusselsDay, isoWeek } from '#app/domain/calendar.ts';
import { sectorIds } from '#app/domain/checklist.ts';
import type { Phase } from '#app/domain/placement.ts';
import { openServices } from '#app/server/services.ts';
import { readSettings } from '#app/server/settings.ts';
import { root } from '../support/root.ts';
import { freePort, plainEnvironment, type RunningServer, startServer } from '../support/server.ts';
import { generate } from './generate.ts';

/** A folder with so many hand-ins, in which a coach has placements and a federation may look. */
export type Place = {
  dataDir: string;
  file: string;
  env: Record<string, string>;
  /** Milliseconds that generating took; null when an earlier run left the file. */
  generated: number | null;
  remove: () => void;
};

export const placements = 500;
const secret = 'a secret for the bench alone, long enough';

export async function preparePlace(count: number): Promise<Place> {
  const cache = join(root, 'node_modules/.cache/toolbox/bench', `hand-ins-${count}-${fingerprint()}.db`);
  mkdirSync(join(cache, '..'), { recursive: true });
  const generated = existsSync(cache) ? null : await generate(`${cache}.part`, count, { answers: count <= 10_000 });
  if (generated !== null) copyFileSync(`${cache}.part`, cache, constants.COPYFILE_FICLONE);
  for (const part of ['', '-wal', '-shm']) rmSync(`${cache}.part${part}`, { force: true });
  const dataDir = mkdtempSync(join(tmpdir(), 'toolbox-scale-'));
  const file = join(dataDir, 'toolbox.db');
  copyFileSync(cache, file, constants.COPYFILE_FICLONE);
  addPeople(file);
  return {
    dataDir,
    file,
    generated,
    env: { ...plainEnvironment, SECRET: secret, RATE_LIMIT: '100000000', LOG_LEVEL: 'error' },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** A file is made anew when what makes it, or the schema, has changed. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const name of ['generate.ts', 'generate-tables.ts', 'generate-answers.ts'])
    hash.update(readFileSync(join(root, 'tests/bench', name)));
  hash.update(readFileSync(join(root, 'drizzle/sqlite/meta/_journal.json')));
  return hash.digest('hex').slice(0, 8);
}

/** Phases that a placement can be in before its first day of work. */
const begun: readonly Phase[] = ['preparation', 'matching'];

function addPeople(file: string): void {
  const database = new Database(file);
  const now = Date.now();
  const run = (sql: string, ...values: unknown[]) => database.prepare(sql).run(...values);
  database.exec('begin');
  run("insert into organisation (id, kind, name, created_at) values ('coaching', 'coaching', 'Bench', ?)", now);
  for (const [id, organisation] of [
    ['coach', 'coaching'],
    ['reader', 'federation'],
  ]) {
    run(
      'insert into person (id, email, language, created_at, active_at) values (?, ?, ?, ?, ?)',
      id,
      `${id}@example.org`,
      'nl',
      now,
      now,
    );
    run(
      "insert into membership (organisation_id, person_id, role, label, joined_at) values (?, ?, 'owner', '', ?)",
      organisation,
      id,
      now,
    );
  }
  const addPlacement = database.prepare(
    `insert into placement (id, code, organisation_id, coach_id, sector, host_name, place, target_job, language, route, phase, since, legal_ticked, created_at, active_at)
     values (?, ?, 'coaching', 'coach', 'care', ?, 'Gent', 'kitchen', 'nl', 'trajectory', ?, ?, '[]', ?, ?)`,
  );
  const today = brusselsDay(new Date(now));
  for (let at = 0; at < placements; at++)
    addPlacement.run(`placement-${at}`, `Bench ${at}`, `House ${at % 90}`, begun[at % begun.length], today, now, now);
  // The night's work is asked for by the benchmark alone.
  for (const [kind, when] of [
    ...['retention', 'figures', 'backup', 'follow-ups'].map((one) => [one, today]),
    ...['digests', 'caseload-weeks'].map((one) => [one, isoWeek(today)]),
  ])
    run(
      "insert into job (id, kind, payload, run_at, done_at) values (?, ?, '{}', ?, ?)",
      `${kind}-${when}`,
      kind,
      now,
      now,
    );
  database.exec('commit');
  database.close();
}

/** Cookies of somebody who signed in, made as the app makes them. */
export async function signIn({ dataDir, env }: Place, person: 'coach' | 'reader'): Promise<string> {
  const services = await openServices(readSettings({ ...env, DATA_DIR: dataDir }, root), root, 'production');
  const key = services.newToken();
  const now = new Date();
  const data = {
    grants: {},
    author: person,
    countingKey: person,
    person,
    signedInAt: now.toISOString(),
    device: 'Bench',
  };
  const { store } = services;
  await store.write((tx) =>
    tx.insert(store.t.session).values({
      id: services.hash(key),
      data,
      createdAt: now,
      expiresAt: new Date(now.getTime() + 86_400_000),
      personId: person,
      device: 'Bench',
    }),
  );
  await store.close();
  const cookie = createCookie('session', {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secrets: [services.cookieSecret],
  });
  return (await cookie.serialize(key)).split(';')[0] as string;
}

export async function serve({ dataDir, env }: Place): Promise<RunningServer & { port: number }> {
  const port = await freePort();
  return { ...(await startServer({ dataDir, port, env, patience: 300_000 })), port };
}

/** Every published table in each of its forms: as the federation, everybody and a program read it. */
export const figurePages = sectorIds.flatMap((sector) => [
  ...['sub-sector', 'size', 'province'].map(
    (by) => `/nl/organisations/federation/figures/${sector}?of=sector&by=${by}`,
  ),
  ...[0, 1, 2].map((at) => `/nl/organisations/federation/figures/${sector}?of=edition-${sector}-${at}`),
]);
export const publicPages = sectorIds.map((sector) => `/nl/figures/${sector}`);
export const apiTables = sectorIds.flatMap((sector) =>
  ['total', 'sub-sector', 'size', 'province', 'quarter'].map((name) => `/api/v1/figures/${sector}/${name}`),
);
