import { and, asc, eq, isNull } from 'drizzle-orm';
import { addOrganisationLog, type OrganisationLogLine } from './organisation-log.server.ts';
import type { Store } from './store.server.ts';

export type ApiKey = {
  id: string;
  organisationId: string;
  label: string;
  createdAt: Date;
  usedAt: Date | null;
  revokedAt: Date | null;
};

/** Keeps a new key as its hash alone. */
export const createApiKey = (
  store: Store,
  key: Pick<ApiKey, 'id' | 'organisationId' | 'label' | 'createdAt'> & { tokenHash: string },
  line: OrganisationLogLine,
): Promise<void> =>
  store.write(async (tx) => {
    await tx.insert(store.t.apiKey).values(key);
    await addOrganisationLog(tx, store, key.organisationId, line);
  });

/** Of an organisation, oldest first, also those that were stopped. */
export const listApiKeys = ({ read, t }: Store, organisationId: string): Promise<ApiKey[]> =>
  read
    .select(columns(t))
    .from(t.apiKey)
    .where(eq(t.apiKey.organisationId, organisationId))
    .orderBy(asc(t.apiKey.createdAt), asc(t.apiKey.id));

/** Stops a key of this organisation; null when it is not there or was stopped before, else its label. */
export const revokeApiKey = (
  store: Store,
  organisationId: string,
  id: string,
  now: Date,
  line: (label: string) => OrganisationLogLine,
): Promise<string | null> =>
  store.write(async (tx) => {
    const { t } = store;
    const [gone] = await tx
      .update(t.apiKey)
      .set({ revokedAt: now })
      .where(and(eq(t.apiKey.id, id), eq(t.apiKey.organisationId, organisationId), isNull(t.apiKey.revokedAt)))
      .returning({ label: t.apiKey.label });
    if (!gone) return null;
    await addOrganisationLog(tx, store, organisationId, line(gone.label));
    return gone.label;
  });

/** The organisation whose key has this hash, unless it was stopped. */
export async function findApiKey({ read, t }: Store, tokenHash: string): Promise<ApiKey | null> {
  const [row] = await read
    .select(columns(t))
    .from(t.apiKey)
    .where(and(eq(t.apiKey.tokenHash, tokenHash), isNull(t.apiKey.revokedAt)));
  return row ?? null;
}

/** When a key was last used. */
export async function markKeyUsed({ write, t }: Store, id: string, now: Date): Promise<void> {
  await write((tx) => tx.update(t.apiKey).set({ usedAt: now }).where(eq(t.apiKey.id, id)));
}

const columns = ({ apiKey }: Store['t']) => ({
  id: apiKey.id,
  organisationId: apiKey.organisationId,
  label: apiKey.label,
  createdAt: apiKey.createdAt,
  usedAt: apiKey.usedAt,
  revokedAt: apiKey.revokedAt,
});
