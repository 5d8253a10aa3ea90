import { and, asc, eq, gt, isNotNull, isNull, or } from 'drizzle-orm';
import type { ShareScope } from '#app/domain/access.ts';
import type { Voice } from '#app/domain/answer.ts';
import type { LinkKind } from './assessment-tables.ts';
import { prepared, value, valueFor } from './prepared.server.ts';
import type { Db, Store } from './store.server.ts';

export type StoredLink = {
  id: string;
  assessmentId: string;
  kind: LinkKind;
  label: string;
  voice: Voice;
  item: string | null;
  question: string;
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
  openedAt: Date | null;
  personId: string | null;
  boundAt: Date | null;
  confirmedAt: Date | null;
  scope: ShareScope[] | null;
  sealed: string | null;
};
export type NewLink = Omit<StoredLink, CoachColumns> & Partial<Pick<StoredLink, CoachColumns>> & { tokenHash: string };
type CoachColumns = 'personId' | 'boundAt' | 'confirmedAt' | 'scope' | 'sealed';

export async function addLink(tx: Db, { t }: Store, link: NewLink) {
  await tx.insert(t.link).values(link);
}

export const createLink = (store: Store, link: NewLink) => store.write((tx) => addLink(tx, store, link));

/** A link that is neither revoked nor expired. */
export async function findOpenLink(store: Store, id: string, now: Date): Promise<StoredLink | null> {
  const [row] = await openLinkById(store.read, store, { id, now });
  return (row as StoredLink | undefined) ?? null;
}

const openLinkById = prepared((db, t) =>
  db
    .select(columns(t))
    .from(t.link)
    .where(and(eq(t.link.id, value('id')), isOpen(t, valueFor(t.link.expiresAt, 'now')))),
);

export async function findOpenLinkByToken(
  { read, t }: Store,
  tokenHash: string,
  now: Date,
): Promise<StoredLink | null> {
  const [row] = await read
    .select(columns(t))
    .from(t.link)
    .where(and(eq(t.link.tokenHash, tokenHash), isOpen(t, now)));
  return (row as StoredLink | undefined) ?? null;
}

export async function listLinks({ read, t }: Store, assessmentId: string): Promise<StoredLink[]> {
  const rows = await read
    .select(columns(t))
    .from(t.link)
    .where(eq(t.link.assessmentId, assessmentId))
    .orderBy(asc(t.link.createdAt), asc(t.link.id));
  return rows as StoredLink[];
}

/** The owner link of an assessment: codes and mailed links lead to it. */
export async function findOwnerLink({ read, t }: Store, assessmentId: string): Promise<StoredLink | null> {
  const [row] = await read
    .select(columns(t))
    .from(t.link)
    .where(and(eq(t.link.assessmentId, assessmentId), eq(t.link.kind, 'owner'), isNull(t.link.revokedAt)))
    .orderBy(asc(t.link.createdAt))
    .limit(1);
  return (row as StoredLink | undefined) ?? null;
}

/** Stops a link of this assessment; false when it is not there. */
export async function revokeLink({ write, t }: Store, assessmentId: string, id: string, now: Date): Promise<boolean> {
  const rows = await write((tx) =>
    tx
      .update(t.link)
      .set({ revokedAt: now })
      .where(and(eq(t.link.id, id), eq(t.link.assessmentId, assessmentId), isNull(t.link.revokedAt)))
      .returning({ id: t.link.id }),
  );
  return rows.length > 0;
}

export async function markOpened({ write, t }: Store, id: string, now: Date) {
  await write((tx) =>
    tx
      .update(t.link)
      .set({ openedAt: now })
      .where(and(eq(t.link.id, id), isNull(t.link.openedAt))),
  );
}

/** The link by which a coach reaches an assessment: shared, bound to this person and confirmed by the employer. */
export async function findCoachLink(
  { read, t }: Store,
  assessmentId: string,
  personId: string,
  now: Date,
): Promise<StoredLink | null> {
  const [row] = await read
    .select(columns(t))
    .from(t.link)
    .where(
      and(
        eq(t.link.assessmentId, assessmentId),
        eq(t.link.kind, 'coach'),
        eq(t.link.personId, personId),
        isNotNull(t.link.confirmedAt),
        isOpen(t, now),
      ),
    )
    .orderBy(asc(t.link.createdAt))
    .limit(1);
  return (row as StoredLink | undefined) ?? null;
}

/** Ids of the assessments that are shared with this coach now, confirmed by the employer, oldest first. */
export async function listSharedWith({ read, t }: Store, personId: string, now: Date): Promise<string[]> {
  const rows = await read
    .select({ id: t.link.assessmentId })
    .from(t.link)
    .where(and(eq(t.link.kind, 'coach'), eq(t.link.personId, personId), isNotNull(t.link.confirmedAt), isOpen(t, now)))
    .orderBy(asc(t.link.createdAt), asc(t.link.id));
  return [...new Set(rows.map(({ id }) => id as string))];
}

const isOpen = (t: Store['t'], now: Date | ReturnType<typeof valueFor>) =>
  and(isNull(t.link.revokedAt), or(isNull(t.link.expiresAt), gt(t.link.expiresAt, now)));

const columns = (t: Store['t']) => ({
  id: t.link.id,
  assessmentId: t.link.assessmentId,
  kind: t.link.kind,
  label: t.link.label,
  voice: t.link.voice,
  item: t.link.item,
  question: t.link.question,
  createdAt: t.link.createdAt,
  expiresAt: t.link.expiresAt,
  revokedAt: t.link.revokedAt,
  openedAt: t.link.openedAt,
  personId: t.link.personId,
  boundAt: t.link.boundAt,
  confirmedAt: t.link.confirmedAt,
  scope: t.link.scope,
  sealed: t.link.sealed,
});
