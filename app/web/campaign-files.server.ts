import { type CampaignAtEdition, findCampaignLogo } from '#app/data/campaign.server.ts';
import { brusselsDay } from '#app/domain/calendar.ts';
import type { Language } from '#app/domain/checklist.ts';
import { sayIn } from '#app/domain/edition-texts.ts';
import {
  type CampaignSheet,
  campaignWords,
  renderLetter,
  renderPoster,
  renderSlide,
} from '#app/exports/campaign-sheet.server.ts';
import { qrPng, qrSvg } from '#app/exports/qr.server.ts';
import { type CampaignVisit, campaignUrl } from './campaign.server.ts';
import type { Services } from './services.ts';

type CampaignFile = { name: string; mime: string; make: (visit: CampaignVisit) => Promise<Buffer> };

/** Everything that can be downloaded of a campaign, by the name of its file. */
export const campaignFiles: Record<string, CampaignFile> = {
  'qr.svg': {
    name: 'qr-svg',
    mime: 'image/svg+xml; charset=utf-8',
    make: async (visit) => Buffer.from(await qrSvg(linkOf(visit))),
  },
  'qr.png': { name: 'qr-png', mime: 'image/png', make: (visit) => qrPng(linkOf(visit)) },
  'poster.pdf': {
    name: 'poster-pdf',
    mime: 'application/pdf',
    make: async (visit) => renderPoster(await sheetOf(visit)),
  },
  'letter.pdf': {
    name: 'letter-pdf',
    mime: 'application/pdf',
    make: async (visit) => renderLetter(await sheetOf(visit)),
  },
  'slide.png': { name: 'slide-png', mime: 'image/png', make: async (visit) => renderSlide(await sheetOf(visit)) },
};

const linkOf = ({ services, campaign }: CampaignVisit): string => campaignUrl(services, campaign);

async function sheetOf({ services, campaign, language }: CampaignVisit): Promise<CampaignSheet> {
  const { languages, logoText, accent } = campaign.edition;
  return {
    language,
    day: brusselsDay(services.now()),
    link: campaignUrl(services, campaign),
    ...namesOf(campaign, language),
    logo: await findCampaignLogo(services.store, campaign),
    logoText: sayIn(logoText, language, languages),
    accent,
    contacts: campaign.edition.contacts.map(({ role, email, phone }) => ({
      role: sayIn(role, language, languages),
      reach: [email, phone],
    })),
    words: wordsOf(services, campaign, language),
  };
}

const namesOf = ({ edition, organisation }: CampaignAtEdition, language: Language) => ({
  name: sayIn(edition.name, language, edition.languages),
  organisation,
});

function wordsOf(services: Services, campaign: CampaignAtEdition, language: Language): CampaignSheet['words'] {
  const t = services.translate[language];
  const holes = { ...namesOf(campaign, language), link: campaignUrl(services, campaign) };
  const words = campaignWords.map((word) => [word, t(`campaign-file.${word}`, holes)]);
  return { ...Object.fromEntries(words), brand: t('site.name') };
}
