import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { Differs, type Held, moveDatabase, NotEmpty, OlderDatabase, type Place } from '#app/data/move.server.ts';
import { type Connections, connectPostgres } from '#app/data/postgres.server.ts';
import { postgresPlace } from '#app/data/postgres-move.server.ts';
import { sqlitePlace } from '#app/data/sqlite-move.server.ts';
import { openStore } from '#app/data/store.server.ts';
import { orderedTables } from '#app/data/table-order.ts';
import { fillEveryTable } from '../support/filled.ts';
import { createDatabase } from '../support/postgres.ts';
import { emptyPostgres, temporaryFolder } from '../support/stores.ts';

/* Everything goes to another database and back, is compared row by row, and is all there or not at all. */

const server = process.env.TEST_POSTGRES_URL;

async function filledFile(rows: number): Promise<string> {
  const file = join(temporaryFolder(), 'from.db');
  const store = await openStore({ databaseUrl: `file:${file}` });
  await fillEveryTable(store, rows);
  await store.close();
  return file;
}

const inFile = <T>(file: string, use: (database: Database.Database) => T): T => {
  const database = new Database(file);
  try {
    return use(database);
  } finally {
    database.close();
  }
};

/** Every row of every table as the file itself holds it. */
const everythingIn = (file: string) =>
  inFile(file, (database) =>
    orderedTables().map(({ table }) => [
      table,
      database
        .prepare(`select * from "${table}"`)
        .raw()
        .all()
        .map((row) => JSON.stringify(row))
        .sort(),
    ]),
  );

const tablesIn = (connections: Connections) =>
  connections.read(`select tablename from pg_tables where schemaname = 'public'`, []);

describe('a database', () => {
  test('is the same after it moved from SQLite to PostgreSQL and back: every table, byte by byte', async () => {
    const rows = 210;
    const from = await filledFile(rows);
    const connections = await emptyPostgres();
    const there = await moveDatabase(sqlitePlace(from), postgresPlace(connections));
    expect(there.filter((one) => one.rows !== rows)).toEqual([]);
    expect(there.map(({ table }) => table).sort()).toEqual(
      inFile(from, (database) =>
        database
          .prepare(
            `select name from sqlite_master where type = 'table' and name <> 'migration' and name not like 'sqlite%' order by name`,
          )
          .pluck()
          .all(),
      ),
    );
    const back = join(temporaryFolder(), 'back.db');
    expect(await moveDatabase(postgresPlace(connections), sqlitePlace(back))).toEqual(there);
    await connections.close();
    expect(everythingIn(back)).toEqual(everythingIn(from));
    expect(readdirSync(dirname(back))).toEqual(['back.db']);
    const store = await openStore({ databaseUrl: `file:${back}` });
    await store.check();
    await store.close();
  }, 120_000);

  test('is moved to an empty place only', async () => {
    const [from, to] = [await filledFile(1), await filledFile(1)];
    const before = everythingIn(to);
    await expect(moveDatabase(sqlitePlace(from), sqlitePlace(to))).rejects.toThrow(NotEmpty);
    expect(everythingIn(to)).toEqual(before);
    const connections = await emptyPostgres();
    const client = await connections.connect('alone');
    await client.query('create table mine (a int)', []);
    client.release(false);
    await expect(moveDatabase(sqlitePlace(from), postgresPlace(connections))).rejects.toThrow(NotEmpty);
    expect(await tablesIn(connections)).toEqual([['mine']]);
    await connections.close();
  });

  test('that a server uses is left alone', async () => {
    const from = await filledFile(1);
    const store = await openStore({ databaseUrl: `file:${from}` });
    const to = join(temporaryFolder(), 'to.db');
    await expect(moveDatabase(sqlitePlace(from), sqlitePlace(to))).rejects.toMatchObject({ code: 'busy' });
    await store.close();
    expect(readdirSync(dirname(to))).toEqual([]);
    expect((await moveDatabase(sqlitePlace(from), sqlitePlace(to))).length).toBeGreaterThan(50);
  });

  test('that is being moved cannot be written by a server', async () => {
    const from = await filledFile(1);
    await sqlitePlace(from).read(async () => {
      inFile(from, (database) => {
        database.pragma('busy_timeout = 0');
        expect(() => database.exec('delete from guess')).toThrow('locked');
      });
    });
  });

  test('of another version, or of no version at all, is not moved', async () => {
    const to = sqlitePlace(join(temporaryFolder(), 'to.db'));
    const older = await filledFile(1);
    inFile(older, (database) => database.exec(`delete from migration where tag = '0000_init'`));
    await expect(moveDatabase(sqlitePlace(older), to)).rejects.toThrow(OlderDatabase);
    inFile(older, (database) => database.exec(`insert into migration values ('9999_future')`));
    await expect(moveDatabase(sqlitePlace(older), to)).rejects.toThrow('made by a newer version');
    const other = join(temporaryFolder(), 'other.db');
    inFile(other, (database) => database.exec('create table mine (a)'));
    await expect(moveDatabase(sqlitePlace(other), to)).rejects.toThrow(OlderDatabase);
  });
});

describe('a move that goes wrong keeps nothing', () => {
  test('when a value does not fit: PostgreSQL stays empty', async () => {
    const from = await filledFile(1);
    inFile(from, (database) => database.exec('update guess set points = 3000000000'));
    const connections = await emptyPostgres();
    await expect(moveDatabase(sqlitePlace(from), postgresPlace(connections))).rejects.toMatchObject({
      reason: '22003',
    });
    expect(await tablesIn(connections)).toEqual([]);
    await connections.close();
  });

  /** A place that does not keep what it was given. */
  const careless = (place: Place, spoil: (rows: object[]) => object[]): Place => ({
    ...place,
    fill: (use) =>
      place.fill(({ db, t }: Held) => {
        const insert = (table: never) => ({
          values: (rows: object[]) =>
            db.insert(table).values(table === t.guess ? (spoil(rows) as never) : (rows as never)),
        });
        return use({ t, db: Object.create(db, { insert: { value: insert } }) });
      }),
  });

  test.each<[string, (rows: object[]) => object[]]>([
    ['a row is missing', (rows) => rows.slice(1)],
    ['the last row is missing', (rows) => rows.slice(0, -1)],
    ['a value is another', ([first, ...rows]) => [{ ...first, points: 77 }, ...rows]],
    ['a time is a thousandth of a second off', (rows) => rows.map((row) => ({ ...row, expiresAt: new Date(1) }))],
    ['there is a row too many', (rows) => [...rows, { key: 'zzz', points: 1, expiresAt: null }]],
  ])('when afterwards %s', async (_what, spoil) => {
    const from = await filledFile(5);
    const to = join(temporaryFolder(), 'to.db');
    await expect(moveDatabase(sqlitePlace(from), careless(sqlitePlace(to), spoil))).rejects.toThrow(Differs);
    expect(readdirSync(dirname(to))).toEqual([]);
  });
});

describe.runIf(server)('a PostgreSQL server', () => {
  test('whose database somebody uses is left alone', async () => {
    const database = await createDatabase(server as string);
    const store = await openStore({ databaseUrl: database.url });
    await store.check();
    const connections = connectPostgres(database.url);
    const to = join(temporaryFolder(), 'to.db');
    const move = () => moveDatabase(postgresPlace(connections), sqlitePlace(to));
    await expect(move()).rejects.toMatchObject({ code: 'busy' });
    await store.close();
    await expect
      .poll(() =>
        move().then(
          () => 'moved',
          (error) => error.code,
        ),
      )
      .toBe('moved');
    await connections.close();
    await database.drop();
  });
});
