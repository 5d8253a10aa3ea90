import { showDay } from '#app/domain/calendar.ts';
import type { Instrument, Source } from '#app/domain/checklist.ts';
import { SourceName } from './item-why.tsx';
import { useWords } from './words.tsx';

/** A support measure with its conditions, who decides, who applies and how old the check is. */
export const InstrumentCard = ({
  instrument,
  source,
  stale,
  heading: Heading = 'h3',
}: {
  instrument: Instrument;
  source: Source | undefined;
  stale: boolean;
  /** h2 where the card stands right under the title of the page. */
  heading?: 'h2' | 'h3';
}) => {
  const { language, t } = useWords();
  return (
    <article className="sheet" id={instrument.id}>
      <Heading>{instrument.name}</Heading>
      <p>{instrument.summary}</p>
      <ul>
        {instrument.conditions.map((condition) => (
          <li key={condition}>{condition}</li>
        ))}
      </ul>
      <p className="small">
        <strong>{t('support.decides')}</strong> {instrument.decides}
      </p>
      <p className="small">
        <strong>{t('support.applies')}</strong> {instrument.applies}
      </p>
      {instrument.amounts.length > 0 ? (
        <ul className="small">
          {instrument.amounts.map((amount) => (
            <li key={amount.text}>
              {amount.text} ({amount.year})
            </li>
          ))}
        </ul>
      ) : null}
      {instrument.caution ? (
        <p className="small">
          <strong>{t('support.caution')}</strong> {instrument.caution}
        </p>
      ) : null}
      <p className="tiny muted">
        {t('support.checked', { day: showDay(language, instrument.checked) })} {stale ? t('support.stale') : ''}{' '}
        {source ? <SourceName source={source} /> : null}
      </p>
    </article>
  );
};
