import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Crumb } from '#app/components/crumb.tsx';
import { Icon } from '#app/components/icon.tsx';
import { PilotFacts, PilotReportView } from '#app/components/pilot-report-view.tsx';
import { useWords } from '#app/components/words.tsx';
import { titleMeta } from '#app/web/page.ts';
import { pilotMenu } from '#app/web/pilot-page.server.ts';
import { drawStory } from '#app/web/pilot-story.server.ts';
import { requirePilot, tellPilot } from '#app/web/pilot-visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'person' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePilot(args, 'see-pilots');
  const { story } = await tellPilot(visit.services, visit.organisation, visit.whole);
  return { ...(await pilotMenu(visit)), report: drawStory(visit, story, visit.today) };
}

export default function PilotReportPage() {
  const { language, t } = useWords();
  const { organisation, pilot, report } = useLoaderData<typeof loader>();
  const file = `/files/pilots/${pilot.id}/report`;
  return (
    <div className="wrap">
      <Crumb href={`/${language}/organisations/${organisation.id}/pilots/${pilot.id}`} label={pilot.title} />
      <div className="title">
        <p className="kicker">{report.kicker}</p>
        <h1>{report.title}</h1>
        {report.lead ? <p className="lead">{report.lead}</p> : null}
        <p className="row">
          <a className="button" href={`${file}.pdf?lang=${language}`}>
            <Icon name="download" />
            {t('pilot.download-pdf')}
          </a>
          <a className="button button--secondary" href={`${file}.docx?lang=${language}`}>
            <Icon name="download" />
            {t('pilot.download-docx')}
          </a>
        </p>
      </div>
      <PilotFacts facts={report.facts} />
      <PilotReportView parts={report.parts} />
      <p className="small muted">{report.words.closing}</p>
    </div>
  );
}
