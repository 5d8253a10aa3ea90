import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connections, connectPostgres, openPostgres } from '#app/data/postgres.server.ts';
import { createStore, openStore, type Store } from '#app/data/store.server.ts';
import { whenFileEnds } from './clean-up.ts';
import { openPglite } from './pglite.ts';
import { createDatabase } from './postgres.ts';

export type EngineName = 'sqlite' | 'pglite' | 'postgres';

/**
 * Every data test runs on all of these: `describe.each(engines)('… on %s', (engine) => …)`. PGlite stands in where there
 * is no PostgreSQL server.
 */
export const engines: EngineName[] = ['sqlite', process.env.TEST_POSTGRES_URL ? 'postgres' : 'pglite'];

/** A migrated, empty store of its own; closed and removed when the test file has run. */
export async function freshStore(engine: EngineName = 'sqlite'): Promise<Store> {
  const store = await open[engine]();
  whenFileEnds(() => store.close());
  return store;
}

/** A folder of its own, removed when the test file has run. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'toolbox-'));
  whenFileEnds(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty database, on a real server where there is one, else on PostgreSQL inside this process. */
export async function emptyPostgres(): Promise<Connections> {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server) return openPglite();
  const database = await createDatabase(server);
  whenFileEnds(database.drop);
  return connectPostgres(database.url);
}

const open: Record<EngineName, () => Promise<Store>> = {
  sqlite: () => openStore({ databaseUrl: `file:${temporaryFolder()}/test.db` }),
  pglite: async () => createStore('postgres', await openPostgres(await openPglite())),
  async postgres() {
    const database = await createDatabase(process.env.TEST_POSTGRES_URL as string);
    whenFileEnds(database.drop);
    return openStore({ databaseUrl: database.url });
  },
};
