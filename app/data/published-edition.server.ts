import { and, asc, eq, max } from 'drizzle-orm';
import type { SectorId } from '#app/domain/checklist.ts';
import type { EditionContent, Texts } from '#app/domain/edition.ts';
import type { Store } from './store.server.ts';

/** An edition of which members have seen a version, with the name of its newest one. */
export type PublishedEdition = { id: string; organisationId: string; sector: SectorId; slug: string } & Shown;
/** What its newest version shows of it. */
type Shown = { name: Texts; logo: string | null; logoText: Texts };

/** Of a federation, oldest first. */
export async function listPublishedEditions(store: Store, organisationId: string): Promise<PublishedEdition[]> {
  const { t } = store;
  const rows = await newestVersions(store)
    .where(eq(t.edition.organisationId, organisationId))
    .orderBy(asc(t.edition.createdAt), asc(t.edition.id));
  return rows.map(shown);
}

/** By the name in its address; null when members never saw it. */
export async function findPublishedEdition(store: Store, slug: string): Promise<PublishedEdition | null> {
  const [row] = await newestVersions(store).where(eq(store.t.edition.slug, slug));
  return row ? shown(row) : null;
}

/** What the newest version of a federation's first published edition holds; null when members never saw one. */
export async function findFirstContent(store: Store, organisationId: string): Promise<EditionContent | null> {
  const { t } = store;
  const [row] = await newestVersions(store)
    .where(eq(t.edition.organisationId, organisationId))
    .orderBy(asc(t.edition.createdAt), asc(t.edition.id))
    .limit(1);
  return row?.content ?? null;
}

/** Each edition with its newest version alone: an older one is as long, and nothing of it is shown. */
function newestVersions({ read, t }: Store) {
  const { editionId, number } = t.editionVersion;
  const newest = read
    .select({ editionId, number: max(number).as('newest_number') })
    .from(t.editionVersion)
    .groupBy(editionId)
    .as('newest');
  return read
    .select({
      id: t.edition.id,
      organisationId: t.edition.organisationId,
      sector: t.edition.sector,
      slug: t.edition.slug,
      content: t.editionVersion.content,
    })
    .from(t.edition)
    .innerJoin(newest, eq(newest.editionId, t.edition.id))
    .innerJoin(t.editionVersion, and(eq(editionId, t.edition.id), eq(number, newest.number)))
    .$dynamic();
}

type Row = Omit<PublishedEdition, keyof Shown> & { content: Shown };

const shown = ({ content: { name, logo, logoText }, ...edition }: Row): PublishedEdition => ({
  ...edition,
  ...{ name, logo, logoText },
});
