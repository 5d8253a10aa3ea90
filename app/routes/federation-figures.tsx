import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Crumb } from '#app/components/crumb.tsx';
import { FigureFiles } from '#app/components/figures/figure-files.tsx';
import { FigureHistory } from '#app/components/figures/figure-history.tsx';
import { FigureMeta } from '#app/components/figures/figure-meta.tsx';
import { ChoiceLinks, FigureSections } from '#app/components/figures/figure-sections.tsx';
import { ReachBand } from '#app/components/figures/reach-band.tsx';
import { useWords } from '#app/components/words.tsx';
import { federationFigures, nameOf, wholeSector } from '#app/web/federation-figures.server.ts';
import { requireFederation } from '#app/web/federation-visit.server.ts';
import { historyOf, reportOfFigures, splitLinks, splitOf } from '#app/web/figures.server.ts';
import { organisationPage } from '#app/web/organisation-page.server.ts';
import { titleMeta } from '#app/web/page.ts';
import { readReach } from '#app/web/reach.server.ts';
import { sectorLinks } from '#app/web/sector.ts';

export const meta = titleMeta;
export const handle = { nav: 'person', quick: true };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireFederation(args, 'see-figures');
  const { services, language, organisation, t } = visit;
  const chosen = await federationFigures(visit, args.params.sector, args.request);
  const { figures, editions, of, waiting } = chosen;
  const by = splitOf(args.request, figures);
  const { sector, name } = figures.checklist;
  const base = `/${language}/organisations/${organisation.id}`;
  return {
    ...(await organisationPage(visit, t('figures.title', { sector: name }))),
    heading: t('figures.title', { sector: name }),
    report: reportOfFigures(services, figures, by),
    history: await historyOf(services, figures.scope, language),
    waiting,
    reach: await readReach(visit, chosen),
    campaigns: visit.mayHere('make-campaign') ? `${base}/campaigns` : null,
    sectors: sectorLinks(services, language, sector, (one) => `${base}/figures/${one}`),
    sources: [
      ...editions.map((one) => ({ href: `?of=${one.id}`, label: nameOf(one, visit), current: one.id === of })),
      { href: `?of=${wholeSector}`, label: t('figures.whole-sector'), current: of === wholeSector },
    ],
    splits: splitLinks(services, figures, by, `of=${of}&`),
    file: {
      base: `/files/organisations/${organisation.id}/figures/${sector}`,
      query: `of=${of}&by=${by}&lang=${language}`,
    },
    mayPlan: visit.mayHere('plan-sector'),
    plan: `${base}/sector-plan?sector=${sector}`,
  };
}

export default function FederationFigures() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const { report } = page;
  return (
    <div className="wrap">
      <Crumb href={`/${language}/organisations/${page.id}`} label={page.name} />
      <div className="title">
        <p className="kicker">{report ? report.whose : page.name}</p>
        <h1>{page.heading}</h1>
        {report?.conclusion ? <p className="lead">{report.conclusion}</p> : null}
        {report ? <FigureMeta report={report} /> : null}
      </div>
      <div className="stack stack--tight figure-choices">
        <ChoiceLinks label={t('figures.sectors')} links={page.sectors} />
        {page.sources.length > 1 ? <ChoiceLinks label={t('figures.sources')} links={page.sources} /> : null}
        {page.waiting ? <p className="notice">{t('figures.waiting')}</p> : null}
        {report ? <FigureFiles base={page.file.base} query={page.file.query} /> : null}
        {page.mayPlan ? <a href={page.plan}>{t('sector-plan.title')}</a> : null}
      </div>
      {page.reach ? (
        <ReachBand reach={page.reach} own={page.waiting ? null : report} campaigns={page.campaigns} />
      ) : null}
      {report ? <FigureSections report={report} splits={page.splits} /> : <p>{t('figures.none')}</p>}
      {report ? <FigureHistory nights={page.history} /> : null}
    </div>
  );
}
