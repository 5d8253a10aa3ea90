import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Language } from '#app/domain/checklist.ts';
import { addPerson, type Person } from './person.server.ts';
import type { Store } from './store.server.ts';

/** A mailed link to sign in; works once, until it expires. */
export type SignInLink = {
  id: string;
  email: string;
  tokenHash: string;
  language: Language;
  /** A path of ours to go to afterwards, or empty. */
  next: string;
  createdAt: Date;
  expiresAt: Date;
};

export async function createSignInLink({ write, t }: Store, link: SignInLink) {
  await write((tx) => tx.insert(t.signInLink).values(link));
}

/** A link that was not spent and has not expired. */
export async function findSignInLink({ read, t }: Store, tokenHash: string, now: Date): Promise<SignInLink | null> {
  const [row] = await read
    .select()
    .from(t.signInLink)
    .where(isOpen(t, tokenHash, now));
  return (row as SignInLink | undefined) ?? null;
}

/** Spends a link: gives the person, made now where the address is new, and where to go; null when it is no longer open. */
export const spendSignInLink = (
  store: Store,
  tokenHash: string,
  newPerson: { id: string },
  now: Date,
): Promise<{ person: Person; next: string } | null> =>
  store.write(async (tx) => {
    const { t } = store;
    const [link] = await tx
      .update(t.signInLink)
      .set({ spentAt: now })
      .where(isOpen(t, tokenHash, now))
      .returning();
    if (!link) return null;
    const { email, language } = link as SignInLink;
    return { person: await addPerson(tx, store, { ...newPerson, email, language, createdAt: now }), next: link.next };
  });

/** Spent and expired links hold an address: they go. */
export async function deleteOldSignInLinks({ write, t }: Store, before: Date) {
  await write((tx) => tx.delete(t.signInLink).where(lt(t.signInLink.expiresAt, before)));
}

const isOpen = (t: Store['t'], tokenHash: string, now: Date) =>
  and(eq(t.signInLink.tokenHash, tokenHash), isNull(t.signInLink.spentAt), gt(t.signInLink.expiresAt, now));
