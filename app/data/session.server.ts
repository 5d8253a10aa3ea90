import { and, desc, eq, gt, lt, ne, or } from 'drizzle-orm';
import { prepared, value, valueFor } from './prepared.server.ts';
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

export async function findSession(store: Store, id: string, now: Date): Promise<unknown> {
  const [row] = await sessionById(store.read, store, { id, now });
  return row?.data ?? null;
}

const sessionById = prepared((db, t) =>
  db
    .select({ data: t.session.data })
    .from(t.session)
    .where(and(eq(t.session.id, value('id')), gt(t.session.expiresAt, valueFor(t.session.expiresAt, 'now')))),
);

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

/** Takes the challenge out of a session, so that one answer spends it, also when two come at once; null without one. */
export const spendChallenge = ({ write, t }: Store, id: string): Promise<unknown> =>
  write(async (tx) => {
    const [row] = await tx.select({ data: t.session.data }).from(t.session).where(eq(t.session.id, id));
    const { challenge, ...rest } = (row?.data ?? {}) as Record<string, unknown>;
    if (challenge === undefined) return null;
    await tx.update(t.session).set({ data: rest }).where(eq(t.session.id, id));
    return challenge;
  });

/** The sessions in which somebody signed in, with what is kept in them. */
export async function listSessions({ read, t }: Store, personId: string, now: Date): Promise<SessionRow[]> {
  return read
    .select()
    .from(t.session)
    .where(and(eq(t.session.personId, personId), eq(t.session.replaced, false), gt(t.session.expiresAt, now)))
    .orderBy(desc(t.session.createdAt), desc(t.session.id));
}

/** Ends one session of a person, with the keys that others took the place of: they would open it for a while longer. */
export async function endOneSession({ write, t }: Store, personId: string, id: string) {
  await write((tx) =>
    tx
      .delete(t.session)
      .where(and(eq(t.session.personId, personId), or(eq(t.session.id, id), eq(t.session.replaced, true)))),
  );
}

/** Ends every session of a person but this one. */
export async function endOtherSessions({ write, t }: Store, personId: string, id: string) {
  await write((tx) => tx.delete(t.session).where(and(eq(t.session.personId, personId), ne(t.session.id, id))));
}

/** Removes what expired; gives how many. */
export async function deleteExpiredSessions({ write, t }: Store, now: Date): Promise<number> {
  const rows = await write((tx) =>
    tx.delete(t.session).where(lt(t.session.expiresAt, now)).returning({ id: t.session.id }),
  );
  return rows.length;
}
