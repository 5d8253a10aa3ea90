import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { copySqlite } from '#app/data/sqlite-copy.server.ts';
import { restoreSqlite } from '#app/data/sqlite-restore.server.ts';
import { openStore } from '#app/data/store.server.ts';
import { temporaryFolder } from '../support/stores.ts';

/* A copy is believed when it was read whole, and takes the place of a database that nobody uses. */

let folder: string;
let file: string;
let good: Buffer;

beforeEach(async () => {
  folder = temporaryFolder();
  file = join(folder, 'toolbox.db');
  await writeKeys('first');
  good = readFileSync(file);
});

async function writeKeys(...keys: string[]) {
  const store = await openStore({ databaseUrl: `file:${file}` });
  for (const key of keys) await store.write((tx) => tx.insert(store.t.guess).values({ key, points: 1 }));
  await store.close();
}
const keysIn = (path: string) => {
  const database = new Database(path);
  try {
    return database.prepare('select key from guess order by key').pluck().all();
  } finally {
    database.close();
  }
};
const restoreFrom = (from: string) => restoreSqlite({ from, to: file, aside: join(folder, 'aside/old.db') });
const everything = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [entry.name, hash('sha256', readFileSync(join(entry.parentPath, entry.name)))]);

/** The database with a hole in its middle, which opens and cannot be trusted. */
const holed = () => Buffer.from(good).fill(0xab, 4096 * 3, 4096 * 12);
const changed = (sql: string) => (path: string) => {
  writeFileSync(path, good);
  const database = new Database(path);
  database.exec(sql);
  database.close();
};

describe('a copy', () => {
  it('is one file that opens alone', async () => {
    const copy = join(folder, 'copy.db');
    expect((await copySqlite(file, copy)).migrations).toContain('0000_init');
    expect(readdirSync(folder).sort()).toEqual(['copy.db', 'toolbox.db']);
    expect(keysIn(copy)).toEqual(['first']);
  });

  it('of a damaged database is not kept', async () => {
    writeFileSync(file, holed());
    await expect(copySqlite(file, join(folder, 'copy.db'))).rejects.toMatchObject({ name: 'DamagedCopy' });
    expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual([]);
  });

  it('that the server makes every day is not kept either when it is unsound', async () => {
    writeFileSync(file, holed());
    const store = await openStore({ databaseUrl: `file:${file}` });
    await expect(store.copyTo(join(folder, 'copy.db'))).rejects.toMatchObject({ name: 'DamagedCopy' });
    await store.close();
    expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual([]);
  });
});

describe('restoring', () => {
  it('puts the copy in place and keeps what was there', async () => {
    const copy = join(folder, 'copy.db');
    await copySqlite(file, copy);
    await writeKeys('second');
    expect(await restoreFrom(copy)).toEqual({ kept: true, pending: [] });
    expect(keysIn(file)).toEqual(['first']);
    expect(keysIn(join(folder, 'aside/old.db'))).toEqual(['first', 'second']);
  });

  it('puts a copy where nothing is', async () => {
    const copy = join(folder, 'copy.db');
    await copySqlite(file, copy);
    file = join(folder, 'new/place.db');
    expect(await restoreFrom(copy)).toEqual({ kept: false, pending: [] });
    expect(keysIn(file)).toEqual(['first']);
  });

  it('is refused while a server has the database open, also when it does nothing', async () => {
    const copy = join(folder, 'copy.db');
    await copySqlite(file, copy);
    const store = await openStore({ databaseUrl: `file:${file}` });
    await store.check();
    await expect(restoreFrom(copy)).rejects.toMatchObject({ code: 'busy' });
    await store.write((tx) => tx.insert(store.t.guess).values({ key: 'still there', points: 1 }));
    await store.close();
    expect(keysIn(file)).toEqual(['first', 'still there']);
    expect(await restoreFrom(copy)).toMatchObject({ kept: true });
  });

  it('replaces a database that is too damaged to open, log and all', async () => {
    const copy = join(folder, 'copy.db');
    await copySqlite(file, copy);
    writeFileSync(file, 'gone '.repeat(2000));
    writeFileSync(`${file}-wal`, 'its log');
    await restoreFrom(copy);
    expect(keysIn(file)).toEqual(['first']);
    expect(readFileSync(join(folder, 'aside/old.db'), 'utf8')).toMatch(/^gone/);
    expect(readFileSync(join(folder, 'aside/old.db-wal'), 'utf8')).toBe('its log');
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  it.each([
    ['half a copy', 'DamagedCopy', (path: string) => writeFileSync(path, good.subarray(0, good.length / 2))],
    ['a copy with a hole', 'DamagedCopy', (path: string) => writeFileSync(path, holed())],
    ['a text', 'DamagedCopy', (path: string) => writeFileSync(path, 'no database '.repeat(1000))],
    ['an empty file', 'DamagedCopy', (path: string) => writeFileSync(path, '')],
    [
      'a database of something else',
      'DamagedCopy',
      (path: string) => void new Database(path).exec('create table a (b)').close(),
    ],
    [
      'rows that refer to nothing',
      'DamagedCopy',
      changed(
        `pragma foreign_keys = off; insert into link (id, assessment_id, kind, token_hash, created_at) values ('x', 'nobody', 'owner', 'h', 1)`,
      ),
    ],
    ['a newer version', 'NewerDatabase', changed(`insert into migration values ('9999_future')`)],
    ['nothing', 'DamagedCopy', () => {}],
  ])('refuses %s and touches nothing', async (_what, name, make) => {
    mkdirSync(join(folder, 'aside'));
    const copy = join(folder, 'copy.db');
    make(copy);
    const before = everything();
    await expect(restoreFrom(copy)).rejects.toMatchObject({ name });
    expect(everything()).toEqual(before);
  });
});
