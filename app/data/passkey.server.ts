import { and, asc, eq, lt } from 'drizzle-orm';
import { markActive, type Person } from './person.server.ts';
import type { Store } from './store.server.ts';

/** `id` and `publicKey` are in base64url; `counter` is what the passkey last said. */
export type Passkey = {
  id: string;
  personId: string;
  publicKey: string;
  counter: number;
  transports: string[];
  label: string;
  createdAt: Date;
  usedAt: Date | null;
};

/** Adds a passkey; false when its id is already somebody's. */
export async function addPasskey({ write, t }: Store, passkey: Passkey): Promise<boolean> {
  const rows = await write((tx) =>
    tx.insert(t.passkey).values(passkey).onConflictDoNothing().returning({ id: t.passkey.id }),
  );
  return rows.length > 0;
}

export async function findPasskey({ read, t }: Store, id: string): Promise<Passkey | null> {
  const [row] = await read.select().from(t.passkey).where(eq(t.passkey.id, id));
  return (row as Passkey | undefined) ?? null;
}

/** The passkeys of a person, oldest first. */
export async function listPasskeys({ read, t }: Store, personId: string): Promise<Passkey[]> {
  const rows = await read
    .select()
    .from(t.passkey)
    .where(eq(t.passkey.personId, personId))
    .orderBy(asc(t.passkey.createdAt), asc(t.passkey.id));
  return rows as Passkey[];
}

export async function renamePasskey({ write, t }: Store, personId: string, id: string, label: string) {
  await write((tx) =>
    tx
      .update(t.passkey)
      .set({ label })
      .where(own(t, personId, id)),
  );
}

export async function removePasskey({ write, t }: Store, personId: string, id: string) {
  await write((tx) => tx.delete(t.passkey).where(own(t, personId, id)));
}

/**
 * Notes that a passkey was used to sign in, and gives the person. Null when its counter did not go on: a copy of it was
 * used (WebAuthn, 6.1.1). Passkeys without a counter always say 0.
 */
export const acceptPasskey = (store: Store, id: string, counter: number, now: Date): Promise<Person | null> =>
  store.write(async (tx) => {
    const { t } = store;
    const goesOn = counter === 0 ? eq(t.passkey.counter, 0) : lt(t.passkey.counter, counter);
    const [used] = await tx
      .update(t.passkey)
      .set({ counter, usedAt: now })
      .where(and(eq(t.passkey.id, id), goesOn))
      .returning({ personId: t.passkey.personId });
    return used ? markActive(tx, store, used.personId, now) : null;
  });

const own = (t: Store['t'], personId: string, id: string) =>
  and(eq(t.passkey.id, id), eq(t.passkey.personId, personId));
