import type { FigureHeat } from '#app/domain/figures/figure-report.ts';
import { bandOf } from '#app/domain/figures/heat.ts';
import { useWords } from '../words.tsx';

/** Shares in which a threshold is open: a number in every cell, which the tint repeats; hatch and dash for too few. */
export const HeatTable = ({ heat }: { heat: FigureHeat }) => {
  const { t } = useWords();
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who scrolls by keyboard has to come in */}
      <section className="scroll" tabIndex={0} aria-label={`${t('figures.threshold')}: ${heat.title}`}>
        <table className="heat-table">
          <caption className="visually-hidden">{heat.title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('figures.threshold')}</th>
              {heat.columns.map((column) => (
                <th scope="col" key={column.name}>
                  {column.name}
                  <small>
                    {column.workplaces === null ? t('figures.too-small') : t('figures.n', { count: column.workplaces })}
                  </small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {heat.rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">{row.name}</th>
                {row.cells.map((share, index) => (
                  <td key={heat.columns[index]?.name}>
                    <HeatCell share={share} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <HeatKey />
    </>
  );
};

const HeatCell = ({ share }: { share: number | null }) => {
  const { t } = useWords();
  if (share !== null) return <span className={`heat heat-${bandOf(share)}`}>{share}</span>;
  return (
    <span className="heat heat-x">
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{t('figures.too-small')}</span>
    </span>
  );
};

const HeatKey = () => {
  const { t } = useWords();
  return (
    <p className="heat-key">
      {['0', '1', '2', '3', 'x'].map((band) => (
        <span key={band}>
          <i className={`heat heat-${band}`} />
          {t(`figures.band-${band}`)}
        </span>
      ))}
    </p>
  );
};
