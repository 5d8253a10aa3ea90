import { getTableColumns } from 'drizzle-orm';
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { sqlite } from '#app/data/dialect.ts';
import type { Store } from '#app/data/store.server.ts';
import { orderedTables } from '#app/data/table-order.ts';
import { tables } from '#app/data/tables.ts';

/** Texts that a careless copy would change: other alphabets, quotes, line ends, what looks like something else, much of it. */
const texts = [
  '',
  "l'été à Liège",
  'ΔЖ中文🧑‍🏭',
  '"a";--\\x00',
  'two\r\nlines\t',
  '1e3',
  'null',
  ' spaced ',
  'é'.repeat(500),
];
const objects = [null, [], {}, { b: 1, a: [true, null, 1.5, 'ü'] }, 'text', 0, { deep: { '10': 'x', '9': 'y' } }];

/** Fills every table with so many rows that hold whatever its columns can; each refers to rows that are there. */
export async function fillEveryTable(store: Store, rows: number): Promise<void> {
  const pattern = tables(sqlite);
  for (const { name } of orderedTables()) {
    const table = pattern[name] as SQLiteTable;
    const made = Array.from({ length: rows }, (_, at) => rowOf(table, at));
    for (let from = 0; from < rows; from += 100)
      await store.write((tx) => tx.insert(store.t[name]).values(made.slice(from, from + 100) as never));
  }
}

function rowOf(table: SQLiteTable, at: number): Record<string, unknown> {
  const { foreignKeys, primaryKeys } = getTableConfig(table);
  const referring = new Set(foreignKeys.flatMap((one) => one.reference().columns));
  const keys = new Set(primaryKeys.flatMap((one) => one.columns));
  const entries = Object.entries(getTableColumns(table)).map(([name, column]) => {
    if (!column.notNull && at % 3 === 2) return [name, null];
    if (referring.has(column)) return [name, `${at} `];
    return [name, contentOf(column, at, column.primary || keys.has(column) || column.name === 'id')];
  });
  return Object.fromEntries(entries);
}

function contentOf(column: SQLiteColumn, at: number, isKey: boolean): unknown {
  if (column.dataType === 'date') return new Date(1.7e12 * Math.sin(at));
  if (column.dataType === 'json') return objects[at % objects.length] ?? (column.notNull ? {} : null);
  if (column.dataType === 'boolean') return at % 2 === 0;
  if (column.dataType === 'number') return at;
  return isKey ? `${at} ` : `${at} ${texts[at % texts.length]}`;
}
