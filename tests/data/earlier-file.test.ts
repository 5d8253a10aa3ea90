import { copyFileSync, existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { readMigrations } from '#app/data/migrations.server.ts';
import { migrate } from '#app/data/sqlite.server.ts';
import { type Connection, keepOpen } from '#app/data/sqlite-connection.server.ts';
import { openStore } from '#app/data/store.server.ts';
import { earlierFiles, unpackEarlier } from '../support/earlier-files.ts';
import { temporaryFolder } from '../support/stores.ts';

/* Files as landed versions left them: the demo of then, with its answers, notes, hand-ins, plan, and later its placements. */

const open = async (path: string) => (await openStore({ databaseUrl: `file:${path}` })).close();

it('there is a file of every schema that landed before the newest', () => {
  const newestOf = (made: string) => rowsOf(unpackEarlier(made)).migration?.at(-1)?.tag;
  const earlier = readMigrations('sqlite').slice(0, -1);
  expect(earlierFiles.map(newestOf).sort()).toEqual(expect.arrayContaining(earlier.map(({ tag }) => tag)));
});

describe.each(earlierFiles)('a file made %s', (made) => {
  it('opens and holds every row as it was', async () => {
    const path = unpackEarlier(made);
    const before = rowsOf(path);
    await open(path);
    expect(before.answer?.length).toBeGreaterThan(50);
    expect(before.submission?.length).toBeGreaterThan(0);
    expectKept(before, rowsOf(path));
  });

  it('is migrated once, however often it is opened', async () => {
    const path = unpackEarlier(made);
    await open(path);
    const once = [rowsOf(path), schemaOf(path)];
    await open(path);
    expect([rowsOf(path), schemaOf(path)]).toEqual(once);
    expect(schemaOf(path)).toEqual(schemaOf(await emptyFile()));
  });

  it('is as it was when its migration was cut off, wherever that is', async () => {
    const before = rowsOf(unpackEarlier(made));
    const moments = cutOffMoments(unpackEarlier(made));
    expect(moments.length).toBeGreaterThan(1);
    for (const path of moments) {
      expect(rowsOf(path), path).toEqual(before);
      await open(path);
      expectKept(before, rowsOf(path));
    }
  }, 120_000);
});

/**
 * Migrates a file and takes copies of it on the way, before the commit: what would lie there if the process were killed
 * at that moment. Twenty moments, the first and the last among them.
 */
function cutOffMoments(path: string): string[] {
  const connection = keepOpen(path, 'write').get();
  const folder = temporaryFolder();
  const copies: string[] = [];
  let done = 0;
  const watched: Connection = {
    ...connection,
    get inTransaction() {
      return connection.inTransaction;
    },
    run(sql) {
      if (connection.inTransaction) copies.push(copyAsItLies(path, `${folder}/${done++}.db`));
      connection.run(sql);
    },
  };
  migrate(watched, readMigrations('sqlite'));
  connection.close();
  const step = Math.max(1, Math.floor(copies.length / 20));
  return copies.filter((_, place) => place % step === 0 || place === copies.length - 1);
}

function copyAsItLies(from: string, to: string): string {
  for (const part of ['', '-wal']) if (existsSync(from + part)) copyFileSync(from + part, to + part);
  return to;
}

type Rows = Record<string, Record<string, unknown>[]>;

function expectKept(before: Rows, after: Rows): void {
  for (const [table, rows] of Object.entries(before).filter(([name]) => name !== 'migration'))
    expect(after[table], table).toEqual(rows.map((row) => expect.objectContaining(row)));
}

async function emptyFile(): Promise<string> {
  const path = `${temporaryFolder()}/empty.db`;
  await open(path);
  return path;
}

/** Its tables with their columns, whatever the order in which they came, and its indexes. */
function schemaOf(path: string): Record<string, unknown> {
  const database = new Database(path, { readonly: true });
  const names = database
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name")
    .pluck()
    .all() as string[];
  const columns = database.prepare(
    'select name, type, "notnull", dflt_value, pk from pragma_table_info(?) order by name',
  );
  const indexes = database.prepare('select name, "unique" from pragma_index_list(?) order by name');
  const schema = names.map((name) => [name, { columns: columns.all(name), indexes: indexes.all(name) }]);
  database.close();
  return Object.fromEntries(schema);
}

function rowsOf(path: string): Rows {
  const database = new Database(path);
  const tables = database
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .all() as { name: string }[];
  const rows = tables.map(({ name }) => [name, database.prepare(`select * from "${name}" order by rowid`).all()]);
  database.close();
  return Object.fromEntries(rows);
}
