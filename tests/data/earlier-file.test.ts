import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openStore } from '#app/data/store.server.ts';
import { temporaryFolder } from '../support/stores.ts';

/* Files as landed versions left them: the demo of then, with its answers, notes, hand-ins, plan, and later its placements. */

it.each(['before-people', 'before-federation', 'before-figure-standing'])(
  'a file made %s opens and holds every row as it was',
  async (made) => {
    const path = `${temporaryFolder()}/${made}.db`;
    writeFileSync(path, gunzipSync(readFileSync(`tests/data/files/${made}.db.gz`)));
    const before = rowsOf(path);
    await (await openStore({ databaseUrl: `file:${path}` })).close();
    const after = rowsOf(path);
    expect(before.answer?.length).toBeGreaterThan(50);
    expect(before.submission?.length).toBeGreaterThan(0);
    for (const [table, rows] of Object.entries(before).filter(([name]) => name !== 'migration'))
      expect(after[table], table).toEqual(rows.map((row) => expect.objectContaining(row)));
  },
);

function rowsOf(path: string): Record<string, Record<string, unknown>[]> {
  const database = new Database(path, { readonly: true });
  const tables = database
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .all() as { name: string }[];
  const rows = tables.map(({ name }) => [name, database.prepare(`select * from "${name}" order by rowid`).all()]);
  database.close();
  return Object.fromEntries(rows);
}
