import type { Language } from './checklist.ts';
import type { EditionContent } from './edition.ts';

/** One way in which an edition is spread: a newsletter, a poster, a study day. `title` is for its makers only. */
export type Campaign = {
  id: string;
  editionId: string;
  slug: string;
  title: string;
  createdAt: Date;
  /** From here on its link still leads on, and nothing is counted. */
  endedAt: Date | null;
};

/** What a campaign shows of its edition: the newest published version. */
export type CampaignEdition = Pick<
  EditionContent,
  'languages' | 'name' | 'logo' | 'logoText' | 'accent' | 'contacts'
> & { slug: string };

/** A cleaned picture; `body` is in base64. */
export type Picture = { mime: 'image/png' | 'image/jpeg' | 'image/svg+xml'; body: string };

/** Where a campaign leads in from; it carries no language. */
export const campaignPath = (slug: string): string => `/c/${slug}`;

/** Longest end of a link, in characters: a poster must hold it on one line. */
export const longestSlug = 40;

/** The end of a link made of a title: plain letters, digits and hyphens; `campaign` where nothing of it is left. */
export function proposedSlug(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return trimmed(trimmed(plain).slice(0, longestSlug)) || 'campaign';
}

/** The first of slug, slug-2, slug-3 … that is not taken. */
export function freeSlug(slug: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : `-${number}`;
    const one = trimmed(slug.slice(0, longestSlug - end.length)) + end;
    if (!taken.includes(one)) return one;
  }
}

const trimmed = (text: string): string => text.replace(/^-+|-+$/g, '');

/** The language in which a reader finds an edition: their own where it is offered, else its first. */
export const offeredLanguage = ({ languages }: Pick<CampaignEdition, 'languages'>, wanted: Language): Language =>
  languages.includes(wanted) ? wanted : (languages[0] ?? 'nl');
