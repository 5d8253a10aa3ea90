import { and, asc, desc, eq, isNull, max } from 'drizzle-orm';
import type { SectorId } from '#app/domain/checklist.ts';
import type { EditionContent } from '#app/domain/edition.ts';
import { addOrganisationLog, type OrganisationLogLine } from './organisation-log.server.ts';
import type { Db, Store } from './store.server.ts';

export type Edition = {
  id: string;
  organisationId: string;
  sector: SectorId;
  slug: string;
  draft: EditionContent;
  createdAt: Date;
  changedAt: Date;
  withdrawnAt: Date | null;
};

/** A published version with whose it is; it never changes. */
export type EditionVersion = {
  id: string;
  editionId: string;
  slug: string;
  number: number;
  /** Of the checklist under it, such as care@1. */
  checklistRef: string;
  content: EditionContent;
  /** What its maker says is new. */
  changes: string;
  publishedAt: Date;
  /** Name of the federation. */
  by: string;
};

/** A new edition with its draft; `taken` when another edition has that address. */
export const createEdition = (
  store: Store,
  edition: Omit<Edition, 'changedAt' | 'withdrawnAt'>,
  line: OrganisationLogLine,
): Promise<'created' | 'taken'> =>
  store.write(async (tx) => {
    const { t } = store;
    const [taken] = await tx.select({ id: t.edition.id }).from(t.edition).where(eq(t.edition.slug, edition.slug));
    if (taken) return 'taken';
    await tx.insert(t.edition).values({ ...edition, changedAt: edition.createdAt });
    await addOrganisationLog(tx, store, edition.organisationId, line);
    return 'created';
  });

/** The editions of a federation with the number of their newest version; oldest first. */
export async function listEditions({ read, t }: Store, organisationId: string) {
  const rows = await read
    .select({ edition: t.edition, number: max(t.editionVersion.number) })
    .from(t.edition)
    .leftJoin(t.editionVersion, eq(t.editionVersion.editionId, t.edition.id))
    .where(eq(t.edition.organisationId, organisationId))
    .groupBy(t.edition.id)
    .orderBy(asc(t.edition.createdAt), asc(t.edition.id));
  return rows.map(({ edition, number }) => ({ ...(edition as Edition), number }));
}

/** An edition of this federation; null when it is not theirs or not there. */
export const findEdition = ({ read, t }: Store, organisationId: string, id: string): Promise<Edition | null> =>
  editionIn(read, t, organisationId, id);

async function editionIn(db: Db, t: Store['t'], organisationId: string, id: string): Promise<Edition | null> {
  const [row] = await db
    .select()
    .from(t.edition)
    .where(and(eq(t.edition.id, id), eq(t.edition.organisationId, organisationId)));
  return (row as Edition | undefined) ?? null;
}

/**
 * Changes the draft as it stands now. `change` gives the new draft, or null when what its writer had on screen is not
 * what stands there: then nothing changes, so that two editors never overwrite each other unseen.
 */
export const changeDraft = (
  store: Store,
  { organisationId, id }: Pick<Edition, 'organisationId' | 'id'>,
  at: Date,
  change: (draft: EditionContent) => EditionContent | null,
): Promise<'saved' | 'changed-meanwhile'> =>
  store.write(async (tx) => {
    const { t } = store;
    const edition = await editionIn(tx, t, organisationId, id);
    const draft = edition && change(edition.draft);
    if (!draft) return 'changed-meanwhile';
    await tx
      .update(t.edition)
      .set({ draft, changedAt: later(edition.changedAt, at) })
      .where(eq(t.edition.id, id));
    return 'saved';
  });

/** Every change moves on, even on a clock that does not. */
const later = (before: Date, at: Date): Date => new Date(Math.max(at.getTime(), before.getTime() + 1));

/** What is published: the draft as its publisher saw it at `seen`. */
export type Publishing = {
  versionId: string;
  checklistRef: string;
  changes: string;
  at: Date;
  seen: Date;
};

/** Makes the draft the next version and gives its number; null when the draft was changed since it was seen. */
export const publishEdition = (
  store: Store,
  { organisationId, id }: Pick<Edition, 'organisationId' | 'id'>,
  { versionId, checklistRef, changes, at, seen }: Publishing,
  line: (number: number) => OrganisationLogLine,
): Promise<number | null> =>
  store.write(async (tx) => {
    const { t } = store;
    const edition = await editionIn(tx, t, organisationId, id);
    if (!edition || edition.changedAt.getTime() !== seen.getTime()) return null;
    const [last] = await tx
      .select({ number: max(t.editionVersion.number) })
      .from(t.editionVersion)
      .where(eq(t.editionVersion.editionId, id));
    const number = (last?.number ?? 0) + 1;
    const version = { id: versionId, editionId: id, number, checklistRef, changes, publishedAt: at };
    await tx.insert(t.editionVersion).values({ ...version, content: edition.draft });
    await addOrganisationLog(tx, store, organisationId, line(number));
    return number;
  });

/** Stops new self-scans in it, or lets them start again; what runs in it runs on. */
export const setWithdrawn = (
  store: Store,
  { organisationId, id }: Pick<Edition, 'organisationId' | 'id'>,
  withdrawnAt: Date | null,
  line: OrganisationLogLine,
) =>
  store.write(async (tx) => {
    const { t } = store;
    await tx
      .update(t.edition)
      .set({ withdrawnAt })
      .where(and(eq(t.edition.id, id), eq(t.edition.organisationId, organisationId)));
    await addOrganisationLog(tx, store, organisationId, line);
  });

/** The versions of an edition, newest first. */
export async function listEditionVersions({ read, t }: Store, editionId: string): Promise<EditionVersion[]> {
  const rows = await versions(read, t)
    .where(eq(t.editionVersion.editionId, editionId))
    .orderBy(desc(t.editionVersion.number));
  return rows as EditionVersion[];
}

/** One version by the address of its edition and its number. */
export async function findEditionVersion({ read, t }: Store, slug: string, number: number) {
  const [row] = await versions(read, t).where(and(eq(t.edition.slug, slug), eq(t.editionVersion.number, number)));
  return (row as EditionVersion | undefined) ?? null;
}

/** The newest version of an edition in which self-scans start; null when it has none or was withdrawn. */
export async function findOfferedVersion({ read, t }: Store, slug: string): Promise<EditionVersion | null> {
  const [row] = await versions(read, t)
    .where(and(eq(t.edition.slug, slug), isNull(t.edition.withdrawnAt)))
    .orderBy(desc(t.editionVersion.number))
    .limit(1);
  return (row as EditionVersion | undefined) ?? null;
}

const versions = (db: Db, t: Store['t']) =>
  db
    .select({
      id: t.editionVersion.id,
      editionId: t.editionVersion.editionId,
      slug: t.edition.slug,
      number: t.editionVersion.number,
      checklistRef: t.editionVersion.checklistRef,
      content: t.editionVersion.content,
      changes: t.editionVersion.changes,
      publishedAt: t.editionVersion.publishedAt,
      by: t.organisation.name,
    })
    .from(t.editionVersion)
    .innerJoin(t.edition, eq(t.edition.id, t.editionVersion.editionId))
    .innerJoin(t.organisation, eq(t.organisation.id, t.edition.organisationId));

/** The federation whose edition this is. */
export async function findOwnerOfEdition({ read, t }: Store, id: string): Promise<string | null> {
  const [row] = await read
    .select({ organisationId: t.edition.organisationId })
    .from(t.edition)
    .where(eq(t.edition.id, id));
  return row?.organisationId ?? null;
}
