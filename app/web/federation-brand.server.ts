import { findFirstContent } from '#app/data/published-edition.server.ts';
import type { EditionBrand } from '#app/domain/edition-brand.ts';
import { sayIn } from '#app/domain/edition-texts.ts';
import type { OrganisationVisit } from './organisation-visit.server.ts';

/**
 * What a federation's own pages show of it: its name, with the picture and colour that members see in its first edition; null
 * at another organisation.
 */
export async function federationBrand({
  services,
  organisation,
  language,
}: Pick<OrganisationVisit, 'services' | 'organisation' | 'language'>): Promise<EditionBrand | null> {
  if (organisation.kind !== 'federation') return null;
  const shown = await findFirstContent(services.store, organisation.id);
  if (!shown) return { by: organisation.name, logo: null, logoText: '', accent: null };
  const { logo, logoText, accent, languages } = shown;
  return { by: organisation.name, logo, logoText: sayIn(logoText, language, languages), accent };
}
