import type { Item } from '#app/domain/checklist.ts';
import type { EditionBrand } from '#app/domain/edition-brand.ts';
import type { Visit } from './visit.server.ts';

/** What a page shows of the federation in whose edition this is; null outside an edition. */
export const brandOf = ({ checklist: { edition } }: Pick<Visit, 'checklist'>): EditionBrand | null =>
  edition ? { by: edition.by, logo: edition.logo, logoText: edition.logoText, accent: edition.accent } : null;

/** Who asked the items that are not ours. */
export const askedBy = ({ checklist: { edition }, t }: Reader): string | null =>
  edition ? t('report.own', { federation: edition.by }) : null;

/** The same of one item; null where it is ours. */
export const askerOf = (reader: Reader, item: Pick<Item, 'own'> | undefined): string | null =>
  item?.own ? askedBy(reader) : null;

/** The title of an item in a line or a choice; who asked it stands behind one that is not ours. */
export function markedTitle(reader: Reader, item: Pick<Item, 'title' | 'own'>): string {
  const asker = askerOf(reader, item);
  return asker ? reader.t('item.own-title', { title: item.title, asker }) : item.title;
}

type Reader = Pick<Visit, 'checklist' | 't'>;
