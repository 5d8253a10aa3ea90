import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { getTableConfig as postgresConfig } from 'drizzle-orm/pg-core';
import { getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import { postgres, sqlite } from '#app/data/dialect.ts';
import { readMigrations } from '#app/data/migrations.server.ts';
import { openStore } from '#app/data/store.server.ts';
import { tables } from '#app/data/tables.ts';
import * as postgresSchema from '#drizzle/schema.postgres.ts';
import * as sqliteSchema from '#drizzle/schema.sqlite.ts';
import { temporaryFolder } from '../support/stores.ts';

type Column = { name: string; type: string; notNull: boolean; primaryKey: boolean };
type Snapshot = {
  tables: Record<string, { name: string; columns: Record<string, Column>; indexes: Record<string, unknown> }>;
};

const snapshot = (dialect: string): Snapshot => {
  const folder = `drizzle/${dialect}/meta`;
  const { entries } = JSON.parse(readFileSync(`${folder}/_journal.json`, 'utf8')) as { entries: { idx: number }[] };
  const number = String(entries.at(-1)?.idx).padStart(4, '0');
  return JSON.parse(readFileSync(`${folder}/${number}_snapshot.json`, 'utf8'));
};

const declared = {
  sqlite: Object.values(tables(sqlite)).map((table) => sqliteConfig(table)),
  postgres: Object.values(tables(postgres)).map((table) => postgresConfig(table as never)),
};

describe.each(['sqlite', 'postgres'] as const)('the migrations of %s', (dialect) => {
  const generated = Object.values(snapshot(dialect).tables);

  it('make every table, column and index that is declared, and no other (else: npm run db:generate)', () => {
    const shape = (name: string, columns: Column[], indexes: string[]) => ({
      name,
      columns: columns.map(({ name, type, notNull, primaryKey }) => ({ name, type, notNull, primaryKey })).sort(byName),
      indexes: indexes.sort(),
    });
    const made = generated.map(({ name, columns, indexes }) =>
      shape(name, Object.values(columns), Object.keys(indexes)),
    );
    const meant = declared[dialect].map(({ name, columns, indexes }) =>
      shape(
        name,
        columns.map((column) => ({ ...pick(column), type: column.getSQLType() })),
        indexes.map((index) => String(index.config.name)),
      ),
    );
    expect(made.sort(byName)).toEqual(meant.sort(byName));
  });
});

it('every table is known to the generator of migrations', () => {
  const names = Object.keys(tables(sqlite)).sort();
  expect(Object.keys(sqliteSchema).sort()).toEqual(names);
  expect(Object.keys(postgresSchema).sort()).toEqual(names);
});

it('a migrated SQLite file erases along every reference as declared, also where the generator forgot it', async () => {
  const path = `${temporaryFolder()}/references.db`;
  await (await openStore({ databaseUrl: `file:${path}` })).close();
  const database = new Database(path, { readonly: true });
  for (const { name, foreignKeys } of declared.sqlite) {
    const made = database.pragma(`foreign_key_list(${name})`) as { from: string; on_delete: string }[];
    const meant = foreignKeys.map((key) => [key.reference().columns[0]?.name, key.onDelete?.toUpperCase()]);
    expect(made.map((one) => [one.from, one.on_delete]).sort(), name).toEqual(meant.sort());
  }
  database.close();
});

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
const pick = ({ name, notNull, primary }: { name: string; notNull: boolean; primary: boolean }) => ({
  name,
  notNull,
  primaryKey: primary,
});

describe('a migration', () => {
  /* While hosts are brought up to date one by one, the version before works on the migrated database. */
  it('of PostgreSQL only adds: no column or table goes or gets another name, and none must be filled by who does not know it', () => {
    const statements = readMigrations('postgres').flatMap((one) => one.statements);
    const breaking =
      /\b(DROP (TABLE|COLUMN)|RENAME|SET NOT NULL|SET DATA TYPE)\b|ADD COLUMN (?!.*\bDEFAULT\b).*NOT NULL/i;
    expect(statements.length).toBeGreaterThan(100);
    expect(statements.filter((one) => breaking.test(one))).toEqual([]);
  });
});
