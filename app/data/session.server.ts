import { and, eq, gt, lt } from 'drizzle-orm';
import type { Store } from './store.server.ts';

/** A session row: `id` is the hash of the key in the cookie, `personId` who is signed in with it. */
export type SessionRow = {
  id: string;
  data: unknown;
  createdAt: Date;
  expiresAt: Date;
  personId: string | null;
  device: string;
};

export async function createSession({ write, t }: Store, row: SessionRow) {
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

/** Marks a session whose key was renewed: it lives on until then and is shown to nobody. */
export async function replaceSession({ write, t }: Store, id: string, expiresAt: Date) {
  await write((tx) => tx.update(t.session).set({ replaced: true, expiresAt }).where(eq(t.session.id, id)));
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
