import type { Urgency } from '#app/domain/caseload.ts';
import type { Check } from '#app/domain/placement-moves.ts';
import { Icon } from './icon.tsx';
import { Waiting } from './waiting.tsx';
import { useWords } from './words.tsx';

type Props = {
  base: string;
  /** What asks for the coach today, most urgent first. */
  asks: { urgency: Urgency; day: string }[];
  visit: { day: string; time: string; purpose: string } | null;
  next: { to: string; name: string; checks: Check[]; held: boolean; unticked: number } | null;
};

const pageFor: Record<Urgency, string> = {
  'visit-today': '/visit',
  'visit-overdue': '/visit',
  'follow-up-overdue': '/follow-ups',
  'limit-passed': '/move',
  'limit-near': '/move',
  silent: '/visit',
};

/** What comes: what asks for the coach today, the next visit, and what to settle before the next phase; what is ticked goes along to that page. */
export const NextStep = ({ base, asks, visit, next }: Props) => {
  const { t } = useWords();
  return (
    <section aria-labelledby="next" className="stack stack--tight">
      <h2 id="next">{t('placement.next')}</h2>
      {asks.map(({ urgency, day }) => (
        <p key={urgency + day} className="with-icon">
          <Icon name="triangle-alert" />
          <a href={`${base}${pageFor[urgency]}`}>{t(`placements.${urgency}`, { day })}</a>
        </p>
      ))}
      {visit ? (
        <p>
          <strong>
            {visit.day}
            {visit.time ? `, ${t('placement.hour', { time: visit.time })}` : ''}:
          </strong>{' '}
          {visit.purpose}
        </p>
      ) : null}
      {next ? (
        <form method="get" action={`${base}/move`} className="stack stack--tight">
          <input type="hidden" name="to" value={next.to} />
          <p>{thenWords(next, t)}</p>
          {next.checks.length > 0 ? (
            <div className="ticks">
              {next.checks.map((check) => (
                <label key={check}>
                  <input type="checkbox" name="check" value={check} />
                  <span>{t(`check.${check}`)}</span>
                </label>
              ))}
            </div>
          ) : null}
          {next.held ? (
            <div className="notice notice--highlight" id="held">
              <Icon name="lock" />
              <div>
                <p>{t('placement.held')}</p>
                <Waiting text={t('placement.waiting-host')} href={base} />
              </div>
            </div>
          ) : null}
          {next.unticked > 0 ? (
            <p className="with-icon small">
              <Icon name="info" />
              <span>{t('placement.unticked', { count: next.unticked })}</span>
            </p>
          ) : null}
          <p>
            <button className="button button--secondary" type="submit">
              {t(next.to === 'closed' ? 'move.to-closed' : 'placement.to-move')}
            </button>
          </p>
        </form>
      ) : null}
    </section>
  );
};

const thenWords = ({ to, name, checks }: NonNullable<Props['next']>, t: ReturnType<typeof useWords>['t']) => {
  if (checks.length > 0) return t('placement.before', { phase: name });
  return to === 'closed' ? t('placement.then-close') : t('placement.then', { phase: name });
};
