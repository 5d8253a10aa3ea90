import { and, asc, desc, eq } from 'drizzle-orm';
import type { LogLine } from './log.server.ts';
import type { Store } from './store.server.ts';

/** A version of a checklist as an assessment can be in it: by itself, or in a federation's edition. */
export type VersionRef = { ref: string; editionVersionId: string | null };

/**
 * Puts an assessment in another version; answers stay as they are stored. False when it is no longer in `from`: nothing
 * changes then.
 */
export const moveToVersion = (
  store: Store,
  assessmentId: string,
  from: string,
  to: VersionRef,
  line: LogLine,
): Promise<boolean> =>
  store.write(async (tx) => {
    const { t } = store;
    const moved = await tx
      .update(t.assessment)
      .set({ checklistRef: to.ref, editionVersionId: to.editionVersionId, activeAt: line.at })
      .where(and(eq(t.assessment.id, assessmentId), eq(t.assessment.checklistRef, from)))
      .returning({ id: t.assessment.id });
    if (moved.length > 0) await tx.insert(t.log).values({ ...line, assessmentId });
    return moved.length > 0;
  });

/** Where an assessment came from when it last moved to this version; null when it started here. */
export async function findVersionBefore({ read, t }: Store, assessmentId: string, ref: string): Promise<string | null> {
  const rows = await read
    .select({ detail: t.log.detail })
    .from(t.log)
    .where(and(eq(t.log.assessmentId, assessmentId), eq(t.log.what, 'log.moved-version')))
    .orderBy(desc(t.log.at));
  const details = rows.map(({ detail }) => detail as { from: string; to: string });
  return details.find(({ to }) => to === ref)?.from ?? null;
}

/** One published version of an edition, with the ref by which an assessment in it is known. */
export type EditionRef = { id: string; ref: string; core: string };

/** The versions of the edition that an assessment is in, first to newest; null when it is in none. */
export async function listEditionRefs({ read, t }: Store, assessmentId: string): Promise<EditionRef[] | null> {
  const [own] = await read
    .select({ editionId: t.editionVersion.editionId, slug: t.edition.slug })
    .from(t.assessment)
    .innerJoin(t.editionVersion, eq(t.editionVersion.id, t.assessment.editionVersionId))
    .innerJoin(t.edition, eq(t.edition.id, t.editionVersion.editionId))
    .where(eq(t.assessment.id, assessmentId));
  if (!own) return null;
  const rows = await read
    .select({ id: t.editionVersion.id, number: t.editionVersion.number, core: t.editionVersion.checklistRef })
    .from(t.editionVersion)
    .where(eq(t.editionVersion.editionId, own.editionId))
    .orderBy(asc(t.editionVersion.number));
  return rows.map(({ id, number, core }) => ({ id, core, ref: `${core}+${own.slug}@${number}` }));
}
