import type { LoaderFunctionArgs } from '@remix-run/node';
import { findCampaign } from '#app/data/campaign.server.ts';
import { requireCampaign } from '#app/web/campaign.server.ts';
import { campaignFiles } from '#app/web/campaign-files.server.ts';
import { fileAnswer } from '#app/web/file.ts';

/** /files/campaigns/<campaign>/<language>/<qr.svg, qr.png, poster.pdf, letter.pdf or slide.png>. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign: id = '', lang = '', name = '' } = args.params;
  const found = await findCampaign(args.context.services.store, id);
  const organisation = found?.organisationId ?? '';
  const visit = await requireCampaign({ ...args, params: { lang, campaign: id, organisation } });
  const file = Object.hasOwn(campaignFiles, name) ? campaignFiles[name] : undefined;
  if (!file) throw new Response(null, { status: 404 });
  return fileAnswer(await file.make(visit), file.mime, `${visit.campaign.slug}-${lang}-${name}`);
}
