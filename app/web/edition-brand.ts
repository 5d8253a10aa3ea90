import type { EditionBrand } from '#app/domain/edition-brand.ts';
import type { Visit } from './visit.server.ts';

/** What a page shows of the federation in whose edition this is; null outside an edition. */
export const brandOf = ({ checklist: { edition } }: Pick<Visit, 'checklist'>): EditionBrand | null =>
  edition ? { by: edition.by, logo: edition.logo, logoText: edition.logoText, accent: edition.accent } : null;

/** Who asked the items that are not ours. */
export const askedBy = ({ checklist: { edition }, t }: Pick<Visit, 'checklist' | 't'>): string | null =>
  edition ? t('report.own', { federation: edition.by }) : null;
