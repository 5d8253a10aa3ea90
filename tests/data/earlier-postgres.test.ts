import Database from 'better-sqlite3';
import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { migrationTable, readMigrations } from '#app/data/migrations.server.ts';
import { type Client, openPostgres, transact } from '#app/data/postgres.server.ts';
import { createStore, openStore, type Store } from '#app/data/store.server.ts';
import { type OrderedTable, orderedTables } from '#app/data/table-order.ts';
import { earlierFiles as files, unpackEarlier } from '../support/earlier-files.ts';
import { emptyPostgres } from '../support/stores.ts';

/* What landed versions kept in a file, kept in PostgreSQL as those versions would have, and brought up to date there. */

/** Each takes long where PostgreSQL runs inside this process: there a plain run takes another one each time. */
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * files.length));
const all = process.env.TEST_POSTGRES_URL || process.env.FULL;

test.each(all ? files : files.slice(seed % files.length).slice(0, 1))(
  'a file made %s becomes in PostgreSQL what it becomes by itself',
  async (made) => {
    const path = unpackEarlier(made);
    const connections = await emptyPostgres();
    await transact(connections, 'upkeep', (client) => putAsItWas(client, path));
    const upgraded = createStore('postgres', await openPostgres(connections));
    const file = await openStore({ databaseUrl: `file:${path}` });
    for (const one of orderedTables()) expect(await rowsOf(upgraded, one), one.table).toEqual(await rowsOf(file, one));
    const answers = await upgraded.read.select().from(upgraded.t.answer);
    expect(answers.length).toBeGreaterThan(50);
    await file.close();
    await upgraded.close();
  },
);

/** The schema of then, made by the migrations of then, with every row of a file. */
async function putAsItWas(client: Client, path: string): Promise<void> {
  const file = new Database(path, { readonly: true });
  const had = file.prepare('select tag from migration').pluck().all() as string[];
  const earlier = readMigrations('postgres').filter(({ tag }) => had.includes(tag));
  expect(earlier.length).toBe(had.length);
  await client.query(migrationTable, []);
  for (const statement of earlier.flatMap(({ statements }) => statements)) await client.query(statement, []);
  // Rows come in any order of tables, as when a copy is put back.
  await client.query('set local session_replication_role = replica', []);
  for (const table of await tablesOf(client)) {
    const rows = file.prepare(`select * from "${table}"`).all() as Row[];
    const types = await typesOf(client, table);
    const kept = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, value]) => [column, inPostgres(value, types.get(column))])),
    );
    const put = `insert into "${table}" select * from json_populate_recordset(null::"${table}", $1)`;
    await client.query(put, [JSON.stringify(kept)]);
  }
  file.close();
}

type Row = Record<string, unknown>;

async function tablesOf({ query }: Client): Promise<string[]> {
  return (await query('select tablename from pg_tables where schemaname = current_schema()', [])).map(([name]) =>
    String(name),
  );
}

async function typesOf({ query }: Client, table: string): Promise<Map<string, string>> {
  const sql = 'select column_name, data_type from information_schema.columns where table_name = $1';
  return new Map((await query(sql, [table])).map(([name, type]) => [String(name), String(type)]));
}

/** SQLite keeps moments as milliseconds and yes and no as 1 and 0. */
function inPostgres(value: unknown, type = ''): unknown {
  if (value === null) return null;
  if (type === 'boolean') return value === 1;
  if (type === 'json') return JSON.parse(String(value));
  return type.startsWith('timestamp') ? new Date(Number(value)).toISOString() : value;
}

async function rowsOf({ read, t }: Store, { name, key }: OrderedTable): Promise<unknown[]> {
  return read
    .select()
    .from(t[name])
    .orderBy(...key.map((one) => asc(t[name][one as never])));
}
