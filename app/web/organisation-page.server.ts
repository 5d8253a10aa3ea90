import { listMembers } from '#app/data/member.server.ts';
import { findQuietOrganisation } from '#app/data/organisation-deletion.server.ts';
import { type OrganisationPermission, organisationPermissions } from '#app/domain/access.ts';
import { showDay } from '#app/domain/calendar.ts';
import { leavesOn } from '#app/domain/retention.ts';
import { federationBrand } from './federation-brand.server.ts';
import { listMergeable } from './mergeable.server.ts';
import type { OrganisationVisit } from './organisation-visit.server.ts';
import { personPage } from './person-page.server.ts';
import { startableChecklists } from './sector.ts';
import { readWorkplaces } from './workplaces.server.ts';

/** What every page of an organisation tells its header, and what its visitor may do there. */
export async function organisationPage(visit: OrganisationVisit, heading: string) {
  const { organisation } = visit;
  const [{ title, menu }, edition] = await Promise.all([
    personPage(visit, `${heading} · ${organisation.name}`, organisation.id),
    federationBrand(visit),
  ]);
  return {
    title,
    menu,
    edition,
    id: organisation.id,
    name: organisation.name,
    kind: organisation.kind,
    mayThere: organisationPermissions.filter(visit.may) as OrganisationPermission[],
  };
}

/** The page of one organisation; workplaces only for an employer. */
export async function readOrganisation(visit: OrganisationVisit, request: Request) {
  const { services, organisation, language } = visit;
  const [members, duplicates, quiet, checklists] = await Promise.all([
    listMembers(services.store, organisation.id),
    listMergeable(visit),
    findQuietOrganisation(services.store, organisation.id),
    startableChecklists(services, language),
  ]);
  return {
    members: members.length,
    leaves: quiet && showDay(language, leavesOn(quiet)),
    duplicates: duplicates.length,
    workplaces: organisation.kind === 'employer' ? await readWorkplaces(visit, request) : [],
    sectors: checklists.map(({ sector, name }) => ({ sector, name })),
  };
}
