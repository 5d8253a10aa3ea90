import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { eq, sql } from 'drizzle-orm';
import { build } from 'vite';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { migrate } from '#app/data/sqlite.server.ts';
import { keepOpen } from '#app/data/sqlite-connection.server.ts';
import { openStore } from '#app/data/store.server.ts';
import { lockLimit } from '#app/data/transaction.server.ts';
import { root } from '../support/root.ts';
import { temporaryFolder } from '../support/stores.ts';

const newFile = () => `${temporaryFolder()}/deeper/store.db`;
const openAt = (file: string) => openStore({ databaseUrl: `file:${file}` });

function look<T>(file: string, use: (database: Database.Database) => T): T {
  const database = new Database(file);
  try {
    return use(database);
  } finally {
    database.close();
  }
}

describe('a connection', () => {
  it.each(['read', 'write'] as const)('that %ss is durable, keeps references and wipes what it erases', (access) => {
    const file = `${temporaryFolder()}/c.db`;
    keepOpen(file, 'write').get();
    const connection = keepOpen(file, access).get();
    const pragma = (name: string) => connection.query(`select * from pragma_${name}`)[0]?.[0];
    expect(look(file, (database) => database.pragma('journal_mode', { simple: true }))).toBe('wal');
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('secure_delete')).toBe(1);
    expect(pragma('busy_timeout')).toBe(0);
    expect(pragma('query_only')).toBe(access === 'read' ? 1 : 0);
  });

  it('does not make an empty database in the place of one that went away', () => {
    const file = `${temporaryFolder()}/c.db`;
    const kept = keepOpen(file, 'write');
    kept.get();
    kept.drop();
    rmSync(file);
    expect(() => kept.get()).toThrow('io (SQLITE_CANTOPEN');
    expect(existsSync(file)).toBe(false);
  });

  it('that reads refuses to begin a transaction, which would hold its picture of the data for ever', async () => {
    const store = await openAt(newFile());
    const { session } = store.read as unknown as { session: { run(query: unknown): Promise<unknown> } };
    for (const command of ['BEGIN', 'begin deferred', '/* */ SAVEPOINT a', 'PRAGMA query_only = OFF', 'ATTACH x AS y'])
      await expect(session.run(sql.raw(command))).rejects.toThrow();
    await store.close();
  });
});

describe('opening', () => {
  it('keeps what is there', async () => {
    const file = newFile();
    const first = await openAt(file);
    await first.write((tx) => tx.insert(first.t.guess).values({ key: 'k', points: 3 }));
    await first.close();
    const second = await openAt(file);
    expect(await second.read.select().from(second.t.guess)).toEqual([{ key: 'k', points: 3, expiresAt: null }]);
    await second.close();
  });

  it('migrates all or nothing', async () => {
    const file = `${temporaryFolder()}/half.db`;
    look(file, (database) => database.exec('create table submission (mine text)'));
    await expect(openAt(file)).rejects.toThrow();
    const names = look(file, (database) => database.prepare('select name from sqlite_master').pluck().all());
    expect(names).toEqual(['submission']);
  });

  it('refuses a database of a newer version, in words', async () => {
    const file = newFile();
    await (await openAt(file)).close();
    look(file, (database) => database.exec(`insert into migration values ('9999_future')`));
    await expect(openAt(file)).rejects.toThrow('made by a newer version of the app (it has migration 9999_future)');
  });

  it('refuses a file that is no database, and an address that is none', async () => {
    const file = `${temporaryFolder()}/text.db`;
    writeFileSync(file, 'x'.repeat(9000));
    await expect(openAt(file)).rejects.toMatchObject({ code: 'io' });
    await expect(openStore({ databaseUrl: 'file:relative.db' })).rejects.toThrow('A database is file:/absolute');
    await expect(openStore({ databaseUrl: 'mysql://secret@x' })).rejects.toThrow('A database is file:/absolute');
  });
});

describe('a migration', () => {
  const before = `
    create table parent (id text primary key);
    create table child (id text primary key, parent text references parent (id) on delete cascade);
    insert into parent values ('p');
    insert into child values ('c', 'p');`;
  const makeAnew = [
    'create table made (id text primary key, more text)',
    'drop table parent',
    'alter table made rename to parent',
  ];

  it('that makes a table anew keeps what refers to it', () => {
    const connection = keepOpen(`${temporaryFolder()}/m.db`, 'write').get();
    connection.run(before);
    const [make = '', ...rest] = makeAnew;
    migrate(connection, [{ tag: '1', statements: [make, 'insert into made (id) select id from parent', ...rest] }]);
    expect(connection.query('select * from child')).toEqual([['c', 'p']]);
    expect(connection.query('PRAGMA foreign_keys')).toEqual([[1]]);
  });

  it('that would leave orphans is refused as a whole', () => {
    const connection = keepOpen(`${temporaryFolder()}/m.db`, 'write').get();
    connection.run(before);
    expect(() => migrate(connection, [{ tag: '1', statements: makeAnew }])).toThrow('1 rows would refer to nothing');
    expect(connection.query('select * from parent')).toEqual([['p']]);
    expect(connection.query('PRAGMA foreign_keys')).toEqual([[1]]);
  });
});

describe('closing', () => {
  it('does not fail on the lock of another program', async () => {
    const file = newFile();
    const store = await openAt(file);
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    vi.useFakeTimers({ toFake: ['performance'] });
    const passing = setInterval(() => vi.advanceTimersByTime(lockLimit), 5);
    await store.close();
    clearInterval(passing);
    vi.useRealTimers();
    other.close();
  });
});

describe('scrub', () => {
  it('leaves no byte of erased rows in the file or its log', async () => {
    const file = newFile();
    const store = await openAt(file);
    const { t } = store;
    const secrets = Array.from({ length: 50 }, (_, n) => `erase me ${n} ${'y'.repeat(n * 40)}`);
    await Promise.all(secrets.map((key) => store.write((tx) => tx.insert(t.guess).values({ key, points: 1 }))));
    const files = () => [file, `${file}-wal`].map((one) => readFileSync(one, 'latin1')).join('');
    expect(files()).toContain('erase me');
    await store.write((tx) => tx.delete(t.guess).where(eq(t.guess.points, 1)));
    await store.scrub();
    expect(files()).not.toContain('erase me');
    await store.close();
  });
});

describe('a copy', () => {
  it('holds what was acknowledged before it began, whole, while writing goes on', async () => {
    const file = newFile();
    const store = await openAt(file);
    const { t } = store;
    const write = (key: string) => store.write((tx) => tx.insert(t.guess).values({ key, points: 1 }));
    const large = 'x'.repeat(5000);
    const before = Array.from({ length: 300 }, (_, n) => `before ${n} ${large}`);
    await Promise.all(before.map(write));
    let copied = false;
    const copying = store.copyTo(`${file}.copy`).then(() => {
      copied = true;
    });
    for (let n = 0; !copied; n++) await write(`during ${n}`);
    await copying;
    await store.close();
    const found = look(`${file}.copy`, (database) => {
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
      return new Set(database.prepare('select key from guess').pluck().all());
    });
    expect(before.filter((key) => !found.has(key))).toEqual([]);
    expect(existsSync(`${file}.copy.part`)).toBe(false);
  });
});

/** The endless writer as one file: eight of them start in these tests, and each would read a thousand files. */
const script = `${root}build/endless-writer/endless-writer.js`;
beforeAll(async () => {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: { ssr: 'tests/support/endless-writer.ts', outDir: 'build/endless-writer', target: 'node20', minify: false },
    ssr: { noExternal: true, external: ['better-sqlite3', 'pg'] },
  });
}, 60_000);

type Writer = { process: ChildProcess; lines: string[]; ended: Promise<unknown> };

/** Starts the endless writer; `limit` is the most that a file of its may hold, in kB. */
async function startWriter(file: string, limit?: number): Promise<Writer> {
  const command = [process.execPath, script, `file:${file}`];
  const [program = '', ...rest] = limit ? ['bash', '-c', `ulimit -S -f ${limit}; exec "$@"`, '-', ...command] : command;
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  const writer: Writer = { process: child, lines: [], ended: new Promise((resolve) => child.once('close', resolve)) };
  createInterface({ input: child.stdout }).on('line', (line) => writer.lines.push(line));
  await until(() => writer.lines.includes('ready'));
  return writer;
}

async function until(isTrue: () => boolean): Promise<void> {
  const end = performance.now() + 15_000;
  while (!isTrue()) {
    if (performance.now() > end) throw new Error('It never came true.');
    await sleep(5);
  }
}

const isId = (line: string) => /^[0-9a-f-]{36}$/.test(line);
const acknowledged = ({ lines }: Writer) => lines.filter(isId);

/** What the file holds after everything ended, verified: whole, and each write in both of its tables. */
function examine(file: string): Set<unknown> {
  return look(file, (database) => {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(database.pragma('foreign_key_check')).toEqual([]);
    const ids = database.prepare('select id from deletion order by id').pluck().all();
    expect(database.prepare('select key from guess order by key').pluck().all()).toEqual(ids);
    return new Set(ids);
  });
}

describe('a killed process', () => {
  it('loses nothing that it acknowledged, in five rounds', async () => {
    const file = newFile();
    const all: string[] = [];
    for (let round = 0; round < 5; round++) {
      const writer = await startWriter(file);
      await until(() => acknowledged(writer).length > 50);
      await sleep(Math.random() * 100);
      writer.process.kill('SIGKILL');
      await writer.ended;
      all.push(...acknowledged(writer));
      const found = examine(file);
      expect(all.filter((id) => !found.has(id))).toEqual([]);
    }
    const store = await openAt(file);
    await store.write((tx) => tx.insert(store.t.guess).values({ key: 'still writes', points: 1 }));
    await store.close();
  }, 60_000);

  it('that shares a new file with another loses nothing either', async () => {
    const file = newFile();
    const writers = await Promise.all([startWriter(file), startWriter(file)]);
    await until(() => writers.every((writer) => acknowledged(writer).length > 30));
    for (const writer of writers) writer.process.kill('SIGKILL');
    await Promise.all(writers.map(({ ended }) => ended));
    const found = examine(file);
    expect(writers.flatMap(acknowledged).filter((id) => !found.has(id))).toEqual([]);
  }, 60_000);
});

describe.runIf(process.platform === 'linux')('a disk that refuses', () => {
  it('fails writes as `io`, loses nothing acknowledged, and is written again when it recovers', async () => {
    const file = newFile();
    await (await openAt(file)).close();
    const writer = await startWriter(file, 600);
    await until(() => writer.lines.includes('failed io'));
    const before = acknowledged(writer).length;
    execFileSync('prlimit', ['--pid', String(writer.process.pid), '--fsize=unlimited']);
    await until(() => acknowledged(writer).length > before + 50);
    writer.process.kill('SIGKILL');
    await writer.ended;
    const found = examine(file);
    expect(acknowledged(writer).filter((id) => !found.has(id))).toEqual([]);
  }, 60_000);
});
