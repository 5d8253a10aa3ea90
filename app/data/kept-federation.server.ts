import { asc, eq, inArray } from 'drizzle-orm';
import { listApiKeys } from './api-key.server.ts';
import type { Store } from './store.server.ts';

/**
 * What a federation made, for its own export: editions with every version, pictures, campaigns, its keys without what they
 * are made of, and its plan. Empty for another organisation. Uptake is of those who came through a campaign, so it stays.
 */
export async function readKeptOfFederation(store: Store, organisationId: string) {
  const { read, t } = store;
  const [editions, logos, keys, sectorPlan] = await Promise.all([
    read
      .select()
      .from(t.edition)
      .where(eq(t.edition.organisationId, organisationId))
      .orderBy(asc(t.edition.createdAt), asc(t.edition.id)),
    read.select().from(t.logo).where(eq(t.logo.organisationId, organisationId)).orderBy(asc(t.logo.createdAt)),
    listApiKeys(store, organisationId),
    read
      .select()
      .from(t.sectorAction)
      .where(eq(t.sectorAction.organisationId, organisationId))
      .orderBy(asc(t.sectorAction.createdAt), asc(t.sectorAction.id)),
  ]);
  const ids = editions.map(({ id }) => id);
  const [versions, campaigns] = await Promise.all([
    read.select().from(t.editionVersion).where(inArray(t.editionVersion.editionId, ids)),
    read.select().from(t.campaign).where(inArray(t.campaign.editionId, ids)),
  ]);
  return {
    editions: editions.map(({ organisationId: _, ...edition }) => ({
      ...edition,
      versions: versions
        .filter(({ editionId }) => editionId === edition.id)
        .sort((one, other) => one.number - other.number)
        .map(({ editionId: __, ...version }) => version),
      campaigns: campaigns
        .filter(({ editionId }) => editionId === edition.id)
        .map(({ editionId: __, ...campaign }) => campaign),
    })),
    logos: logos.map(({ organisationId: _, ...logo }) => logo),
    keys: keys.map(({ organisationId: _, ...key }) => key),
    sectorPlan: sectorPlan.map(({ organisationId: _, ...action }) => action),
  };
}
