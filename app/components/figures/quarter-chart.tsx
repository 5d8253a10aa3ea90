import type { FigureReport } from '#app/domain/figures/figure-report.ts';
import { useWords } from '../words.tsx';
import { ColumnChart } from './column-chart.tsx';
import { FigureTable } from './figure-table.tsx';

type Quarters = { quarters: FigureReport['quarters'] };

/** Per quarter the share that is ready to try or further; the drawing repeats the table under it. */
export const QuarterChart = ({ quarters }: Quarters) => {
  const { t } = useWords();
  return (
    <>
      <ColumnChart
        columns={quarters.rows.map(({ name, short, share }) => ({
          id: name,
          name: short,
          value: share,
          text: share === null ? '–' : t('figures.percent', { share }),
        }))}
      />
      <FigureTable
        caption={quarters.title}
        head={[t('figures.head-quarter'), t('figures.head-workplaces'), t('figures.head-ready')]}
        tooSmall={t('figures.too-small')}
        of={100}
        rows={quarters.rows.map(({ name, workplaces, share }) => ({
          id: name,
          name,
          bar: null,
          numbers: [workplaces, workplaces === null ? null : share === null ? '–' : t('figures.percent', { share })],
        }))}
      />
      {quarters.rows.some(({ workplaces, share }) => workplaces !== null && share === null) ? (
        <p className="small muted">{t('figures.together')}</p>
      ) : null}
    </>
  );
};

/** Per quarter how many workplaces had a result; its table folds out, because the trend below shows it as well. */
export const QuarterCounts = ({ quarters }: Quarters) => {
  const { t } = useWords();
  return (
    <div className="stack stack--tight">
      <h3>{t('figures.counts-title')}</h3>
      {quarters.busiest ? <p>{quarters.busiest}</p> : null}
      <ColumnChart
        columns={quarters.rows.map(({ name, short, workplaces }) => ({
          id: name,
          name: short,
          value: workplaces,
          text: workplaces === null ? '–' : String(workplaces),
        }))}
      />
      <details className="disclosure">
        <summary>{t('figures.counts-table')}</summary>
        <div className="disclosure__body">
          <FigureTable
            caption={t('figures.counts-title')}
            head={[t('figures.head-quarter'), t('figures.head-workplaces')]}
            tooSmall={t('figures.too-small')}
            of={1}
            rows={quarters.rows.map(({ name, workplaces }) => ({ id: name, name, bar: null, numbers: [workplaces] }))}
          />
        </div>
      </details>
    </div>
  );
};
