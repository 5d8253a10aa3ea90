import { and, eq, gt, lt } from 'drizzle-orm';
import type { Store } from './store.server.ts';

/** Session rows: `id` is the hash of the key in the cookie. */
export async function createSession(
  { write, t }: Store,
  row: { id: string; data: unknown; createdAt: Date; expiresAt: Date },
) {
  await write((tx) => tx.insert(t.session).values(row));
}

export async function findSession({ read, t }: Store, id: string, now: Date): Promise<unknown> {
  const [row] = await read
    .select({ data: t.session.data })
    .from(t.session)
    .where(and(eq(t.session.id, id), gt(t.session.expiresAt, now)));
  return row?.data ?? null;
}

export async function updateSession({ write, t }: Store, id: string, data: unknown, expiresAt: Date) {
  await write((tx) => tx.update(t.session).set({ data, expiresAt }).where(eq(t.session.id, id)));
}

export async function deleteSession({ write, t }: Store, id: string) {
  await write((tx) => tx.delete(t.session).where(eq(t.session.id, id)));
}

/** Removes what expired; gives how many. */
export async function deleteExpiredSessions({ write, t }: Store, now: Date): Promise<number> {
  const rows = await write((tx) =>
    tx.delete(t.session).where(lt(t.session.expiresAt, now)).returning({ id: t.session.id }),
  );
  return rows.length;
}
