import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Crumb } from '#app/components/crumb.tsx';
import { EarlierPilotPage } from '#app/components/earlier-pilot.tsx';
import { PilotFacts, PilotReportView } from '#app/components/pilot-report-view.tsx';
import { RepeatPilot } from '#app/components/repeat-pilot.tsx';
import { useWords } from '#app/components/words.tsx';
import { requireLanguage } from '#app/web/language.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { findEarlier, findPublished, leadersAt } from '#app/web/pilot-library.server.ts';

export const meta = titleMeta;

export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const reader = { services, language };
  const id = params.pilot ?? '';
  const earlier = findEarlier(reader, id);
  const published = earlier ? null : await findPublished(reader, id);
  const title = earlier?.pilot.title ?? published?.report.title;
  if (!title) throw new Response(null, { status: 404 });
  return {
    ...{ id, earlier, published },
    title: titled(services.translate[language], title),
    description: (earlier?.pilot ?? published?.report)?.lead,
    leaders: await leadersAt(reader, request),
  };
}

export default function Pilot() {
  const { language, t } = useWords();
  const { id, earlier, published, leaders } = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <Crumb href={`/${language}/pilots`} label={t('pilots.all')} />
      {earlier ? <EarlierPilotPage {...earlier} repeat={<RepeatPilot id={id} leaders={leaders} earlier />} /> : null}
      {published ? (
        <>
          <div className="title">
            <p className="kicker">{published.report.kicker}</p>
            <h1>{published.report.title}</h1>
            {published.report.lead ? <p className="lead">{published.report.lead}</p> : null}
          </div>
          <PilotFacts facts={published.report.facts} />
          <PilotReportView parts={published.report.parts} />
          <RepeatPilot id={id} leaders={leaders}>
            <p className="row">
              <a href={`/files/pilots/${id}/published.pdf?lang=${language}`}>{t('pilot.download-pdf')}</a>
              <a href={`/files/pilots/${id}/published.docx?lang=${language}`}>{t('pilot.download-docx')}</a>
            </p>
            <p className="small muted">{t('pilots.since', { day: published.since })}</p>
          </RepeatPilot>
        </>
      ) : null}
    </div>
  );
}
