import { type Column, type Placeholder, sql } from 'drizzle-orm';
import type { Db, Store } from './store.server.ts';

type Built<R> = { prepare(): { execute(values?: Record<string, unknown>): Promise<R> } };
type Query<R> = ReturnType<Built<R>['prepare']>;

/**
 * A query that is asked so often that its SQL is built once per kind of database, and sent with other values each time,
 * inside a transaction or outside. What is written with `value` is given by that name.
 */
export function prepared<R>(build: (db: Db, t: Store['t']) => Built<R>) {
  const queries = new WeakMap<Store['t'], Query<R>>();
  return (db: Db, { t }: Pick<Store, 't'>, values: Record<string, unknown>): Promise<R> => {
    const query = queries.get(t) ?? build(db, t).prepare();
    queries.set(t, query);
    return sentBy(db, query).execute(values);
  };
}

/** The place of a value that is compared as it is: a text or a number. */
export const value = (name: string): Placeholder => sql.placeholder(name);

/** The place of a value in the form of a column, such as an instant. */
export const valueFor = (column: unknown, name: string) => sql.param(sql.placeholder(name), column as Column);

/** A query holds on to who sends it, and that is somebody else in every transaction. */
const sentBy = <R>(db: Db, query: Query<R>): Query<R> =>
  Object.create(query, { client: { value: (db as unknown as { session: { client: unknown } }).session.client } });
