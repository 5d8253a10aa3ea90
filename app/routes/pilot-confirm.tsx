import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PilotFacts, PilotReportView } from '#app/components/pilot-report-view.tsx';
import { useWords } from '#app/components/words.tsx';
import { postedForm } from '#app/web/form.ts';
import { requireLanguage } from '#app/web/language.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { confirmAs, readConfirming } from '#app/web/pilot-publishing.server.ts';

export const meta = titleMeta;

/** Opening shows the text, posting confirms it: mail scanners open links. */
export async function loader({ params, context: { services } }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const t = services.translate[language];
  const confirming = await readConfirming({ services, language }, params.token ?? '');
  return { title: titled(t, t('pilot-confirm.title')), confirming };
}

export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  const language = requireLanguage(params);
  const form = await postedForm(request);
  const confirmed = await confirmAs({ services, language }, params.token ?? '', form);
  if (!confirmed) return data({ changed: true }, { status: 422 });
  return redirect(`/${language}/pilots/confirm/${params.token}`);
}

export default function ConfirmPilot() {
  const { t } = useWords();
  const { confirming } = useLoaderData<typeof loader>();
  const changed = useActionData<typeof action>()?.changed;
  if (!confirming)
    return (
      <div className="wrap">
        <div className="title">
          <h1>{t('pilot-confirm.spent-title')}</h1>
          <p className="lead">{t('pilot-confirm.spent')}</p>
        </div>
      </div>
    );
  const { report, confirmed, name, organisation, hash, published } = confirming;
  return (
    <div className="wrap">
      <div className="title">
        <p className="kicker">{t('pilot-confirm.kicker', { partner: name, organisation })}</p>
        <h1>{t('pilot-confirm.title')}</h1>
        <p className="lead">{t('pilot-confirm.lead')}</p>
      </div>
      {changed ? (
        <div className="notice notice--error" role="alert">
          <p>{t('pilot-confirm.changed')}</p>
        </div>
      ) : null}
      <article className="sheet pilot-text" aria-labelledby="text">
        <p className="kicker">{report.kicker}</p>
        <h2 id="text">{report.title}</h2>
        {report.lead ? <p className="lead">{report.lead}</p> : null}
        <PilotFacts facts={report.facts} />
        <PilotReportView parts={report.parts} />
      </article>
      <form method="post" className="small-form">
        {confirmed ? (
          <>
            <p role="status">{t('pilot-confirm.confirmed', { day: confirmed })}</p>
            <input type="hidden" name="intent" value="take-back" />
            <p className="small muted">
              {t(published ? 'pilot-confirm.take-back-public' : 'pilot-confirm.take-back-text')}
            </p>
            <button className="button button--secondary" type="submit">
              {t('pilot-confirm.take-back')}
            </button>
          </>
        ) : (
          <>
            <input type="hidden" name="text" value={hash} />
            <p>{t('pilot-confirm.wrong', { organisation })}</p>
            <button className="button" type="submit">
              {t('pilot-confirm.confirm')}
            </button>
          </>
        )}
      </form>
    </div>
  );
}
