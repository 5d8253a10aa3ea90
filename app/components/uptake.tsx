import { type UptakeCounts, uptakeKinds } from '#app/domain/uptake.ts';
import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

type Week = UptakeCounts & { week: string; from: string; short: string };
export type UptakeProps = { uptake: { made: string; total: UptakeCounts; weeks: Week[] } | null; title: string };

/** What may be shown of a campaign: three numbers, a drawing of its weeks and the same in a table. */
export const Uptake = ({ uptake, title }: UptakeProps) => {
  const { t } = useWords();
  if (!uptake) return <p className="small muted">{t('uptake.too-few')}</p>;
  const { total, weeks, made } = uptake;
  return (
    <div className="uptake">
      <ul className="uptake__total" role="list">
        {uptakeKinds.map((kind) => (
          <li key={kind}>
            <Count count={total[kind]} /> {t(`uptake.${kind}`)}
          </li>
        ))}
      </ul>
      {weeks.length > 0 ? (
        <>
          <WeekBars weeks={weeks.slice(-12)} />
          <WeekTable weeks={weeks} title={title} />
        </>
      ) : null}
      <p className="tiny muted">{t('uptake.made', { day: made })}</p>
    </div>
  );
};

const Count = ({ count }: { count: number | null }) => {
  const { t } = useWords();
  return count === null ? (
    <>
      <b aria-hidden="true">–</b>
      <span className="visually-hidden">{t('uptake.hidden')}</span>
    </>
  ) : (
    <b>{count}</b>
  );
};

const step = 24;
const height = 48;

/** How many opened it, week by week. Decorative: the table says the same. */
const WeekBars = ({ weeks }: { weeks: Week[] }) => {
  const { t } = useWords();
  const most = Math.max(1, ...weeks.map(({ opened }) => opened ?? 0));
  return (
    <figure className="uptake__weeks" aria-hidden="true">
      <figcaption className="tiny muted">{t('uptake.by-week')}</figcaption>
      <svg
        viewBox={`0 0 ${weeks.length * step} ${height}`}
        width={weeks.length * step}
        height={height}
        aria-hidden="true"
        focusable="false"
      >
        {weeks.map(({ week, opened }, at) => {
          const high = opened === null ? 2 : Math.max(2, (opened / most) * height);
          const place = { x: at * step + 3, y: height - high, width: step - 6, height: high };
          return <rect key={week} className={opened === null ? 'bar__ground' : 'bar__worst'} {...place} />;
        })}
      </svg>
      <p className="tiny muted row row--apart">
        <span>{weeks[0]?.short}</span>
        {weeks.length > 1 ? <span>{weeks.at(-1)?.short}</span> : null}
      </p>
    </figure>
  );
};

const WeekTable = ({ weeks, title }: { weeks: Week[]; title: string }) => {
  const { t } = useWords();
  return (
    <details className="disclosure">
      <summary>
        {t('uptake.table')}
        <span className="visually-hidden"> {t('campaign.of', { title })}</span>
        <span className="chevron">
          <Icon name="chevron-down" />
        </span>
      </summary>
      <div className="disclosure__body">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('uptake.week')}</th>
              {uptakeKinds.map((kind) => (
                <th scope="col" className="r" key={kind}>
                  {t(`uptake.${kind}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.week}>
                <th scope="row">{week.from}</th>
                {uptakeKinds.map((kind) => (
                  <td className="r" key={kind}>
                    <Count count={week[kind]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};
