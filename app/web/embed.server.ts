import { type CampaignAtEdition, findCampaignLogo } from '#app/data/campaign.server.ts';
import type { Language } from '#app/domain/checklist.ts';
import { sayIn } from '#app/domain/edition-texts.ts';
import { campaignUrl } from './campaign.server.ts';
import { isLanguage } from './language.ts';
import type { Services } from './services.ts';

/** The address of a campaign's card for websites. */
export const embedUrl = ({ baseUrl }: Services, { slug }: { slug: string }, language: Language): string =>
  `${baseUrl}/embed/${slug}?lang=${language}`;

/** One line of HTML that shows the card; the name of an edition is the only text in it that somebody typed. */
export function embedCode(services: Services, campaign: CampaignAtEdition, language: Language): string {
  const title = nameOf(campaign, language).replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<iframe src="${embedUrl(services, campaign, language)}" title="${title}" width="100%" height="300" loading="lazy"></iframe>`;
}

/** What the card says; `lang` is asked for by the website, else the edition's first language. */
export async function embedCard(services: Services, campaign: CampaignAtEdition, lang: string | null) {
  const { edition, organisation } = campaign;
  const language = embedLanguage(lang, edition.languages);
  const t = services.translate[language];
  const logo = await findCampaignLogo(services.store, campaign);
  return {
    language,
    name: nameOf(campaign, language),
    organisation,
    sentence: t('embed.sentence'),
    button: t('embed.open'),
    newTab: t('embed.new-tab'),
    link: campaignUrl(services, campaign),
    accent: edition.accent,
    logo: logo && {
      source: `data:${logo.mime};base64,${logo.body}`,
      text: sayIn(edition.logoText, language, edition.languages) || organisation,
    },
  };
}

/** Where the card of a campaign that is not there leads. */
export function goneCard(services: Services, lang: string | null) {
  const language = embedLanguage(lang, []);
  const t = services.translate[language];
  return {
    ...{ language, name: t('site.name'), organisation: '', sentence: t('embed.gone'), accent: null, logo: null },
    ...{ button: t('embed.to-site'), newTab: t('embed.new-tab'), link: services.baseUrl },
  };
}

const embedLanguage = (lang: string | null, offered: readonly Language[]): Language =>
  lang && isLanguage(lang) ? lang : (offered[0] ?? 'nl');

const nameOf = ({ edition }: CampaignAtEdition, language: Language): string =>
  sayIn(edition.name, language, edition.languages);
