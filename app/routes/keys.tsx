import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Crumb } from '#app/components/crumb.tsx';
import { Band, ErrorSummary, TextField, typedOr } from '#app/components/fields.tsx';
import { useCheckedForm } from '#app/components/use-checked-form.ts';
import { useWords } from '#app/components/words.tsx';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { apiKeyInput } from '#app/domain/sector-action-input.ts';
import { changeKeys, readKeys } from '#app/web/api-keys.server.ts';
import { requireFederation } from '#app/web/federation-visit.server.ts';
import { postedForm } from '#app/web/form.ts';
import { organisationPage } from '#app/web/organisation-page.server.ts';
import { titleMeta } from '#app/web/page.ts';

export const meta = titleMeta;
export const handle = { nav: 'person', hydrate: [] };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireFederation(args, 'manage-keys');
  return { ...(await organisationPage(visit, visit.t('keys.title'))), keys: await readKeys(visit) };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireFederation(args, 'manage-keys');
  const change = await changeKeys(visit, await postedForm(args.request));
  if (change.kind === 'failed') return data(change, { status: 422 });
  if (change.kind === 'made') return data(change, { status: 201 });
  throw redirect(`/${visit.language}/organisations/${visit.organisation.id}/keys`);
}

export default function Keys() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const change = useActionData<typeof action>();
  return (
    <div className="wrap">
      <Crumb href={`/${language}/organisations/${page.id}`} label={page.name} />
      <div className="title">
        <h1>{t('keys.title')}</h1>
        <p className="lead">{t('keys.lead')}</p>
        <p>
          <a href="/api/v1/openapi.json">{t('keys.docs')}</a>
        </p>
      </div>
      {change?.kind === 'made' ? (
        <div className="notice" role="status">
          <div>
            <p>
              <strong>{t('keys.made')}</strong>
            </p>
            <p>
              {t('keys.key')}: <code className="key-once">{change.key}</code>
            </p>
            <p className="small">{t('keys.how')}</p>
          </div>
        </div>
      ) : null}
      <Band title={t('keys.list')} intro={t('keys.list-intro')} id="keys">
        <KeyList keys={page.keys} />
      </Band>
      <Band title={t('keys.new')} id="new">
        <KeyForm result={change?.kind === 'failed' ? change.form : undefined} />
      </Band>
    </div>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

const KeyList = ({ keys }: Pick<Page, 'keys'>) => {
  const { t } = useWords();
  if (keys.length === 0) return <p>{t('keys.none')}</p>;
  return (
    <ul className="list" role="list">
      {keys.map((one) => (
        <li key={one.id} className="row row--apart">
          <p>
            {one.label}
            <span className="muted small block">
              {t('keys.made-on', { day: one.made })} {one.used ? t('keys.used', { day: one.used }) : t('keys.unused')}{' '}
              {one.revoked ? t('keys.revoked', { day: one.revoked }) : null}
            </span>
          </p>
          {one.revoked ? null : (
            <form method="post">
              <input type="hidden" name="key" value={one.id} />
              <button className="button button--secondary button--small" type="submit" name="intent" value="revoke">
                {t('keys.revoke')}
                <span className="visually-hidden"> {one.label}</span>
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
};

const KeyForm = ({ result }: { result: FailedForm | undefined }) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(apiKeyInput, result?.errors);
  return (
    <form method="post" noValidate {...handlers}>
      <input type="hidden" name="intent" value="make" />
      <ErrorSummary errors={errors} labels={{ label: t('keys.label') }} />
      <TextField
        name="label"
        label={t('keys.label')}
        hint={t('keys.label-hint')}
        error={errors.label}
        value={typedOr(result?.values, 'label', '')}
        register={register('label')}
      />
      <div className="step-buttons">
        <button className="button" type="submit">
          {t('keys.make')}
        </button>
      </div>
    </form>
  );
};
