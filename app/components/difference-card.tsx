import { Duo, type Said } from './duo.tsx';
import { Steps, Wall } from './glyphs.tsx';
import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';
import { type WorkerCount, WorkerCountsLine } from './worker-counts.tsx';

export type Difference = {
  id: string;
  kind: 'prerequisite' | 'threshold';
  code: string;
  title: string;
  essential: boolean;
  /** Who asked it, where it is not ours. */
  askedBy: string | null;
  says: Said[];
  remarks: { id: string; voice: string; note: string }[];
  options: { value: string; text: string }[];
  workers: { id: string; question: string; counts: WorkerCount[] }[];
};

/** One question on which the voices differ: who says what, why, and choosing one answer together. */
export const DifferenceCard = ({ difference, maySettle }: { difference: Difference; maySettle: boolean }) => {
  const { t } = useWords();
  return (
    <li className={`item--${difference.kind}`} id={difference.id}>
      <div className="difference__question">
        <p className="kind">
          <span className="kind__name">
            {difference.kind === 'prerequisite' ? <Wall laid={3} /> : <Steps high={2} />}
            {t(`kind.${difference.kind}`)}
          </span>
          {difference.essential ? (
            <span className="essential">
              <Icon name="key-round" />
              {t('item.essential')}
            </span>
          ) : null}
          {difference.askedBy ? <span className="tag tag--accent">{difference.askedBy}</span> : null}
        </p>
        <h2>
          <span className="statement__code">{difference.code}</span> {difference.title}
        </h2>
      </div>
      <div className="difference__voices">
        <Duo says={difference.says} />
      </div>
      <div className="difference__talk stack">
        {difference.remarks.map((one) => (
          <p className="quote" key={one.id}>
            <span className="muted">{t(`compare.writes-${one.voice}`)}</span> {one.note}
          </p>
        ))}
        {difference.workers.map((one) => (
          <WorkerCountsLine key={one.id} question={one.question} counts={one.counts} />
        ))}
        {maySettle ? <Agree difference={difference} /> : null}
      </div>
    </li>
  );
};

const Agree = ({ difference }: { difference: Difference }) => {
  const { t } = useWords();
  return (
    <details className="agree no-print">
      <summary className="button button--secondary button--small">
        {t('compare.agree')}
        <span className="visually-hidden"> {difference.code}</span>
      </summary>
      <form method="post">
        <input type="hidden" name="item" value={difference.id} />
        <fieldset className="field">
          <legend className="small">{t('compare.agree-legend', { code: difference.code })}</legend>
          <div className="choices">
            {difference.options.map((option) => (
              <label className="choice" key={option.value}>
                <input type="radio" name="value" value={option.value} required />
                <span>
                  {t(`answer.${option.value}`)}
                  <small>{option.text}</small>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <p className="small muted">{t('compare.agree-text')}</p>
        <button className="button button--small" type="submit">
          {t('compare.agree-submit')}
        </button>
      </form>
    </details>
  );
};
