import type { CampaignAtEdition } from '#app/data/campaign.server.ts';
import { readFigures } from '#app/data/figure.server.ts';
import { mondayOf, showDay, showShortDay } from '#app/domain/calendar.ts';
import { sayIn } from '#app/domain/edition-texts.ts';
import type { UptakeFigures } from '#app/domain/figures/published.ts';
import { type ShownUptake, shownUptake } from '#app/domain/uptake.ts';
import { campaignUrl } from './campaign.server.ts';
import { campaignFiles } from './campaign-files.server.ts';
import type { FederationVisit } from './federation-visit.server.ts';
import { qrCode } from './qr.server.ts';

/** A campaign as its makers see it: its link, its files and what may be shown of its uptake. */
export async function campaignCard({ services, language }: FederationVisit, campaign: CampaignAtEdition) {
  const { id, title, slug, edition, createdAt, endedAt, offered } = campaign;
  const url = campaignUrl(services, campaign);
  const uptake = shownUptake(await readFigures<UptakeFigures>(services.store, `campaign:${id}`));
  return {
    id,
    title,
    slug,
    url,
    qr: qrCode(url),
    edition: sayIn(edition.name, language, edition.languages),
    made: showDay(language, createdAt),
    ended: endedAt && showDay(language, endedAt),
    offered,
    files: Object.entries(campaignFiles).map(([file, { name }]) => ({
      name,
      href: `/files/campaigns/${id}/${language}/${file}`,
    })),
    uptake: uptake && inDays(uptake, language),
  };
}

/** Weeks as the Monday they begin with. */
const inDays = ({ madeAt, total, weeks }: NonNullable<ShownUptake>, language: string) => ({
  made: showDay(language, madeAt),
  total,
  weeks: weeks.map(({ week, ...counts }) => ({
    week,
    from: showDay(language, `${mondayOf(week)}T12:00:00Z`),
    short: showShortDay(language, mondayOf(week)),
    ...counts,
  })),
});
