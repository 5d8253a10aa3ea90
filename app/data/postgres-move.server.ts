import { DataError } from './data-error.ts';
import { postgresDb } from './db.server.ts';
import { postgres } from './dialect.ts';
import { type Held, NotEmpty, type Place, requireThisVersion } from './move.server.ts';
import { type Client, type Connections, migrate, transact } from './postgres.server.ts';
import { tables } from './tables.ts';

/** A PostgreSQL database to move from, whose tables nobody can write meanwhile, or an empty one to move to. */
export const postgresPlace = (connections: Connections): Place => ({
  read: (use) =>
    transact(connections, 'upkeep', async (client) => {
      await requireNobodyElse(client);
      await holdTables(client);
      requireThisVersion('postgres', await migrationsOf(client));
      return use(heldBy(client));
    }),
  fill: (use) =>
    transact(connections, 'upkeep', async (client) => {
      await requireEmpty(client);
      await migrate(client);
      return use(heldBy(client));
    }),
});

async function requireNobodyElse({ query }: Client): Promise<void> {
  const others = await query(
    `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    [],
  );
  if (others.length > 0) throw new DataError('busy', `${others.length} connections`);
}

/** A server that starts meanwhile can read and not write. */
async function holdTables(client: Client): Promise<void> {
  const names = (await ownTables(client)).map((name) => `"${name.replaceAll('"', '""')}"`);
  if (names.length > 0) await client.query(`lock table ${names.join(', ')} in share mode`, []);
}

async function migrationsOf(client: Client): Promise<string[]> {
  if (!(await ownTables(client)).includes('migration')) return [];
  return (await client.query('select tag from migration', [])).map(([tag]) => String(tag));
}

async function requireEmpty(client: Client): Promise<void> {
  const found = await ownTables(client);
  if (found.length > 0) throw new NotEmpty(`It has ${found.length} tables.`);
}

const ownTables = async ({ query }: Client): Promise<string[]> =>
  (await query('select tablename from pg_tables where schemaname = current_schema() order by tablename', [])).map(
    ([name]) => String(name),
  );

const heldBy = ({ query }: Client): Held => ({ db: postgresDb(query), t: tables(postgres) });
