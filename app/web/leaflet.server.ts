import { findMembership } from '#app/data/organisation.server.ts';
import { type LeafletEdition, leafletEditions } from '#app/domain/leaflet.ts';
import type { PlacementVisit } from './placement-visit.server.ts';

/** The edition that is asked for, or that of the reader's own language. */
export const editionOf = ({ language }: PlacementVisit, asked: string | null): LeafletEdition =>
  leafletEditions.find((one) => one === asked) ?? language;

/** The worker's page in an edition, with the code and the coach's organisation, in the words of that edition. */
export async function leafletFor({ services, placement, person, today }: PlacementVisit, edition: LeafletEdition) {
  const t = services.translate[edition === 'en' ? 'en' : 'nl'];
  const member = person && (await findMembership(services.store, placement.organisationId, person.id));
  return {
    leaflet: services.leaflet(edition),
    edition,
    code: placement.code,
    codeLabel: t('leaflet.code'),
    organisation: t('leaflet.organisation', { name: member?.organisation.name ?? '' }),
    brand: t('site.name'),
    today,
  };
}
