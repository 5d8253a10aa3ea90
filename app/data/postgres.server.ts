import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DataError, fromPostgres } from './data-error.ts';
import { type Engine, type Execute, type Keeping, postgresDb, requireQuery, type Work } from './db.server.ts';
import { migrationTable, pendingMigrations, readMigrations } from './migrations.server.ts';
import { runWork, tooSlow } from './transaction.server.ts';

/** One connection, for as long as it is held; a broken one is not used again. */
export type Client = { query: Execute; release(broken: boolean): void };
/** Where connections come from. `read` runs one query on any of them and cannot write. */
export type Connections = { read: Execute; connect(kind: Kind): Promise<Client>; close(): Promise<void> };

/**
 * Work is what a request asks for, and ends soon. `upkeep` is a migration or a move: it sees what others committed
 * meanwhile, and takes as long as it takes.
 */
type Kind = Keeping | 'upkeep';

/** How long a write is tried again when others change the same rows, in milliseconds. */
const retryLimit = 5000;
const retryPause = 40;

/** Migrates the database behind these connections and serves it. */
export async function openPostgres(connections: Connections): Promise<Engine> {
  await transact(connections, 'upkeep', migrate).catch(async (error) => {
    await connections.close();
    throw error;
  });
  return {
    read: postgresDb((sql, values) => {
      requireQuery(sql, 'read');
      return connections.read(sql, values);
    }),
    write: (work, keeping = 'alone') => writeRetrying(connections, work, keeping),
    // PostgreSQL frees the space of erased rows by itself; its log is the administrator's.
    scrub: async () => {},
    copyTo: async () => {
      throw new Error('PostgreSQL is backed up by who runs it.');
    },
    close: () => connections.close(),
  };
}

/**
 * Serializable transactions, so that work may read, decide and write as if alone; the price is trying again. In a young
 * database, whose rows stand on few pages, people who answer at the same time would do little else: PostgreSQL watches
 * pages. So what comes most often keeps others out by a row.
 */
async function writeRetrying<T>(connections: Connections, work: Work<T>, keeping: Keeping): Promise<T> {
  const end = performance.now() + retryLimit;
  for (let tries = 1; ; tries++) {
    try {
      return await transact(connections, keeping, (client) => runWork(work, postgresDb, client.query));
    } catch (error) {
      if (!isWorthAnotherTry(error, tries) || performance.now() > end) throw error;
    }
    await sleep(Math.random() * retryPause);
  }
}

/** A key that two transactions chose at the same moment shows as a duplicate, not as a conflict; a true one stays one. */
const isWorthAnotherTry = (error: unknown, tries: number): boolean =>
  error instanceof DataError &&
  (error.reason === '40001' || error.reason === '40P01' || (error.reason === '23505' && tries < 5));

/** What `run` does happens together, or not at all. */
export async function transact<T>(
  connections: Connections,
  kind: Kind,
  run: (client: Client) => Promise<T>,
): Promise<T> {
  const client = await connections.connect(kind);
  let broken = true;
  try {
    for (const statement of beginnings[kind]) await client.query(statement, []);
    const value = await run(client);
    await client.query('commit', []);
    broken = false;
    return value;
  } catch (error) {
    broken = !(await rollBack(client, error));
    throw error;
  } finally {
    client.release(broken);
  }
}

const beginnings: Record<Kind, string[]> = {
  alone: ['begin isolation level serializable'],
  'by-row': ['begin isolation level read committed'],
  upkeep: [
    'begin isolation level read committed',
    'set local statement_timeout = 0',
    'set local idle_in_transaction_session_timeout = 0',
  ],
};

async function rollBack(client: Client, error: unknown): Promise<boolean> {
  if (error instanceof DataError && (error.code === 'io' || error.reason === tooSlow)) return false;
  return client.query('rollback', []).then(
    () => true,
    () => false,
  );
}

/** Any number that no other program on the same database takes for its own lock. */
const migrationLock = 4_203_815;

/** Waits for another process that migrates, then sees what that did: so never in a transaction with an older view. */
export async function migrate({ query }: Client): Promise<void> {
  await query(`select pg_advisory_xact_lock(${migrationLock})`, []);
  await query(migrationTable, []);
  const applied = (await query('select tag from migration', [])).map(([tag]) => String(tag));
  for (const { tag, statements } of pendingMigrations(readMigrations('postgres'), applied)) {
    for (const statement of statements) await query(statement, []);
    await query('insert into migration (tag) values ($1)', [tag]);
  }
}

/**
 * What each connection is told: acknowledge what is on disk, never hang. Times in milliseconds. Work ends within 2 seconds,
 * so who is silent for longer inside a transaction was cut off, and what it holds is let go before others give up waiting.
 */
const always = '-c timezone=UTC -c synchronous_commit=on -c idle_in_transaction_session_timeout=2500';
const poolSize = 8;

/** How long an answer is waited for, in milliseconds, longer than the server may take: then nobody is there any more. */
const patience = { read: 12_000, alone: 5_000, 'by-row': 5_000, upkeep: 0 };

/** Connections to a PostgreSQL server: some that can only read, some that write. */
export function connectPostgres(url: string): Connections {
  const reading = createPool(url, `${always} -c default_transaction_read_only=on -c statement_timeout=10000`);
  const writing = createPool(url, `${always} -c statement_timeout=2000`);
  return {
    read: (sql, values) => send(reading, patience.read, sql, values),
    async connect(kind) {
      const client = await writing.connect().catch((error) => {
        throw fromPostgres(error);
      });
      return {
        query: (sql, values) => send(client, patience[kind], sql, values),
        release: (broken) => client.release(broken),
      };
    },
    close: async () => void (await Promise.all([reading.end(), writing.end()])),
  };
}

function createPool(connectionString: string, options: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, options, max: poolSize, connectionTimeoutMillis: 2000 });
  // A lost connection also fails its query; without a listener it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

async function send(
  to: pg.Pool | pg.ClientBase,
  query_timeout: number,
  text: string,
  values: unknown[],
): Promise<unknown[][]> {
  try {
    // The driver knows the limit of one query; its types do not.
    const query: pg.QueryArrayConfig & { query_timeout: number } = {
      text,
      values,
      rowMode: 'array',
      types,
      query_timeout,
    };
    return (await to.query(query)).rows;
  } catch (error) {
    throw fromPostgres(error, text);
  }
}

const { DATE, INT8, JSON: JSON_TYPE, NUMERIC, TIMESTAMPTZ } = pg.types.builtins;
const decodedByDrizzle: number[] = [DATE, JSON_TYPE, TIMESTAMPTZ];
const countedByNumber: number[] = [INT8, NUMERIC];

/** Counts and averages come as numbers, as SQLite gives them; drizzle reads instants and JSON from text. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (decodedByDrizzle.includes(oid)) return String;
    if (countedByNumber.includes(oid)) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};
