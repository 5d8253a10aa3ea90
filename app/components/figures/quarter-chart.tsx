import { scaleLinear } from 'd3-scale';
import type { FigureReport } from '#app/domain/figures/figure-report.ts';
import { useWords } from '../words.tsx';
import { FigureTable } from './figure-table.tsx';

const height = 100;
const y = scaleLinear([0, 100], [0, height]);

/** Per quarter the share that is ready to try or further; the drawing repeats the table under it. */
export const QuarterChart = ({ quarters }: { quarters: FigureReport['quarters'] }) => {
  const { t } = useWords();
  return (
    <>
      <div className="quarters" aria-hidden="true">
        {quarters.rows.map(({ name, share }) => (
          <div key={name}>
            <b>{share === null ? '–' : `${share} %`}</b>
            <Column share={share} />
            <span>{name}</span>
          </div>
        ))}
      </div>
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

const Column = ({ share }: { share: number | null }) => (
  <svg viewBox={`0 0 10 ${height}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect className="bar__ground" width="10" height={height} />
    {share === null ? null : <rect className="bar__worst" y={height - y(share)} width="10" height={y(share)} />}
  </svg>
);
