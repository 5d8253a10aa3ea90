import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Band } from '#app/components/fields.tsx';
import { Icon } from '#app/components/icon.tsx';
import { Ladder } from '#app/components/ladder.tsx';
import { PlacementsHere } from '#app/components/placements-here.tsx';
import { ReportWay } from '#app/components/report-way.tsx';
import { ResultBands, ResultVerdict } from '#app/components/result-bands.tsx';
import { useWords } from '#app/components/words.tsx';
import { showDay } from '#app/domain/calendar.ts';
import type { LevelNumber } from '#app/domain/checklist.ts';
import { readState } from '#app/web/assessment-state.server.ts';
import { brandOf } from '#app/web/edition-brand.ts';
import { sectorMiddle } from '#app/web/figures.server.ts';
import { placementsHere } from '#app/web/host-placements.server.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { wayOf } from '#app/web/report.server.ts';
import { helpOf, remediesOf, requireReport, whatIf } from '#app/web/result.server.ts';
import { allowed, requireVisit } from '#app/web/visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'assessment', quick: true };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireVisit(args, 'read-result');
  const state = await readState(visit);
  const { t, language, checklist, assessment } = visit;
  const search = new URL(args.request.url).searchParams;
  const which = search.get('of') ?? 'newest';
  const report = await requireReport(visit, state, which);
  const ticked = search.getAll('with');
  const today = checklist.levels.find((one) => one.number === state.verdict.level) ?? null;
  const level = (report.levels.find((one) => one.here)?.number ?? 1) as LevelNumber;
  const movedOn = report.frozen && state.rounds.some((one) => one.number > (state.submissions[0]?.round ?? 0));
  return {
    title: titled(t, report.headline),
    may: allowed(visit),
    edition: brandOf(visit),
    assessment: assessment.id,
    placements: await placementsHere(visit, state),
    middle: await sectorMiddle(visit.services, checklist.sector, language),
    report,
    levels: checklist.levels,
    which: report.frozen ? which : 'today',
    date: showDay(language, report.date),
    level,
    today: movedOn || (report.frozen && today?.number !== level) ? today : null,
    movedOn,
    steps: remediesOf(wayOf(visit, state)),
    ticked,
    help: helpOf(visit, state),
    whatIf: whatIf(visit, state, ticked),
    submissions: state.submissions.map((one) => ({ id: one.id, date: showDay(language, one.at), level: one.level })),
  };
}

export default function Result() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const { report } = page;
  const base = `/${language}/assessments/${page.assessment}`;
  const file = (name: string) => `/files/${page.assessment}/${page.which}/${name}?lang=${language}`;
  return (
    <>
      <div className="result-top">
        <div className="wrap">
          <div className="result-top__head">
            <ResultVerdict report={report}>
              {page.today ? (
                <p>
                  <strong>{t('result.today')}</strong> {page.today.number} {page.today.name}.{' '}
                  <a href={`${base}/result?of=today`}>{t('result.see-today')}</a>
                </p>
              ) : null}
            </ResultVerdict>
            <div className="actions">
              {page.may.includes('plan') ? (
                <a className="button" href={`${base}/plan`}>
                  {t('result.make-plan')}
                </a>
              ) : page.may.includes('propose') ? (
                <a className="button" href={`${base}/propose`}>
                  {t('propose.title')}
                </a>
              ) : null}
              {page.may.includes('share') ? (
                <a className="button button--secondary" href={`${base}/access`}>
                  <Icon name="share-2" />
                  {t('result.share')}
                </a>
              ) : null}
              {page.may.includes('download') ? (
                <>
                  <a className="icon-link" href={file('report.pdf')}>
                    <Icon name="download" />
                    {t('result.pdf')}
                  </a>
                  <a className="icon-link" href={file('management.pdf')}>
                    <Icon name="file-text" />
                    {t('result.management')}
                  </a>
                </>
              ) : (
                <p className="small">{t('result.preview')}</p>
              )}
            </div>
          </div>
          <Ladder levels={page.levels} here={page.level} />
        </div>
      </div>
      <div className="wrap page">
        <PlacementsHere placements={page.placements} listUrl={`${base}/placements`} />
        {report.way ? (
          <ReportWay
            way={report.way}
            steps={page.steps}
            ticked={page.ticked}
            whatIf={page.whatIf}
            goal={page.levels.find((one) => one.number === page.level + 1) ?? null}
            which={page.which}
            base={base}
            live={!page.movedOn}
            mayPlan={page.may.includes('plan')}
          />
        ) : null}
        <ResultBands report={report} middle={page.middle} help={page.help} base={base} />
        {page.submissions.length > 1 || (page.submissions.length === 1 && page.which === 'today') ? (
          <Band title={t('result.rounds')} id="rounds">
            <ul className="list" role="list">
              {page.submissions.map((one) => (
                <li key={one.id}>
                  <a href={`${base}/result?of=${one.id}`}>{one.date}</a> {t('result.level', { level: one.level })}
                </li>
              ))}
              <li>
                <a href={`${base}/result?of=today`}>{t('result.see-today')}</a>
              </li>
              {page.submissions.length > 1 ? (
                <li>
                  <a href={`${base}/rounds`}>{t('rounds.title')}</a>
                </li>
              ) : null}
            </ul>
          </Band>
        ) : null}
        <p className="footnote">
          {report.closing} <a href={`/${language}/rules`}>{t('site.rules')}</a>
        </p>
      </div>
    </>
  );
}
