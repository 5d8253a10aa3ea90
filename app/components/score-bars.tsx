import { scaleLinear } from 'd3-scale';
import type { Range, Report, ReportLevel } from '#app/domain/report.ts';
import { useWords } from './words.tsx';

const width = 300;
const height = 24;
const x = scaleLinear([0, 100], [0, width]);

/** One bar from worst to best; what is still open is paler. Decorative: the number stands beside it. */
const Bar = ({ range, need, middle = null }: { range: Range; need: number | null; middle?: number | null }) => (
  <svg
    className="bar"
    viewBox={`0 0 ${width} ${height}`}
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    <rect className="bar__ground" width={width} height={height} rx="3" />
    <rect className="bar__best" width={x(range.best ?? 0)} height={height} rx="3" />
    <rect className="bar__worst" width={x(range.worst ?? 0)} height={height} rx="3" />
    {need === null ? null : <line className="bar__need" x1={x(need)} x2={x(need)} y1="0" y2={height} />}
    {middle === null ? null : (
      <rect className="bar__middle" x={Math.min(width - 4, Math.max(0, x(middle) - 2))} width="4" height={height} />
    )}
  </svg>
);

const Score = ({ range }: { range: Range }) => {
  const { t } = useWords();
  if (range.worst === null) return <span className="profile__value">–</span>;
  const open = range.best !== null && range.best > range.worst;
  return (
    <span className="profile__value">
      {range.worst}
      {open ? <span className="tiny muted"> {t('result.to', { best: range.best as number })}</span> : null}
    </span>
  );
};

/** One bar per level against its own bar, and what still holds it. */
export const LevelBars = ({ levels }: { levels: ReportLevel[] }) => {
  const { t } = useWords();
  return (
    <>
      <ul className="profile" role="list">
        {levels
          .filter((level) => level.bar !== null)
          .map((level) => (
            <li key={level.number}>
              <span className="profile__name">
                {level.number} {level.name}
                <span className="tiny muted">
                  {' '}
                  {level.reached ? t('result.reached') : t('result.needs', { bar: level.bar as number })}
                </span>
              </span>
              <Bar range={level} need={level.bar} />
              <Score range={level} />
            </li>
          ))}
      </ul>
      <p className="key">
        <span>
          <i />
          {t('result.key-worst')}
        </span>
        <span>
          <i className="key-open" />
          {t('result.key-best')}
        </span>
        <span>
          <i className="key-g" />
          {t('result.key-bar')}
        </span>
      </p>
      {levels
        .filter((level) => level.holds.length > 0)
        .map((level) => (
          <details className="disclosure" key={level.number}>
            <summary>{t('result.holds', { level: level.number, name: level.name })}</summary>
            <div className="disclosure__body">
              <ul>
                {level.holds.map((hold) => (
                  <li key={hold}>{hold}</li>
                ))}
              </ul>
            </div>
          </details>
        ))}
    </>
  );
};

/** The middle of the sector, as it was published: per dimension by name, of how many workplaces, of which day. */
export type SectorMiddle = { dimensions: Record<string, number>; workplaces: number; date: string; href: string };

/** One bar per dimension, in the order of the parts: never ranked. With the middle of the sector where there is one. */
export const ProfileBars = ({
  profile,
  words,
  middle,
}: {
  profile: Report['profile'];
  words: Report['words'];
  middle: SectorMiddle | null;
}) => (
  <>
    <p className="visually-hidden">{words.profile}</p>
    <ul className="profile" role="list">
      {profile.map((one) => (
        <li key={one.name}>
          <span className="profile__name">
            {one.name}
            <Middle of={middle?.dimensions[one.name]} />
          </span>
          <Bar range={one} need={null} middle={middle?.dimensions[one.name] ?? null} />
          <Score range={one} />
        </li>
      ))}
    </ul>
    {middle ? <MiddleKey middle={middle} /> : null}
  </>
);

const Middle = ({ of }: { of: number | undefined }) => {
  const { t } = useWords();
  return of === undefined ? null : <span className="tiny muted"> {t('figures.middle-of', { middle: of })}</span>;
};

const MiddleKey = ({ middle: { workplaces, date, href } }: { middle: SectorMiddle }) => {
  const { t } = useWords();
  return (
    <>
      <p className="key">
        <span>
          <i className="key-m" />
          {t('figures.middle')}
        </span>
      </p>
      <p className="footnote">
        {t('figures.middle-meta', { count: workplaces, date })} <a href={href}>{t('figures.middle-link')}</a>
      </p>
    </>
  );
};
