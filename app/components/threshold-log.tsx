import { type Helped, stepsOf, type ThresholdWeight } from '#app/domain/placement-threshold.ts';
import { Steps } from './glyphs.tsx';
import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

export type ShownTried = { id: string; text: string; more: string; day: string; helped: Helped | null };
export type ShownThreshold = {
  id: string;
  text: string;
  weight: ThresholdWeight;
  item: string | null;
  seen: string;
  lowered: string | null;
  side: 'coach' | 'host';
  rival: { text: string; weight: ThresholdWeight } | null;
  tried: ShownTried[];
};

/** Thresholds met on the way, heaviest first, each with what was tried and whether it helped. */
export const ThresholdLog = ({ thresholds, base }: { thresholds: ShownThreshold[]; base: string | null }) => {
  const { t } = useWords();
  if (thresholds.length === 0) return <p className="muted">{t('threshold.none')}</p>;
  return (
    <ul className="threshold-log" role="list">
      {thresholds.map((one) => (
        <li key={one.id}>
          <Steps high={stepsOf({ weight: one.weight, loweredOn: one.lowered })} />
          <div>
            <h3>{one.text}</h3>
            <ThresholdStatus threshold={one} />
            {one.item ? <p className="small">{t('threshold.belongs-to', { item: one.item })}</p> : null}
            <ul role="list">
              {one.tried.map((tried) => (
                <Tried key={tried.id} tried={tried} />
              ))}
            </ul>
            {base ? (
              <p>
                <a href={`${base}/thresholds/${one.id}`}>
                  {t(
                    one.rival ? 'threshold.choose-link' : one.lowered ? 'threshold.open-link' : 'threshold.tried-link',
                  )}
                  <span className="visually-hidden">: {one.text}</span>
                </a>
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
};

const ThresholdStatus = ({ threshold: { lowered, weight, seen, side, rival } }: { threshold: ShownThreshold }) => {
  const { t } = useWords();
  return (
    <p className="muted">
      {lowered ? (
        <span className="tag tag--done">
          <Icon name="check" />
          {t('threshold.lowered')}
        </span>
      ) : (
        <span className="tag tag--threshold">{t('threshold.open')}</span>
      )}{' '}
      {t(lowered ? 'threshold.was' : 'threshold.is', { weight: t(`weight.${weight}`).toLowerCase(), day: seen })}
      {side === 'host' ? `, ${t('threshold.by-host')}` : ''}
      {rival ? (
        <>
          {' '}
          <span className="tag tag--busy">{t('threshold.two-versions')}</span>
        </>
      ) : null}
    </p>
  );
};

const Tried = ({ tried }: { tried: ShownTried }) => {
  const { t } = useWords();
  return (
    <li className={tried.helped === 'yes' ? 'tried tried--helped' : 'tried'}>
      <strong>{t(tried.helped ? `helped.${tried.helped}` : 'helped.unknown')}</strong> {tried.text}
      {tried.more ? ` (${tried.more})` : ''}
    </li>
  );
};
