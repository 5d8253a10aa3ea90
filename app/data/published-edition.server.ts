import { and, asc, desc, eq } from 'drizzle-orm';
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
  return newestVersions(
    await versions(store)
      .where(eq(t.edition.organisationId, organisationId))
      .orderBy(asc(t.edition.createdAt), asc(t.edition.id), desc(t.editionVersion.number)),
  );
}

/** By the name in its address; null when members never saw it. */
export async function findPublishedEdition(store: Store, slug: string): Promise<PublishedEdition | null> {
  const { t } = store;
  const rows = await versions(store)
    .where(and(eq(t.edition.slug, slug)))
    .orderBy(desc(t.editionVersion.number))
    .limit(1);
  return newestVersions(rows)[0] ?? null;
}

/** What the newest version of a federation's first published edition holds; null when members never saw one. */
export async function findFirstContent(store: Store, organisationId: string): Promise<EditionContent | null> {
  const { t } = store;
  const [row] = await versions(store)
    .where(eq(t.edition.organisationId, organisationId))
    .orderBy(asc(t.edition.createdAt), asc(t.edition.id), desc(t.editionVersion.number))
    .limit(1);
  return row?.content ?? null;
}

const versions = ({ read, t }: Store) =>
  read
    .select({
      id: t.edition.id,
      organisationId: t.edition.organisationId,
      sector: t.edition.sector,
      slug: t.edition.slug,
      content: t.editionVersion.content,
    })
    .from(t.edition)
    .innerJoin(t.editionVersion, eq(t.editionVersion.editionId, t.edition.id))
    .$dynamic();

type Row = Omit<PublishedEdition, keyof Shown> & { content: Shown };

const newestVersions = (rows: Row[]): PublishedEdition[] =>
  [...Map.groupBy(rows, ({ id }) => id).values()].flatMap(([row]) => {
    if (!row) return [];
    const { content, ...edition } = row;
    const { name, logo, logoText } = content;
    return [{ ...edition, name, logo, logoText }];
  });
