import { getTableColumns } from 'drizzle-orm';
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { sqlite } from './dialect.ts';
import { type Tables, tables } from './tables.ts';

/** Names of the columns, as the app knows them, that together name a row. */
export type Order = string[];

/** A table as the app and the database know it, its key, and how many of its rows fit in one statement. */
export type OrderedTable = { name: keyof Tables; table: string; key: Order; most: number };

/** Values in one statement: PostgreSQL counts them in 16 bits, SQLite up to 32,766. */
const mostValues = 30_000;
const mostRows = 200;

/** Every table of the app, each behind those that its rows refer to. */
export function orderedTables(): OrderedTable[] {
  const all = new Map(Object.entries(tables(sqlite)) as [keyof Tables, SQLiteTable][]);
  const ordered: OrderedTable[] = [];
  const done = new Set<SQLiteTable>();
  function add(name: keyof Tables, table: SQLiteTable): void {
    if (done.has(table)) return;
    done.add(table);
    const config = getTableConfig(table);
    const parents = new Set(config.foreignKeys.map((one) => one.reference().foreignTable));
    for (const [other, parent] of all) if (parents.has(parent)) add(other, parent);
    const most = Math.min(mostRows, Math.floor(mostValues / config.columns.length));
    ordered.push({ name, table: config.name, key: keyOf(table), most });
  }
  for (const [name, table] of all) add(name, table);
  return ordered;
}

function keyOf(table: SQLiteTable): Order {
  const { name, columns, primaryKeys } = getTableConfig(table);
  const own = columns.filter(({ primary }) => primary);
  const key: SQLiteColumn[] = own.length > 0 ? own : (primaryKeys[0]?.columns ?? []);
  if (key.length === 0) throw new Error(`Table ${name} has no key to be read in order by.`);
  const names = Object.entries(getTableColumns(table));
  return key.map((column) => names.find(([, one]) => one === column)?.[0] ?? '');
}
