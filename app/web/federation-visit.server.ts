import { canInFederation, type FederationPermission } from '#app/domain/access.ts';
import { type OrganisationVisit, requireOrganisation } from './organisation-visit.server.ts';

/** Somebody who signed in, at one of their federations. */
export type FederationVisit = OrganisationVisit & { mayHere: (permission: FederationPermission) => boolean };

/** The visit behind a page of a federation, or 404: not a federation, *not yours* and *not there* are the same answer. */
export async function requireFederation(
  asked: Parameters<typeof requireOrganisation>[0],
  permission: FederationPermission,
): Promise<FederationVisit> {
  const visit = await requireOrganisation(asked, 'see');
  if (visit.organisation.kind !== 'federation' || !canInFederation(visit.role, permission))
    throw new Response(null, { status: 404 });
  return { ...visit, mayHere: (one) => canInFederation(visit.role, one) };
}
