import type { FigureReport } from '#app/domain/figures/figure-report.ts';
import type { Reach } from '#app/domain/figures/reach.ts';
import { uptakeKinds } from '#app/domain/uptake.ts';
import { Band } from '../fields.tsx';
import { useWords } from '../words.tsx';
import { FigureBar } from './figure-bar.tsx';
import { FigureTable } from './figure-table.tsx';
import { QuarterCounts } from './quarter-chart.tsx';

/**
 * `own`: the edition's own figures, null as long as there are none. `campaigns`: where they stand, for who makes them; null
 * for who only looks.
 */
type Props = { reach: Reach; own: FigureReport | null; campaigns: string | null };

/** How much of the sector the toolbox reaches through this edition, and what its campaigns did. */
export const ReachBand = ({ reach, own, campaigns }: Props) => {
  const { t } = useWords();
  const { workplaces, sector, share } = reach;
  return (
    <Band title={t('figures.reach-title')} intro={t('figures.reach-intro')} id="reach">
      <div className="stack stack--tight reach">
        {workplaces !== null && sector !== null && share !== null ? (
          <>
            <p className="conclusion">{t('figures.reach-conclusion', { workplaces, sector, share })}</p>
            <div className="reach__parts">
              <ul className="reach__counts" role="list">
                <ReachCount count={sector} of={sector} text={t('figures.reach-sector')} />
                <ReachCount count={workplaces} of={sector} text={t('figures.reach-own')} />
              </ul>
              {own && own.quarters.rows.length > 0 ? <QuarterCounts quarters={own.quarters} /> : null}
            </div>
            {own ? <p className="footnote">{t('figures.of', { count: own.workplaces })}</p> : null}
          </>
        ) : (
          <p>{t('figures.reach-too-few')}</p>
        )}
        {reach.campaigns.length > 0 ? (
          <>
            <h3>{t('figures.reach-campaigns')}</h3>
            <FigureTable
              caption={t('figures.reach-campaigns')}
              head={[t('figures.head-campaign'), ...uptakeKinds.map((kind) => t(`figures.head-${kind}`))]}
              tooSmall={t('figures.too-small')}
              of={Math.max(1, ...reach.campaigns.map(({ opened }) => opened ?? 0))}
              rows={reach.campaigns.map(({ id, title, ...counts }) => ({
                id,
                name: campaigns ? <a href={`${campaigns}/${id}`}>{title}</a> : title,
                bar: counts.opened,
                numbers: uptakeKinds.map((kind) => counts[kind]),
              }))}
            />
            <p className="footnote">{t('figures.reach-unit')}</p>
          </>
        ) : null}
        {campaigns ? (
          <p>
            <a href={campaigns}>{t('figures.reach-to-campaigns')}</a>
          </p>
        ) : null}
      </div>
    </Band>
  );
};

const ReachCount = ({ count, of, text }: { count: number; of: number; text: string }) => (
  <li>
    <b>{count}</b> <span>{text}</span>
    <FigureBar value={count} of={of} />
  </li>
);
