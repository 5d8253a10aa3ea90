import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { type Connections, connectPostgres, openPostgres } from '#app/data/postgres.server.ts';
import { createStore, openStore } from '#app/data/store.server.ts';
import { createDatabase } from '../support/postgres.ts';
import { emptyPostgres } from '../support/stores.ts';

/** Connections that outlive the stores on top of them. */
const shared = async (): Promise<Connections & { end(): Promise<void> }> => {
  const connections = await emptyPostgres();
  return { ...connections, close: async () => {}, end: connections.close };
};

describe('opening', () => {
  it('migrates once', async () => {
    const connections = await shared();
    const first = createStore('postgres', await openPostgres(connections));
    await first.write((tx) => tx.insert(first.t.guess).values({ key: 'k', points: 3 }));
    const second = createStore('postgres', await openPostgres(connections));
    expect(await second.read.select({ key: second.t.guess.key }).from(second.t.guess)).toEqual([{ key: 'k' }]);
    await connections.end();
  });

  it('migrates all or nothing', async () => {
    const connections = await shared();
    const client = await connections.connect('alone');
    await client.query('create table submission (mine text)', []);
    client.release(false);
    await expect(openPostgres(connections)).rejects.toThrow();
    const tables = await connections.read(`select tablename from pg_tables where schemaname = 'public'`, []);
    expect(tables).toEqual([['submission']]);
    await connections.end();
  });

  it('refuses a database of a newer version, in words', async () => {
    const connections = await shared();
    await openPostgres(connections);
    const client = await connections.connect('alone');
    await client.query(`insert into migration values ('9999_future')`, []);
    client.release(false);
    await expect(openPostgres(connections)).rejects.toThrow('made by a newer version of the app');
    await connections.end();
  });

  it('fails as `io` when no server answers, without its password', async () => {
    const opening = openStore({ databaseUrl: 'postgres://me:hidden@127.0.0.1:9/none' });
    const error = await opening.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'io', reason: 'ECONNREFUSED' });
    expect(String((error as Error).stack)).not.toContain('hidden');
  });
});

const server = process.env.TEST_POSTGRES_URL;

describe.runIf(server)('a PostgreSQL server', () => {
  it('is migrated once by many processes that start together', async () => {
    const database = await createDatabase(server as string);
    const opening = Array.from({ length: 4 }, () => openStore({ databaseUrl: database.url }));
    const stores = await Promise.all(opening);
    await Promise.all(stores.map((store) => store.check()));
    await Promise.all(stores.map((store) => store.close()));
    await database.drop();
  });

  it('may end a connection in the middle of a write: the write fails, the next one works', async () => {
    const database = await createDatabase(server as string);
    const store = await openStore({ databaseUrl: database.url });
    const { t } = store;
    const cut = store.write(async (tx) => {
      await tx.insert(t.guess).values({ key: 'lost', points: 1 });
      await tx.select({ x: sql`pg_terminate_backend(pg_backend_pid())` }).from(t.guess);
    });
    await expect(cut).rejects.toMatchObject({ code: 'io' });
    await store.write((tx) => tx.insert(t.guess).values({ key: 'kept', points: 1 }));
    expect(await store.read.select({ key: t.guess.key }).from(t.guess)).toEqual([{ key: 'kept' }]);
    await store.close();
    await database.drop();
  });

  it('gives connections that read nothing but committed rows, cannot write, and keep time in UTC', async () => {
    const connections = connectPostgres(server as string);
    expect(await connections.read('show default_transaction_read_only', [])).toEqual([['on']]);
    expect(await connections.read('show timezone', [])).toEqual([['UTC']]);
    await expect(connections.read('create table mine (a int)', [])).rejects.toMatchObject({ reason: '25006' });
    const client = await connections.connect('alone');
    expect(await client.query('show synchronous_commit', [])).toEqual([['on']]);
    client.release(false);
    await connections.close();
  });
});
