import { listMemberships, type Organisation } from '#app/data/organisation.server.ts';
import type { OrganisationVisit } from './organisation-visit.server.ts';

/** The other organisations of this kind that the visitor owns: what may be a duplicate of this one. */
export async function listMergeable({ services, organisation, person }: OrganisationVisit): Promise<Organisation[]> {
  const memberships = await listMemberships(services.store, person.id);
  return memberships
    .filter(({ role, organisation: other }) => role === 'owner' && other.id !== organisation.id)
    .map(({ organisation: other }) => other)
    .filter((other) => other.kind === organisation.kind && other.demo === organisation.demo);
}
