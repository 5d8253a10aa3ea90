import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { operate, operateThrough } from '../support/operator.ts';
import { createDatabase } from '../support/postgres.ts';
import { freePort, startServer } from '../support/server.ts';
import { temporaryFolder } from '../support/stores.ts';
import { newVisitor, startAssessment, type Visitor } from '../support/visitor.ts';

/* The operator's commands, rehearsed with the built app: a copy while people answer, and the way back. */

const storedIn = (file: string): string[] => {
  const database = new Database(file, { readonly: true });
  try {
    return database.prepare('select id from answer order by id').pluck().all() as string[];
  } finally {
    database.close();
  }
};
const nameIn = (said: string) => /(?:checked|kept as):? (\S+?)\.?$/m.exec(said)?.[1] ?? '';

async function installation(env: Record<string, string> = {}) {
  const dataDir = temporaryFolder();
  const port = await freePort();
  const all = { DATA_DIR: dataDir, PORT: String(port), ...env };
  return {
    dataDir,
    file: join(dataDir, 'toolbox.db'),
    start: () => startServer({ dataDir, port, env }),
    operate: (...words: string[]) => operate(words, all),
  };
}

/** Answers until told to stop, some hundred times a second; gives the ids that were acknowledged so far, in order. */
function answerOn(visitor: Visitor, assessment: string) {
  const acknowledged: string[] = [];
  let stopped = false;
  const running = (async () => {
    for (let n = 0; !stopped; n++) {
      const id = `a-${String(n).padStart(5, '0')}`;
      const { status } = await visitor.save(assessment, {
        id,
        item: 'goal-backed',
        value: 'started',
        note: 'x'.repeat(900),
      });
      if (status === 200) acknowledged.push(id);
      await sleep(5);
    }
  })();
  return {
    acknowledged,
    async stop() {
      stopped = true;
      await running;
    },
  };
}

test('a copy is made while people answer, is whole, and brings everything back', { timeout: 120_000 }, async () => {
  const site = await installation();
  let server = await site.start();
  const visitor = newVisitor(server.url);
  const assessment = await startAssessment(visitor);
  const answering = answerOn(visitor, assessment);
  await expect.poll(() => answering.acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(50);
  const before = [...answering.acknowledged];
  const backup = await site.operate('--backup');
  await answering.stop();
  expect(backup).toMatchObject({ code: 0, said: expect.stringContaining(join(site.dataDir, 'secret')) });
  const copy = nameIn(backup.said);
  expect(storedIn(copy)).toEqual(expect.arrayContaining(before));
  const unfinished = () =>
    readdirSync(join(site.dataDir, 'backups')).filter((name) => !/^[\d-]+(T[\dZ-]+)?\.db$/.test(name));
  // The server may be at its own copy of the day, which passes; what the command left behind would stay.
  await expect.poll(unfinished, { timeout: 20_000 }).toEqual([]);

  const refused = await site.operate('--restore', copy);
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('A server still uses the database') });
  await server.stop();
  const replaced = storedIn(site.file);
  expect(replaced).toEqual(expect.arrayContaining(answering.acknowledged));

  const restored = await site.operate('--restore', copy);
  expect(restored.code, restored.said).toBe(0);
  expect(storedIn(site.file)).toEqual(storedIn(copy));
  expect(storedIn(nameIn(restored.said))).toEqual(replaced);
  server = await site.start();
  const own = await (await visitor.get(`/files/${assessment}/own/assessment.json`)).json();
  expect((own as { answers: unknown[] }).answers).toHaveLength(storedIn(copy).length);
  await server.stop();
});

test('a damaged database is replaced by a copy of an earlier version, which the next start brings up to date', async () => {
  const site = await installation();
  const copy = join(site.dataDir, 'backups', '2026-11-01.db');
  mkdirSync(join(site.dataDir, 'backups'));
  writeFileSync(copy, gunzipSync(readFileSync('tests/data/files/before-people.db.gz')));
  writeFileSync(site.file, 'gone '.repeat(2000));
  const refused = await site.operate();
  expect(refused.code).toBe(1);
  expect(refused.said).toContain(`The database ${site.file} is damaged (SQLITE_NOTADB)`);
  expect(refused.said).toContain(`npm run restore -- ${copy}`);
  expect(refused.said).not.toContain('    at ');
  const restored = await site.operate('--restore', copy);
  expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('brings it up to date') });
  expect(readFileSync(nameIn(restored.said), 'utf8')).toMatch(/^gone gone/);
  const server = await site.start();
  expect((await newVisitor(server.url).get('/nl')).status).toBe(200);
  await server.stop();
  expect(storedIn(site.file)).toEqual(storedIn(copy));
}, 120_000);

test('a database of a newer version is refused at the start, with what to do', async () => {
  const site = await installation();
  await (await site.start()).stop();
  const database = new Database(site.file);
  database.exec(`insert into migration values ('9999_future')`);
  database.close();
  const refused = await site.operate();
  expect(refused.code).toBe(1);
  expect(refused.said).toContain('made by a newer version of the app (it has migration 9999_future)');
  expect(refused.said).toMatch(/npm run restore -- \S+/);
  expect(refused.said).not.toContain('    at ');
}, 60_000);

const server = process.env.TEST_POSTGRES_URL;

describe.runIf(server && hasProgram('pg_dump'))('a PostgreSQL server', () => {
  test('is copied while people answer, and put back under its name; what was there keeps another', async () => {
    const database = await createDatabase(server as string);
    const site = await installation({
      DATABASE_URL: database.url,
      SECRET: 'a key that every host has, for codes and links',
    });
    const app = await site.start();
    const visitor = newVisitor(app.url);
    const assessment = await startAssessment(visitor);
    const answering = answerOn(visitor, assessment);
    await expect.poll(() => answering.acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(20);
    const before = [...answering.acknowledged];
    const backup = await site.operate('--backup');
    expect(backup.code, backup.said).toBe(0);
    await answering.stop();
    const copy = nameIn(backup.said);
    expect((await site.operate('--restore', copy)).said).toContain('A server still uses the database');
    await app.stop();
    const after = await answersAt(database.url);
    const restored = await site.operate('--restore', copy);
    expect(restored.code, restored.said).toBe(0);
    const back = await answersAt(database.url);
    expect(back).toEqual(expect.arrayContaining(before));
    expect(back.length).toBeLessThan(after.length);
    const aside = new URL(database.url);
    aside.pathname = nameIn(restored.said.replace('database ', ''));
    expect(await answersAt(aside.href)).toEqual(after);
    await database.drop();
    await dropDatabase(aside);
  }, 120_000);

  test('that has none of its programs here is said plainly', async () => {
    const site = await installation({
      DATABASE_URL: server as string,
      SECRET: 'a key that every host has, for codes and links',
      PATH: '/nowhere',
    });
    expect(await site.operate('--backup')).toMatchObject({
      code: 1,
      said: expect.stringContaining('pg_dump is not installed here'),
    });
  });
});

function hasProgram(name: string): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function answersAt(connectionString: string): Promise<string[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query('select id from answer order by id');
  await client.end();
  return rows.map(({ id }) => id);
}

async function dropDatabase(url: URL): Promise<void> {
  const client = new pg.Client({ connectionString: server as string });
  await client.connect();
  await client.query(`drop database "${url.pathname.slice(1)}" with (force)`);
  await client.end();
}

test.skipIf(process.platform === 'win32')('nobody but its own user can read what it stores', async () => {
  const dataDir = join(temporaryFolder(), 'data');
  const generous = (command: string[]) => ['sh', '-c', 'umask 022; exec "$@"', 'sh', ...command];
  const server = await startServer({ dataDir, port: await freePort(), through: generous });
  try {
    await startAssessment(newVisitor(server.url));
    const { code } = await operateThrough(generous, ['--backup'], { DATA_DIR: dataDir });
    expect(code).toBe(0);
    const written = ['.', ...readdirSync(dataDir, { recursive: true }).map(String)];
    expect(written).toEqual(expect.arrayContaining(['secret', 'toolbox.db', 'toolbox.db-wal', 'backups']));
    expect(written.some((name) => /^backups.+db/.test(name))).toBe(true);
    expect(written.filter((name) => (statSync(join(dataDir, name)).mode & 0o077) !== 0)).toEqual([]);
  } finally {
    await server.stop();
  }
});
