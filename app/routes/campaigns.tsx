import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CampaignForm } from '#app/components/campaign-form.tsx';
import { CampaignLine } from '#app/components/campaign-parts.tsx';
import { Crumb } from '#app/components/crumb.tsx';
import { Band } from '#app/components/fields.tsx';
import { Icon } from '#app/components/icon.tsx';
import { useNonce } from '#app/components/nonce.ts';
import { useWords } from '#app/components/words.tsx';
import { createCampaign, listCampaigns, listOfferedEditions } from '#app/data/campaign.server.ts';
import { campaignInput } from '#app/domain/campaign-input.ts';
import { sayIn } from '#app/domain/edition-texts.ts';
import { campaignCard } from '#app/web/campaign-page.server.ts';
import { requireFederation } from '#app/web/federation-visit.server.ts';
import { checkForm, failForm, postedForm, typedValues } from '#app/web/form.ts';
import { organisationPage } from '#app/web/organisation-page.server.ts';
import { logLine } from '#app/web/organisation-visit.server.ts';
import { titleMeta } from '#app/web/page.ts';

export const meta = titleMeta;
export const handle = { nav: 'person', hydrate: ['campaign-error.'] };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireFederation(args, 'make-campaign');
  const { services, organisation, language, t } = visit;
  const [page, campaigns, editions] = await Promise.all([
    organisationPage(visit, t('campaigns.title')),
    listCampaigns(services.store, organisation.id),
    listOfferedEditions(services.store, organisation.id),
  ]);
  return {
    ...page,
    campaigns: await Promise.all(campaigns.map((one) => campaignCard(visit, one))),
    editions: editions.map(({ id, name, languages }) => ({ id, label: sayIn(name, language, languages) })),
  };
}

/** Makes one. */
export async function action(args: ActionFunctionArgs) {
  const visit = await requireFederation(args, 'make-campaign');
  const { services, organisation, language } = visit;
  const values = typedValues(await postedForm(args.request));
  const form = checkForm(values, campaignInput);
  if (!form.ok) return data(form, { status: 422 });
  const { title, slug, edition: editionId } = form.data;
  const campaign = { id: services.newId(), editionId, slug, title, createdAt: services.now() };
  const line = logLine(visit, 'campaign-made', { title });
  const made = await createCampaign(services.store, organisation.id, campaign, line);
  if (made === 'taken') return data(failForm(values, 'slug', 'campaign-error.slug-taken'), { status: 422 });
  if (made === 'no-edition') return data(failForm(values, 'edition', 'campaign-error.edition'), { status: 422 });
  throw redirect(`/${language}/organisations/${organisation.id}/campaigns/${campaign.id}`);
}

export default function Campaigns() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const nonce = useNonce();
  const base = `/${language}/organisations/${page.id}`;
  return (
    <div className="wrap">
      <Crumb href={base} label={page.name} />
      <div className="title">
        <h1>{t('campaigns.title')}</h1>
        <p className="lead">{t('campaigns.lead')}</p>
        {page.campaigns.length > 0 ? (
          <p>
            <a className="icon-link" href="#new">
              <Icon name="plus" />
              {t('campaigns.new')}
            </a>
          </p>
        ) : null}
      </div>
      <Band title={t('campaigns.list')} intro={page.campaigns.length > 0 ? t('uptake.intro') : undefined} id="list">
        {page.campaigns.length === 0 ? <p>{t('campaigns.none')}</p> : null}
        <ul className="campaigns" role="list">
          {page.campaigns.map((one) => (
            <CampaignLine key={one.id} campaign={one} href={`${base}/campaigns/${one.id}`} />
          ))}
        </ul>
      </Band>
      <Band title={t('campaigns.new')} intro={t('campaigns.new-intro')} id="new">
        {page.editions.length > 0 ? (
          <CampaignForm editions={page.editions} result={result} />
        ) : (
          <p>{t('campaigns.no-edition')}</p>
        )}
      </Band>
      <script type="module" src="/copy.js" nonce={nonce} />
    </div>
  );
}
