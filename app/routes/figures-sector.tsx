import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Crumb } from '#app/components/crumb.tsx';
import { FigureFiles } from '#app/components/figures/figure-files.tsx';
import { FigureMeta } from '#app/components/figures/figure-meta.tsx';
import { ChoiceLinks, FigureSections } from '#app/components/figures/figure-sections.tsx';
import { ReadyFor } from '#app/components/figures/ready-for.tsx';
import { useWords } from '#app/components/words.tsx';
import { reportOfFigures, sectorFigures, splitLinks, splitOf } from '#app/web/figures.server.ts';
import { requireLanguage } from '#app/web/language.ts';
import { publicPage, titled, titleMeta } from '#app/web/page.ts';
import { sectorLinks } from '#app/web/sector.ts';

export const meta = titleMeta;
export const headers = publicPage;
export const handle = { quick: true, kept: 'figures' };

export async function loader({ params, request, context: { services } }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const t = services.translate[language];
  const figures = await sectorFigures(services, params.sector, language);
  const by = splitOf(request, figures);
  const { sector, name } = figures.checklist;
  const heading = t('figures.title', { sector: name });
  return {
    title: titled(t, heading),
    description: t('figures.public-lead'),
    heading,
    report: reportOfFigures(services, figures, by),
    sectors: sectorLinks(services, language, sector, (one) => `/${language}/figures/${one}`),
    splits: splitLinks(services, figures, by, ''),
    file: { base: `/files/figures/${sector}`, query: `by=${by}&lang=${language}` },
  };
}

export default function SectorFigures() {
  const { language, t } = useWords();
  const { report, heading, ...page } = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <Crumb href={`/${language}/figures`} label={t('figures.public-title')} />
      <div className="title">
        {report ? <p className="kicker">{report.whose}</p> : null}
        <h1>{heading}</h1>
        {report?.conclusion ? <p className="lead">{report.conclusion}</p> : null}
        {report ? <FigureMeta report={report} /> : null}
      </div>
      <div className="stack stack--tight figure-choices">
        <ChoiceLinks label={t('figures.sectors')} links={page.sectors} />
        {report ? <FigureFiles base={page.file.base} query={page.file.query} /> : null}
      </div>
      {report ? (
        <>
          <ReadyFor report={report} />
          <FigureSections report={report} splits={page.splits} />
        </>
      ) : (
        <p>{t('figures.none')}</p>
      )}
    </div>
  );
}
