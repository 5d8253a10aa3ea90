import { listCampaignTitles } from '#app/data/campaign.server.ts';
import { readFigures } from '#app/data/figure.server.ts';
import type { UptakeFigures } from '#app/domain/figures/published.ts';
import { type Reach, reachOf } from '#app/domain/figures/reach.ts';
import { totalOf } from '#app/domain/figures/shown-tables.ts';
import type { FederationFigures } from './federation-figures.server.ts';
import type { FederationVisit } from './federation-visit.server.ts';
import { sectorFigures } from './figures.server.ts';

/** How far the edition that is looked at reaches; null where the whole sector is looked at. */
export async function readReach(
  { services, language }: FederationVisit,
  { figures, editions, of, waiting }: FederationFigures,
): Promise<Reach | null> {
  if (!editions.some(({ id }) => id === of)) return null;
  const { store } = services;
  const titles = await listCampaignTitles(store, of);
  const [whole, ...campaigns] = await Promise.all([
    sectorFigures(services, figures.checklist.sector, language),
    ...titles.map(async (one) => ({ ...one, tables: await readFigures<UptakeFigures>(store, `campaign:${one.id}`) })),
  ]);
  return reachOf(waiting ? null : totalOf(figures.tables), totalOf(whole.tables), campaigns);
}
