import { and, eq } from 'drizzle-orm';
import type { Store } from '#app/data/store.server.ts';

/** The published edition of care of the demo's federation. */
export type CrowdEdition = { editionId: string; editionVersionId: string } | null;

/** Finds it; null when the demo has none. */
export async function findCrowdEdition({ read, t }: Store): Promise<CrowdEdition> {
  const [found] = await read
    .select({ editionId: t.edition.id, editionVersionId: t.editionVersion.id })
    .from(t.editionVersion)
    .innerJoin(t.edition, eq(t.edition.id, t.editionVersion.editionId))
    .innerJoin(t.organisation, eq(t.organisation.id, t.edition.organisationId))
    .where(and(eq(t.organisation.demo, true), eq(t.edition.sector, 'care')));
  return found ?? null;
}
