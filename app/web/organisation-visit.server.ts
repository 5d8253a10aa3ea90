import { findMembership, type Organisation } from '#app/data/organisation.server.ts';
import type { OrganisationEvent, OrganisationLogLine } from '#app/data/organisation-log.server.ts';
import { canInOrganisation, type OrganisationPermission } from '#app/domain/access.ts';
import type { OrganisationRole } from '#app/domain/organisation.ts';
import { requirePerson, type SignedIn } from './person.server.ts';
import type { Services } from './services.ts';

/** Somebody who signed in, at one of their organisations. */
export type OrganisationVisit = SignedIn & {
  organisation: Organisation;
  role: OrganisationRole;
  label: string;
  may: (permission: OrganisationPermission) => boolean;
};

type Asked = {
  request: Request;
  params: { lang?: string; organisation?: string };
  context: { services: Services };
};

/** The visit behind a page of an organisation, or 404: *not yours* and *not there* are the same answer. */
export const requireOrganisation = async (asked: Asked, permission: OrganisationPermission) =>
  findOrganisationFor(await requirePerson(asked), asked.params.organisation ?? '', permission);

/** This person's visit to an organisation, or 404. */
export async function findOrganisationFor(
  signedIn: SignedIn,
  id: string,
  permission: OrganisationPermission,
): Promise<OrganisationVisit> {
  const membership = await findMembership(signedIn.services.store, id, signedIn.person.id);
  if (!membership || !canInOrganisation(membership.role, permission)) throw new Response(null, { status: 404 });
  return { ...signedIn, ...membership, may: (asked) => canInOrganisation(membership.role, asked) };
}

/** A line of the log of an organisation, written by who is signed in. */
export const logLine = (
  { services, person }: Pick<SignedIn, 'services' | 'person'>,
  what: OrganisationEvent,
  detail: Record<string, string> = {},
): OrganisationLogLine => ({ id: services.newId(), at: services.now(), who: person.email, what, detail });
