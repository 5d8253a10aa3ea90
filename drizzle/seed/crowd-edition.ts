import { and, eq } from 'drizzle-orm';
import type { Store } from '#app/data/store.server.ts';
import type { EditionContent } from '#app/domain/edition.ts';

/** The published edition of the demo's federation. */
export type CrowdEdition = { editionId: string; editionVersionId: string } | null;

/** Publishes an edition of care that adds and hides nothing; null when the demo has no federation. */
export async function addFederationEdition(store: Store, now: Date): Promise<CrowdEdition> {
  const { t } = store;
  const [federation] = await store.read
    .select({ id: t.organisation.id })
    .from(t.organisation)
    .where(and(eq(t.organisation.kind, 'federation'), eq(t.organisation.demo, true)));
  if (!federation) return null;
  const [editionId, editionVersionId] = ['demo-crowd-edition', 'demo-crowd-edition-1'];
  const at = new Date(now.getTime() - 395 * 24 * 60 * 60_000);
  const ids = { id: editionId, organisationId: federation.id, sector: 'care', slug: 'demo-zorg-en-wonen' } as const;
  await store.write(async (tx) => {
    await tx.insert(t.edition).values({ ...ids, draft: content, createdAt: at, changedAt: at });
    const version = { id: editionVersionId, editionId, number: 1, checklistRef: 'care@1', content, publishedAt: at };
    await tx.insert(t.editionVersion).values(version);
  });
  return { editionId, editionVersionId };
}

const content: EditionContent = {
  languages: ['nl', 'en'],
  name: { nl: 'Demo: zelfscan voor onze leden', en: 'Demo: self-scan for our members' },
  logo: null,
  logoText: {},
  accent: null,
  intro: { nl: 'Een verzonnen federatie.', en: 'An invented federation.' },
  contacts: [],
  hidden: [],
  items: [],
  remedies: [],
  instruments: [],
};
