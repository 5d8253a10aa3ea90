import type { Picture } from '#app/domain/campaign.ts';
import type { Language } from '#app/domain/checklist.ts';
import { breakable } from './breakable.ts';
import { pictureData } from './partner.ts';
import { compilePdf, compilePng, dayParts } from './pdf-compiler.server.ts';
import { mapTexts, printable } from './printable.ts';
import { qrSvg } from './qr.server.ts';

/** What a poster, letter and slide of a campaign say; `link` is the whole address, `day` is YYYY-MM-DD. */
export type CampaignSheet = {
  language: Language;
  day: string;
  link: string;
  /** Name of the edition, and of the federation whose it is. */
  name: string;
  organisation: string;
  logo: Picture | null;
  logoText: string;
  /** #rrggbb; null for ours. */
  accent: string | null;
  contacts: { role: string; reach: string[] }[];
  words: Record<CampaignWord, string>;
};

export const campaignWords = [
  'headline',
  'lead',
  'scan',
  'point-free',
  'point-job',
  'point-yours',
  'by',
  'qr',
  'letter-title',
  'letter-greeting',
  'letter-why',
  'letter-what',
  'letter-safe',
  'letter-start',
  'letter-together',
  'letter-contact',
  'letter-closing',
  'slide-lead',
] as const;
export type CampaignWord = (typeof campaignWords)[number] | 'brand';

/** A sheet of A4 to hang up; tagged (PDF/UA-1). */
export const renderPoster = async (sheet: CampaignSheet): Promise<Buffer> =>
  compilePdf('campaign-poster', await dataOf(sheet));

/** A letter of one page; tagged (PDF/UA-1). */
export const renderLetter = async (sheet: CampaignSheet): Promise<Buffer> =>
  compilePdf('campaign-letter', await dataOf(sheet));

/** One slide of 1920 by 1080 pixels. */
export const renderSlide = async (sheet: CampaignSheet): Promise<Buffer> =>
  compilePng('campaign-slide', await dataOf(sheet), 1920);

async function dataOf({ logo, day, ...sheet }: CampaignSheet) {
  return {
    ...mapTexts(printable(sheet), breakable),
    // Read in print, typed by hand: without the part that every browser adds.
    shownLink: sheet.link.replace(/^https?:\/\//, ''),
    day: dayParts(day),
    qr: await qrSvg(sheet.link),
    logo: logo && pictureData(logo),
  };
}
