import { count, type SQL } from 'drizzle-orm';
import type { Db } from './store.server.ts';
import type { Tables } from './tables.ts';

/** How many rows of a table answer to a condition. */
export async function countRows(db: Db, table: Tables[keyof Tables], which: SQL | undefined): Promise<number> {
  const [row] = await db.select({ n: count() }).from(table).where(which);
  return row?.n ?? 0;
}
