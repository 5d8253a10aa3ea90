import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Crumb } from '#app/components/crumb.tsx';
import { Band } from '#app/components/fields.tsx';
import { PilotConfirmations } from '#app/components/pilot-confirmations.tsx';
import { PilotFacts, PilotReportView } from '#app/components/pilot-report-view.tsx';
import { useWords } from '#app/components/words.tsx';
import { postedForm } from '#app/web/form.ts';
import { titleMeta } from '#app/web/page.ts';
import { pilotMenu } from '#app/web/pilot-page.server.ts';
import { publishActions, readPublishing } from '#app/web/pilot-publishing.server.ts';
import { requirePilot } from '#app/web/pilot-visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'person' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePilot(args, 'publish-pilot');
  return { ...(await pilotMenu(visit)), ...(await readPublishing(visit)), mail: visit.services.mail };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requirePilot(args, 'publish-pilot');
  const result = await publishActions(visit, await postedForm(args.request));
  if (result.kind === 'failed') return data(result, { status: 422 });
  if (result.kind !== 'done') return data(result);
  const { language, organisation, whole } = visit;
  return redirect(`/${language}/organisations/${organisation.id}/pilots/${whole.pilot.id}/publish`);
}

export default function PublishPilot() {
  const { language, t } = useWords();
  const { organisation, pilot, report, partners, problems, published, mail } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="wrap">
      <Crumb href={`/${language}/organisations/${organisation.id}/pilots/${pilot.id}`} label={pilot.title} />
      <div className="title">
        <h1>{t('pilot-publish.title')}</h1>
        <p className="lead">{t('pilot-publish.lead')}</p>
      </div>
      <Band title={t('pilot-publish.confirmations')} intro={t('pilot-publish.confirmations-intro')} id="confirmations">
        <PilotConfirmations partners={partners} mail={mail} result={result} />
      </Band>
      <Band title={t('pilot-publish.do')} id="publish">
        {published ? (
          <>
            <p>
              {t('pilot.published-on', { day: published })}{' '}
              <a href={`/${language}/pilots/${pilot.id}`}>{t('pilot-publish.see')}</a>
            </p>
            <form method="post">
              <button className="button button--secondary" type="submit" name="intent" value="withdraw">
                {t('pilot-publish.withdraw')}
              </button>
            </form>
          </>
        ) : problems.length > 0 ? (
          <>
            <p>{t('pilot-publish.first')}</p>
            <ul className="pilot-points">
              {problems.map((problem) => (
                <li key={problem}>{t(problem)}</li>
              ))}
            </ul>
          </>
        ) : (
          <form method="post">
            <button className="button" type="submit" name="intent" value="publish">
              {t('pilot.publish')}
            </button>
          </form>
        )}
      </Band>
      <article className="sheet pilot-text" aria-labelledby="text">
        <p className="kicker">{t('pilot-publish.text')}</p>
        <h2 id="text">{report.title}</h2>
        {report.lead ? <p className="lead">{report.lead}</p> : null}
        <PilotFacts facts={report.facts} />
        <PilotReportView parts={report.parts} />
      </article>
    </div>
  );
}
