import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { findCampaignAt } from '#app/data/campaign.server.ts';
import { entranceOf } from '#app/web/campaign.server.ts';
import { preferredLanguage } from '#app/web/language.ts';
import { openCampaign } from '#app/web/uptake.server.ts';

/** /c/<campaign>: what stands on a poster. Leads to the edition in the reader's language. */
export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const campaign = await findCampaignAt(services.store, params.campaign ?? '');
  if (!campaign) throw new Response(null, { status: 404 });
  const headers = new Headers({ Vary: 'Cookie, Accept-Language', 'Cache-Control': 'private, no-store' });
  const cookie = await openCampaign(services, request, campaign);
  if (cookie) headers.append('Set-Cookie', cookie);
  return redirect(entranceOf(campaign, preferredLanguage(request)), { headers });
}

/** Never shown: it makes this a page, so that a wrong link gets the page that says so. */
export default function CampaignLink() {
  return null;
}
