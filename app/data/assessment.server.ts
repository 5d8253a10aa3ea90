import { and, asc, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import type { Voice } from '#app/domain/answer.ts';
import type { Language } from '#app/domain/checklist.ts';
import type { Context } from '#app/domain/context.ts';
import { addOrganisationLog, type OrganisationLogLine } from './organisation-log.server.ts';
import { prepared, value } from './prepared.server.ts';
import type { Db, Store } from './store.server.ts';

export type StoredAssessment = {
  id: string;
  checklistRef: string;
  language: Language;
  context: Context;
  label: string;
  countingKey: string;
  demo: boolean;
  createdAt: Date;
  activeAt: Date;
  /** The employer that keeps it. */
  organisationId: string | null;
  /** The coach who started it for an employer, and in which voice that coach writes until it is taken over. */
  startedBy: string | null;
  starterVoice: Voice | null;
  takenOverAt: Date | null;
  /** The version of a federation's edition that it runs in, and the campaign that led to it. */
  editionVersionId: string | null;
  campaignId: string | null;
};

/** What only some assessments have from the start. */
type Later = 'organisationId' | 'startedBy' | 'starterVoice' | 'takenOverAt' | 'editionVersionId' | 'campaignId';

export type NewAssessment = Omit<StoredAssessment, Later> & {
  codeHash: string | null;
  organisationId?: string;
  startedBy?: string;
  starterVoice?: Voice;
  editionVersionId?: string | null;
  campaignId?: string | null;
};

/** Adds an assessment with its first round; part of a transaction. */
export async function addAssessment(tx: Db, { t }: Store, assessment: NewAssessment) {
  await tx.insert(t.assessment).values(assessment);
  await tx
    .insert(t.round)
    .values({ assessmentId: assessment.id, number: 1, kind: 'baseline', startedAt: assessment.createdAt });
}

export async function findAssessment(store: Store, id: string): Promise<StoredAssessment | null> {
  const [row] = await assessmentById(store.read, store, { id });
  return (row as StoredAssessment | undefined) ?? null;
}

const assessmentById = prepared((db, t) =>
  db
    .select(columns(t))
    .from(t.assessment)
    .where(eq(t.assessment.id, value('id'))),
);

export async function findAssessmentByCode({ read, t }: Store, codeHash: string): Promise<StoredAssessment | null> {
  const [row] = await read.select(columns(t)).from(t.assessment).where(eq(t.assessment.codeHash, codeHash));
  return (row as StoredAssessment | undefined) ?? null;
}

/** The workplaces that an organisation keeps. */
export async function listAssessmentsOf({ read, t }: Store, organisationId: string): Promise<StoredAssessment[]> {
  const rows = await read
    .select(columns(t))
    .from(t.assessment)
    .where(eq(t.assessment.organisationId, organisationId))
    .orderBy(asc(t.assessment.label), asc(t.assessment.createdAt), asc(t.assessment.id));
  return rows as StoredAssessment[];
}

/**
 * Brings an assessment that nobody keeps into an organisation, in place: codes, links and answers stay. False when an
 * organisation keeps it already.
 */
export const keepInOrganisation = (
  store: Store,
  assessmentId: string,
  organisationId: string,
  line: OrganisationLogLine,
): Promise<boolean> =>
  store.write(async (tx) => {
    const { t } = store;
    const rows = await tx
      .update(t.assessment)
      .set({ organisationId })
      .where(and(eq(t.assessment.id, assessmentId), isNull(t.assessment.organisationId)))
      .returning({ id: t.assessment.id });
    if (rows.length > 0) await addOrganisationLog(tx, store, organisationId, line);
    return rows.length > 0;
  });

/** Takes an assessment out of the organisation that keeps it; false when that one does not. */
export const takeOutOfOrganisation = (
  store: Store,
  assessmentId: string,
  organisationId: string,
  line: OrganisationLogLine,
): Promise<boolean> =>
  store.write(async (tx) => {
    const { t } = store;
    const rows = await tx
      .update(t.assessment)
      .set({ organisationId: null })
      .where(and(eq(t.assessment.id, assessmentId), eq(t.assessment.organisationId, organisationId)))
      .returning({ id: t.assessment.id });
    if (rows.length > 0) await addOrganisationLog(tx, store, organisationId, line);
    return rows.length > 0;
  });

/** Changes the context and the typed name; answers stay. */
export async function saveContext({ write, t }: Store, id: string, context: Context, label: string, now: Date) {
  await write((tx) => tx.update(t.assessment).set({ context, label, activeAt: now }).where(eq(t.assessment.id, id)));
}

/** Gives the assessment a new code; the old one dies. */
export async function saveCodeHash({ write, t }: Store, id: string, codeHash: string) {
  await write((tx) => tx.update(t.assessment).set({ codeHash }).where(eq(t.assessment.id, id)));
}

/** Ids of assessments without activity since a moment: retention removes them. */
export async function listInactive({ read, t }: Store, before: Date): Promise<string[]> {
  const rows = await read.select({ id: t.assessment.id }).from(t.assessment).where(lt(t.assessment.activeAt, before));
  return rows.map((row) => row.id);
}

/** What this coach started for employers and nobody took over yet, oldest first. */
export async function listStartedBy({ read, t }: Store, personId: string): Promise<StoredAssessment[]> {
  const rows = await read
    .select(columns(t))
    .from(t.assessment)
    .where(and(eq(t.assessment.startedBy, personId), isNull(t.assessment.takenOverAt)))
    .orderBy(asc(t.assessment.createdAt), asc(t.assessment.id));
  return rows as StoredAssessment[];
}

/** Every assessment that was started for an employer and not taken over, with the coach to remind. */
export async function listNotTakenOver({
  read,
  t,
}: Store): Promise<{ id: string; createdAt: Date; email: string | null; language: Language }[]> {
  const rows = await read
    .select({
      id: t.assessment.id,
      createdAt: t.assessment.createdAt,
      email: t.person.email,
      language: t.assessment.language,
    })
    .from(t.assessment)
    .leftJoin(t.person, eq(t.person.id, t.assessment.startedBy))
    .where(and(isNotNull(t.assessment.starterVoice), isNull(t.assessment.takenOverAt)));
  return rows as { id: string; createdAt: Date; email: string | null; language: Language }[];
}

const columns = (t: Store['t']) => ({
  id: t.assessment.id,
  checklistRef: t.assessment.checklistRef,
  language: t.assessment.language,
  context: t.assessment.context,
  label: t.assessment.label,
  countingKey: t.assessment.countingKey,
  demo: t.assessment.demo,
  createdAt: t.assessment.createdAt,
  activeAt: t.assessment.activeAt,
  organisationId: t.assessment.organisationId,
  startedBy: t.assessment.startedBy,
  starterVoice: t.assessment.starterVoice,
  takenOverAt: t.assessment.takenOverAt,
  editionVersionId: t.assessment.editionVersionId,
  campaignId: t.assessment.campaignId,
});
