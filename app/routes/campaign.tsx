import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CampaignFiles, CampaignState } from '#app/components/campaign-parts.tsx';
import { CopyField } from '#app/components/copy-field.tsx';
import { Crumb } from '#app/components/crumb.tsx';
import { Band, ErrorSummary, TextField, typedOr } from '#app/components/fields.tsx';
import { useNonce } from '#app/components/nonce.ts';
import { QrPicture } from '#app/components/qr-picture.tsx';
import { Uptake } from '#app/components/uptake.tsx';
import { useCheckedForm } from '#app/components/use-checked-form.ts';
import { useWords } from '#app/components/words.tsx';
import { endCampaign, renameCampaign } from '#app/data/campaign.server.ts';
import { campaignTitleInput } from '#app/domain/campaign-input.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { requireCampaign } from '#app/web/campaign.server.ts';
import { campaignCard } from '#app/web/campaign-page.server.ts';
import { embedCode, embedUrl } from '#app/web/embed.server.ts';
import { checkForm, postedForm, typedValues } from '#app/web/form.ts';
import { organisationPage } from '#app/web/organisation-page.server.ts';
import { logLine } from '#app/web/organisation-visit.server.ts';
import { titleMeta } from '#app/web/page.ts';

export const meta = titleMeta;
export const handle = { nav: 'person', hydrate: [] };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireCampaign(args);
  const { services, campaign, language } = visit;
  const [page, card] = await Promise.all([organisationPage(visit, campaign.title), campaignCard(visit, campaign)]);
  return {
    ...page,
    campaign: card,
    embed: embedCode(services, campaign, language),
    embedUrl: embedUrl(services, campaign, language),
    origin: new URL(services.baseUrl).origin,
  };
}

/** Changes the name, or ends it. */
export async function action(args: ActionFunctionArgs) {
  const visit = await requireCampaign(args);
  const { services, organisation, campaign, language } = visit;
  const posted = await postedForm(args.request);
  const back = `/${language}/organisations/${organisation.id}/campaigns/${campaign.id}`;
  if (posted.get('intent') === 'end') {
    const line = logLine(visit, 'campaign-ended', { title: campaign.title });
    await endCampaign(services.store, organisation.id, campaign.id, line);
    throw redirect(back);
  }
  const form = checkForm(typedValues(posted), campaignTitleInput);
  if (!form.ok) return data(form, { status: 422 });
  await renameCampaign(services.store, campaign.id, form.data.title);
  throw redirect(back);
}

export default function CampaignPage() {
  const { language, t } = useWords();
  const { campaign, ...page } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const nonce = useNonce();
  const { title } = campaign;
  return (
    <div className="wrap">
      <Crumb href={`/${language}/organisations/${page.id}/campaigns`} label={t('campaigns.title')} />
      <div className="title">
        <p className="kicker">{page.name}</p>
        <h1>{title}</h1>
        <CampaignState campaign={campaign} />
      </div>
      <div className="campaign">
        <QrPicture qr={campaign.qr} label={t('campaign.qr', { title })} />
        <CopyField id="link" label={t('campaign.link', { title })} value={campaign.url} />
      </div>
      <Band title={t('uptake.title')} intro={t('uptake.intro')} id="uptake">
        <Uptake uptake={campaign.uptake} title={title} />
      </Band>
      <Band title={t('campaign.files')} intro={t('campaign.files-intro')} id="files">
        <CampaignFiles campaign={campaign} />
      </Band>
      <Band title={t('campaign.embed')} intro={t('campaign.embed-intro')} id="embed">
        <CopyField id="embed-code" label={t('campaign.embed-field')} value={page.embed} rows={4} />
        <p className="small">{t('campaign.embed-note', { origin: page.origin })}</p>
        <p>
          <a className="icon-link" href={page.embedUrl}>
            {t('campaign.embed-look')}
          </a>
        </p>
      </Band>
      <Band title={t('campaign.rename')} id="rename">
        <TitleForm title={title} result={result} />
      </Band>
      {campaign.ended ? null : (
        <Band title={t('campaign.end')} intro={t('campaign.end-text')} id="end">
          <form method="post">
            <button className="button button--secondary" type="submit" name="intent" value="end">
              {t('campaign.end-yes')}
            </button>
          </form>
        </Band>
      )}
      <script type="module" src="/copy.js" nonce={nonce} />
    </div>
  );
}

const TitleForm = ({ title, result }: { title: string; result: FailedForm | undefined }) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(campaignTitleInput, result?.errors);
  return (
    <form method="post" noValidate {...handlers}>
      <ErrorSummary errors={errors} labels={{ title: t('campaign.title') }} />
      <TextField
        name="title"
        label={t('campaign.title')}
        hint={t('campaign.title-hint')}
        error={errors.title}
        value={typedOr(result?.values, 'title', title)}
        register={register('title')}
      />
      <div className="step-buttons">
        <button className="button button--secondary" type="submit">
          {t('campaign.rename-save')}
        </button>
      </div>
    </form>
  );
};
