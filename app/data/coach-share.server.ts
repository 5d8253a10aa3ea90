import { and, asc, desc, eq, gt, isNotNull, isNull, or } from 'drizzle-orm';
import type { ShareScope } from '#app/domain/access.ts';
import { listLinks, type StoredLink } from './link.server.ts';
import type { Store } from './store.server.ts';

/** A share with a job coach as its employer sees it; `email` once a coach has opened it. */
export type CoachShareLine = StoredLink & { email: string | null };

/** The shares of an assessment with job coaches, oldest first. */
export async function listCoachShares(store: Store, assessmentId: string): Promise<CoachShareLine[]> {
  const { read, t } = store;
  const links = (await listLinks(store, assessmentId)).filter((one) => one.kind === 'coach');
  const people = await read
    .select({ id: t.link.id, email: t.person.email })
    .from(t.link)
    .innerJoin(t.person, eq(t.person.id, t.link.personId))
    .where(and(eq(t.link.assessmentId, assessmentId), eq(t.link.kind, 'coach')));
  return links.map((link) => ({ ...link, email: people.find((one) => one.id === link.id)?.email ?? null }));
}

/** A share as its coach sees it. */
export type OwnShare = Pick<
  StoredLink,
  'id' | 'assessmentId' | 'boundAt' | 'confirmedAt' | 'expiresAt' | 'revokedAt'
> & {
  scope: ShareScope[] | null;
  checklistRef: string;
  assessmentLabel: string;
};

/** What was ever shared with this coach, newest first. */
export async function listSharesOf({ read, t }: Store, personId: string): Promise<OwnShare[]> {
  const rows = await read
    .select({
      id: t.link.id,
      assessmentId: t.link.assessmentId,
      boundAt: t.link.boundAt,
      confirmedAt: t.link.confirmedAt,
      expiresAt: t.link.expiresAt,
      revokedAt: t.link.revokedAt,
      scope: t.link.scope,
      checklistRef: t.assessment.checklistRef,
      assessmentLabel: t.assessment.label,
    })
    .from(t.link)
    .innerJoin(t.assessment, eq(t.assessment.id, t.link.assessmentId))
    .where(and(eq(t.link.personId, personId), eq(t.link.kind, 'coach')))
    .orderBy(desc(t.link.boundAt), asc(t.link.id));
  return rows as OwnShare[];
}

/**
 * Binds a share to the first coach who accepts it, once; `label` is the coach's organisation, as the employer reads it.
 * The secret is forgotten: nobody else can use it. False when somebody was first or it is over.
 */
export async function bindShare(
  { write, t }: Store,
  id: string,
  coach: { personId: string; label: string },
  now: Date,
): Promise<boolean> {
  const rows = await write((tx) =>
    tx
      .update(t.link)
      .set({ ...coach, boundAt: now, openedAt: now, sealed: null })
      .where(and(eq(t.link.id, id), eq(t.link.kind, 'coach'), isNull(t.link.personId), isRunning(t, now)))
      .returning({ id: t.link.id }),
  );
  return rows.length > 0;
}

/** The employer lets in the coach who waits; false when none waits. */
export async function confirmShare({ write, t }: Store, assessmentId: string, id: string, now: Date): Promise<boolean> {
  const waits = and(isNotNull(t.link.personId), isNull(t.link.confirmedAt));
  const rows = await write((tx) =>
    tx
      .update(t.link)
      .set({ confirmedAt: now })
      .where(and(isShareOf(t, assessmentId, id), waits, isRunning(t, now)))
      .returning({ id: t.link.id }),
  );
  return rows.length > 0;
}

/** Changes what is shared, and until when if that is given, while it runs; false when it is over. */
export async function changeShare(
  { write, t }: Store,
  assessmentId: string,
  id: string,
  change: { scope: ShareScope[]; expiresAt?: Date },
  now: Date,
): Promise<boolean> {
  const rows = await write((tx) =>
    tx
      .update(t.link)
      .set(change)
      .where(and(isShareOf(t, assessmentId, id), isRunning(t, now)))
      .returning({ id: t.link.id }),
  );
  return rows.length > 0;
}

const isShareOf = (t: Store['t'], assessmentId: string, id: string) =>
  and(eq(t.link.id, id), eq(t.link.assessmentId, assessmentId), eq(t.link.kind, 'coach'));

const isRunning = (t: Store['t'], now: Date) =>
  and(isNull(t.link.revokedAt), or(isNull(t.link.expiresAt), gt(t.link.expiresAt, now)));
