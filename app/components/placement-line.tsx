import { type ThresholdWeight, thresholdWeights } from '#app/domain/placement-threshold.ts';
import { Steps } from './glyphs.tsx';
import { Icon } from './icon.tsx';
import { PhaseBars } from './phase-bars.tsx';
import { useWords } from './words.tsx';

type State = 'done' | 'now' | 'next';
export type ShownLine = {
  id: string;
  code: string;
  job: string;
  host: string;
  place: string;
  phaseText: string;
  bars: { step: string; state: State }[];
  months: { month: number; state: State }[];
  next: { day: string; time: string; what: string } | null;
  open: number;
  heaviest: ThresholdWeight | null;
  reasons: { urgency: string; day: string }[];
};

/** Placements as lines, each with what it is about, how far it is, what comes and what is in the way. */
export const PlacementLines = ({ lines }: { lines: ShownLine[] }) => (
  <ul className="list placements" role="list">
    {lines.map((line) => (
      <PlacementLine key={line.id} line={line} />
    ))}
  </ul>
);

const PlacementLine = ({ line }: { line: ShownLine }) => {
  const { language, t } = useWords();
  return (
    <li className="placement-line">
      <div>
        <h3>
          <a href={`/${language}/placements/${line.id}`}>{line.code}</a>
        </h3>
        <p>
          {line.job}
          <br />
          <span className="muted">{[line.host, line.place].filter(Boolean).join(', ')}</span>
        </p>
      </div>
      <div>
        <PhaseBars bars={line.bars} months={line.months} />
        <p>{line.phaseText}</p>
      </div>
      <div className="placement-line__next">
        <Icon name="calendar" />
        <div>
          <p>
            {line.next ? (
              <>
                <strong>
                  {line.next.day}
                  {line.next.time ? `, ${t('placement.hour', { time: line.next.time })}` : ''}
                </strong>
                <br />
                {line.next.what}
              </>
            ) : (
              <span className="muted">{t('placements.nothing-planned')}</span>
            )}
          </p>
          {line.reasons.map(({ urgency, day }) => (
            <p key={urgency + day}>
              <span className="tag tag--busy">{t(`placements.${urgency}`, { day })}</span>
            </p>
          ))}
        </div>
      </div>
      <div className="placement-line__open">
        <Steps high={heightOf(line.heaviest)} />
        <p>
          {line.open === 0 ? (
            <span className="muted">{t('placements.none-open')}</span>
          ) : (
            <>
              {t('placements.open', { count: line.open })}
              <br />
              <span className="muted">
                {t('placements.heaviest', { weight: t(`weight.${line.heaviest}`).toLowerCase() })}
              </span>
            </>
          )}
        </p>
      </div>
    </li>
  );
};

const heightOf = (weight: ThresholdWeight | null) =>
  (weight === null ? 0 : thresholdWeights.indexOf(weight) + 1) as 0 | 1 | 2 | 3;
