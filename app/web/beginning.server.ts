import { addAssessment, type NewAssessment, saveCodeHash } from '#app/data/assessment.server.ts';
import { addLink, type NewLink } from '#app/data/link.server.ts';
import { addOrganisationLog, type OrganisationLogLine } from '#app/data/organisation-log.server.ts';
import { addUptake } from '#app/data/uptake.server.ts';
import type { Language } from '#app/domain/checklist.ts';
import type { Context } from '#app/domain/context.ts';
import { rememberCode } from './own-codes.ts';
import type { Services } from './services.ts';
import { grant, readSession } from './session.server.ts';
import { startedUptake } from './uptake.server.ts';

export type Beginning = {
  checklistRef: string;
  language: Language;
  context: Context;
  label: string;
  /** The edition it runs in, and the campaign that led to it. */
  editionVersionId?: string | null;
  campaignId?: string | null;
  /** The employer's organisation that keeps it from the start, and the line for its log. */
  keptBy?: { organisationId: string; line: (label: string) => OrganisationLogLine };
};

/** A new assessment with its owner link and code, opened in this browser; gives its id and the Set-Cookie headers. */
export async function beginAssessment(services: Services, request: Request, { keptBy, ...beginning }: Beginning) {
  const { store, now, newId, newToken, newCode, hash } = services;
  const session = await readSession(services, request);
  const uptake = await startedUptake(services, session, beginning.campaignId, keptBy?.organisationId);
  const code = newCode();
  const assessment: NewAssessment = {
    ...beginning,
    id: newId(),
    countingKey: session.get('countingKey') as string,
    demo: services.demo,
    codeHash: hash(code),
    createdAt: now(),
    activeAt: now(),
    ...(keptBy && { organisationId: keptBy.organisationId }),
  };
  const line = keptBy?.line(beginning.label || services.translate[beginning.language]('workplaces.unnamed'));
  const link = ownerLink(assessment.id, newId(), hash(newToken()), now());
  await store.write(async (tx) => {
    await addAssessment(tx, store, assessment);
    await addLink(tx, store, link);
    if (uptake) await addUptake(tx, store, uptake);
    if (keptBy && line) await addOrganisationLog(tx, store, keptBy.organisationId, line);
  });
  const headers = new Headers();
  headers.append('Set-Cookie', await grant(services, session, assessment.id, link.id));
  headers.append('Set-Cookie', await rememberCode(services, request, assessment.id, code));
  return { id: assessment.id, link: link.id, headers };
}

export const ownerLink = (assessmentId: string, id: string, tokenHash: string, createdAt: Date): NewLink => ({
  id,
  assessmentId,
  kind: 'owner',
  tokenHash,
  label: '',
  voice: 'hr',
  item: null,
  question: '',
  createdAt,
  expiresAt: null,
  revokedAt: null,
  openedAt: null,
});

/** A new code for the owner: the old one stops working at once. Gives the Set-Cookie value. */
export async function renewCode(services: Services, request: Request, assessmentId: string): Promise<string> {
  const code = services.newCode();
  await saveCodeHash(services.store, assessmentId, services.hash(code));
  return rememberCode(services, request, assessmentId, code);
}
