import { eq } from 'drizzle-orm';
import type { Logo } from '#app/domain/logo.ts';
import type { Store } from './store.server.ts';

/** Keeps a cleaned picture of a federation; the same one again changes nothing. */
export const saveLogo = (store: Store, organisationId: string, { id, mime, body }: Logo, createdAt: Date) =>
  store.write((tx) =>
    tx.insert(store.t.logo).values({ id, organisationId, mime, body, createdAt }).onConflictDoNothing(),
  );

export async function findLogo({ read, t }: Store, id: string): Promise<Logo | null> {
  const [row] = await read
    .select({ id: t.logo.id, mime: t.logo.mime, body: t.logo.body })
    .from(t.logo)
    .where(eq(t.logo.id, id));
  return row ?? null;
}
