import { readWords } from '#app/content/words.ts';
import type { Language } from '#app/domain/checklist.ts';
import { type CampaignSheet, campaignWords } from '#app/exports/campaign-sheet.server.ts';
import { root } from './root.ts';

/** A sheet as the pages make it, with the product's own words. */
export function campaignSheet(language: Language = 'nl', over: Partial<CampaignSheet> = {}): CampaignSheet {
  const sheet = {
    language,
    day: '2026-11-25',
    link: 'https://toolbox.example/c/nieuwsbrief-september',
    name: 'Doorstroom in de zorg',
    organisation: 'Federatie Zorg & Wonen',
    logo: { mime: 'image/svg+xml', body: Buffer.from(drawing).toString('base64') } as const,
    logoText: 'Federatie Zorg & Wonen',
    accent: '#b3541e',
    contacts: [{ role: 'Projectmedewerker doorstroom', reach: ['doorstroom@zorgwonen.example', '02 000 00 00'] }],
    ...over,
  };
  const holes: Record<string, string> = { ...sheet, link: sheet.link } as never;
  const texts = readWords(root)[language];
  const said = (key: string) =>
    (texts[`campaign-file.${key}`] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => holes[name] ?? '');
  const words = Object.fromEntries(campaignWords.map((key) => [key, said(key)])) as CampaignSheet['words'];
  return { ...sheet, words: { ...words, brand: 'Toolbox Doorstroom' } };
}

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><rect width="120" height="40" rx="6" fill="#b3541e"/><circle cx="20" cy="20" r="10" fill="#fff"/></svg>';
