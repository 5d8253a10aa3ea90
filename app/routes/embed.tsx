import type { LoaderFunctionArgs } from '@remix-run/node';
import { renderToStaticMarkup } from 'react-dom/server';
import { EmbedCard } from '#app/components/embed-card.tsx';
import { findCampaignAt } from '#app/data/campaign.server.ts';
import { embedCard, goneCard } from '#app/web/embed.server.ts';

/** /embed/<campaign>?lang=: a card for websites of others, outside the frame of our own pages. */
export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const lang = new URL(request.url).searchParams.get('lang');
  const campaign = await findCampaignAt(services.store, params.campaign ?? '');
  const card = campaign ? await embedCard(services, campaign, lang) : goneCard(services, lang);
  return new Response(`<!doctype html>${renderToStaticMarkup(<EmbedCard {...card} />)}`, {
    status: campaign ? 200 : 404,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': card.language,
      'Cache-Control': 'public, max-age=300',
    },
  });
}
