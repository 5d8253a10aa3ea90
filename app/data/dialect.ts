import * as pg from 'drizzle-orm/pg-core';
import * as lite from 'drizzle-orm/sqlite-core';

/** The column kinds of the app on SQLite. This half carries the types; the other one answers to them. */
export const sqlite = {
  table: lite.sqliteTable,
  /** The random text that names a row. */
  id: () => lite.text('id').primaryKey(),
  text: <T extends string = string>(name: string) => lite.text(name).$type<T>(),
  int: (name: string) => lite.integer(name),
  /** A whole number beyond 2³¹, within what JavaScript counts exactly. */
  big: (name: string) => lite.integer(name),
  bool: (name: string) => lite.integer(name, { mode: 'boolean' }),
  /** An instant, in milliseconds. */
  time: (name: string) => lite.integer(name, { mode: 'timestamp_ms' }),
  /** A calendar day, YYYY-MM-DD. */
  date: (name: string) => lite.text(name),
  json: <T>(name: string) => lite.text(name, { mode: 'json' }).$type<T>(),
  index: lite.index,
  unique: lite.uniqueIndex,
  primaryKey: lite.primaryKey,
};
export type Dialect = typeof sqlite;

/** Text that sorts by its bytes, as SQLite sorts, so that both databases give the same order. */
const plainText = pg.customType<{ data: string; driverData: string }>({ dataType: () => 'text COLLATE "C"' });

/** The same kinds on PostgreSQL. `json`, not `jsonb`: a stored report keeps the order of its keys. */
export const postgres = {
  table: pg.pgTable,
  id: () => plainText('id').primaryKey(),
  text: (name: string) => plainText(name),
  int: (name: string) => pg.integer(name),
  big: (name: string) => pg.bigint(name, { mode: 'number' }),
  bool: (name: string) => pg.boolean(name),
  time: (name: string) => pg.timestamp(name, { withTimezone: true, precision: 3, mode: 'date' }),
  date: (name: string) => plainText(name),
  json: <T>(name: string) => pg.json(name).$type<T>(),
  index: pg.index,
  unique: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
} as unknown as Dialect;
