import { type LeafletEdition, leafletEditions } from '#app/domain/leaflet.ts';
import type { PlacementVisit } from './placement-visit.server.ts';

/** The edition that is asked for, or that of the reader's own language. */
export const editionOf = ({ language }: PlacementVisit, asked: string | null): LeafletEdition =>
  leafletEditions.find((one) => one === asked) ?? language;

/** The worker's page in an edition, with the code, in the words of that edition. */
export function leafletFor({ services, placement, today }: PlacementVisit, edition: LeafletEdition) {
  const t = services.translate[edition === 'en' ? 'en' : 'nl'];
  return {
    leaflet: services.leaflet(edition),
    edition,
    code: placement.code,
    codeLabel: t('leaflet.code'),
    brand: t('site.name'),
    today,
  };
}
