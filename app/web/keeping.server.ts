import { keepInOrganisation, takeOutOfOrganisation } from '#app/data/assessment.server.ts';
import { findOwnerLink } from '#app/data/link.server.ts';
import { findMembership, listMemberships } from '#app/data/organisation.server.ts';
import { canInOrganisation } from '#app/domain/access.ts';
import { findOrganisationFor, logLine } from './organisation-visit.server.ts';
import { findSignedIn, type SignedIn } from './person.server.ts';
import { grant } from './session.server.ts';
import type { Visit } from './visit.server.ts';

/** What the owner of an assessment reads about the organisation that keeps it, or could. */
export type Keeping =
  | { kind: 'signed-out'; next: string }
  | { kind: 'kept'; name: string | null }
  | { kind: 'choice'; organisations: { id: string; name: string }[] };

/** Where an assessment is kept; the name only for who belongs there. */
export async function readKeeping({ services, session, assessment, language }: Visit): Promise<Keeping> {
  const person = await findSignedIn(services, session);
  if (assessment.organisationId) {
    const membership = person && (await findMembership(services.store, assessment.organisationId, person.id));
    return { kind: 'kept', name: membership?.organisation.name ?? null };
  }
  if (!person) return { kind: 'signed-out', next: `/${language}/assessments/${assessment.id}/access` };
  const organisations = (await listMemberships(services.store, person.id))
    .filter(({ organisation, role }) => organisation.kind === 'employer' && canInOrganisation(role, 'add-workplace'))
    .map(({ organisation: { id, name } }) => ({ id, name }));
  return { kind: 'choice', organisations };
}

/** Keeps an assessment in an employer's organisation, or takes it out; gives the Set-Cookie value, if any. */
export async function keepingActions(visit: Visit, form: FormData): Promise<{ cookie: string | null }> {
  const person = await findSignedIn(visit.services, visit.session);
  if (!person) throw new Response(null, { status: 404 });
  const signedIn = { ...visit, person };
  return form.get('intent') === 'keep'
    ? keep(visit, signedIn, String(form.get('organisation')))
    : takeOut(visit, signedIn);
}

async function keep({ services, assessment, checklist }: Visit, signedIn: SignedIn, id: string) {
  const { organisation } = await findOrganisationFor(signedIn, id, 'add-workplace');
  if (organisation.kind !== 'employer') throw new Response(null, { status: 404 });
  const line = logLine(signedIn, 'workplace-kept', { label: assessment.label || checklist.name });
  await keepInOrganisation(services.store, assessment.id, organisation.id, line);
  return { cookie: null };
}

/** Who takes it out keeps the owner's link in this browser: else an owner by organisation alone would lose it. */
async function takeOut({ services, session, assessment, checklist }: Visit, signedIn: SignedIn) {
  const at = assessment.organisationId ?? '';
  await findOrganisationFor(signedIn, at, 'add-workplace');
  const line = logLine(signedIn, 'workplace-taken-out', { label: assessment.label || checklist.name });
  await takeOutOfOrganisation(services.store, assessment.id, at, line);
  const link = await findOwnerLink(services.store, assessment.id);
  return { cookie: link && (await grant(services, session, assessment.id, link.id)) };
}
