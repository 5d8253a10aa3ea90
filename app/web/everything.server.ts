import { listAssessmentsOf } from '#app/data/assessment.server.ts';
import { listOpenInvitations } from '#app/data/invitation.server.ts';
import { listOwnAssessments, listPlacementLines, readKeptOfPerson, readOwnPlacements } from '#app/data/kept.server.ts';
import { readKeptOfFederation } from '#app/data/kept-federation.server.ts';
import { listMembers } from '#app/data/member.server.ts';
import { listOrganisationLog } from '#app/data/organisation-log.server.ts';
import { listWholePilots } from '#app/data/pilot.server.ts';
import { formats } from '#app/exports/formats.ts';
import { type ZippedFile, zip } from '#app/exports/zip.server.ts';
import { readState } from './assessment-state.server.ts';
import type { OrganisationVisit } from './organisation-visit.server.ts';
import { ownFile } from './own-file.server.ts';
import { partnerOfReport } from './partner.server.ts';
import type { SignedIn } from './person.server.ts';
import { readRemarks } from './remarking.server.ts';
import { requireReport } from './result.server.ts';
import { findVisit, type Visit } from './visit.server.ts';

/** Everything of a person as ZIP: what is kept about them, their placements, and the assessments of organisations they own. */
export function everythingOfPerson(signedIn: SignedIn, request: Request): Promise<Buffer> {
  return zip(filesOfPerson(signedIn, request));
}

async function* filesOfPerson(signedIn: SignedIn, request: Request): AsyncGenerator<ZippedFile> {
  const { services, person, t } = signedIn;
  const { id: _, ...rest } = person;
  yield json(t('export.me'), { person: rest, ...(await readKeptOfPerson(services.store, person)) });
  for (const one of await readOwnPlacements(services.store, person.id))
    yield json(`${t('export.placements')}/${fileName(one.placement.code)}.json`, one);
  yield* filesOfAssessments(signedIn, request, await listOwnAssessments(services.store, person.id));
}

/**
 * Everything of an organisation as ZIP, for an owner: its people and log, its workplaces, its pilots, what a federation made,
 * and the outline of its placements.
 */
export function everythingOfOrganisation(visit: OrganisationVisit, request: Request): Promise<Buffer> {
  return zip(filesOfOrganisation(visit, request));
}

async function* filesOfOrganisation(visit: OrganisationVisit, request: Request): AsyncGenerator<ZippedFile> {
  const { services, organisation, t } = visit;
  const { store, now } = services;
  const [members, invitations, log, placements, assessments, pilots, made] = await Promise.all([
    listMembers(store, organisation.id),
    listOpenInvitations(store, organisation.id, now()),
    listOrganisationLog(store, organisation.id),
    listPlacementLines(store, organisation.id),
    listAssessmentsOf(store, organisation.id),
    listWholePilots(store, organisation.id),
    readKeptOfFederation(store, organisation.id),
  ]);
  yield json(t('export.organisation'), {
    organisation: { name: organisation.name, kind: organisation.kind, createdAt: organisation.createdAt },
    members: members.map(({ personId: _, ...one }) => one),
    invitations: invitations.map(({ email, role, createdAt, expiresAt }) => ({ email, role, createdAt, expiresAt })),
    log: log.map(({ id: _, ...one }) => one),
    placements,
    pilots,
    ...(organisation.kind === 'federation' ? made : {}),
  });
  yield* filesOfAssessments(
    visit,
    request,
    assessments.map(({ id }) => id),
  );
}

async function* filesOfAssessments(
  { services, language, t }: SignedIn,
  request: Request,
  ids: string[],
): AsyncGenerator<ZippedFile> {
  for (const id of ids) {
    const visit = await findVisit(services, request, id, language);
    if (visit) yield* filesOfAssessment(visit, `${t('export.workplaces')}/${folderOf(visit)}`);
  }
}

/** The file of one's own, the remarks on its questions, and the newest hand-in as documents. */
async function* filesOfAssessment(visit: Visit, folder: string): AsyncGenerator<ZippedFile> {
  yield json(`${folder}/${visit.t('export.self-scan')}.json`, await ownFile(visit));
  const remarks = await readRemarks(visit);
  if (remarks?.length) yield json(`${folder}/${visit.t('export.remarks')}.json`, remarks);
  const state = await readState(visit);
  if (state.submissions.length === 0) return;
  const report = await requireReport(visit, state, 'newest');
  const partner = await partnerOfReport(visit.services, report);
  for (const { extension, render } of formats.filter((one) => one.id !== 'ics'))
    yield { path: `${folder}/${visit.t('export.report')}.${extension}`, body: await render(report, partner) };
}

const folderOf = ({ assessment, checklist }: Visit) =>
  `${fileName(assessment.label || checklist.name)}-${fileName(assessment.id.slice(0, 6))}`;

/** A text as part of a path on any system. */
const fileName = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^\w]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .toLowerCase() || 'x';

const json = (path: string, content: unknown): ZippedFile => ({ path, body: JSON.stringify(content, null, 2) });
