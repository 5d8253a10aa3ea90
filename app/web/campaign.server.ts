import { type CampaignAtEdition, findCampaign } from '#app/data/campaign.server.ts';
import { campaignPath, offeredLanguage } from '#app/domain/campaign.ts';
import type { Language } from '#app/domain/checklist.ts';
import { type FederationVisit, requireFederation } from './federation-visit.server.ts';
import type { Services } from './services.ts';

/** Somebody of a federation at one of its campaigns. */
export type CampaignVisit = FederationVisit & { campaign: CampaignAtEdition };

/** The visit behind a page of a campaign, or 404: of another federation and not there are the same answer. */
export async function requireCampaign(
  asked: Parameters<typeof requireFederation>[0] & { params: { campaign?: string } },
): Promise<CampaignVisit> {
  const visit = await requireFederation(asked, 'make-campaign');
  const campaign = await findCampaign(visit.services.store, asked.params.campaign ?? '');
  if (campaign?.organisationId !== visit.organisation.id) throw new Response(null, { status: 404 });
  return { ...visit, campaign };
}

/** Where a campaign leads; an edition that was withdrawn leads to the self-scan under it. */
export function entranceOf({ edition, sector, offered }: CampaignAtEdition, wanted: Language): string {
  return offered ? `/${offeredLanguage(edition, wanted)}/editions/${edition.slug}` : `/${wanted}/sectors/${sector}`;
}

/** The whole address that stands on a poster. */
export const campaignUrl = ({ baseUrl }: Services, { slug }: { slug: string }): string => baseUrl + campaignPath(slug);
