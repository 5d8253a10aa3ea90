import { Band } from './fields.tsx';
import { FollowUps, type ShownFollowUp } from './follow-ups.tsx';
import { useWords } from './words.tsx';

export type ShownEvent = { id: string; when: string; text: string; by: string };

/** The follow-ups after the first contract day: months that wait for somebody, and folded those that do not. */
export const AfterStart = ({ followUps, base }: { followUps: ShownFollowUp[]; base: string }) => {
  const { t } = useWords();
  if (followUps.length === 0) return null;
  const asking = new Set(followUps.filter(isAsked).map(({ month }) => month));
  const open = followUps.filter(({ month }) => asking.has(month));
  const rest = followUps.filter(({ month }) => !asking.has(month));
  return (
    <Band title={t('placement.after-start')} intro={t('placement.after-start-intro')} id="after-start">
      {open.length > 0 ? <FollowUps followUps={open} base={`${base}/follow-ups`} level={3} /> : null}
      {rest.length > 0 ? (
        <details className="disclosure">
          <summary>{t('placement.other-follow-ups', { count: new Set(rest.map(({ month }) => month)).size })}</summary>
          <FollowUps followUps={rest} base={`${base}/follow-ups`} level={3} />
        </details>
      ) : null}
    </Band>
  );
};

const isAsked = ({ state }: ShownFollowUp) => state !== 'done' && state !== 'not-due';

/** With which unmet items the workplace lets the stage start, and why. */
export const Waivers = ({ waivers }: { waivers: { item: string; title: string; reason: string }[] }) => {
  const { t } = useWords();
  if (waivers.length === 0) return null;
  return (
    <Band title={t('hold.waived')} intro={t('hold.waived-intro')} id="waived">
      <ul className="list" role="list">
        {waivers.map(({ item, title, reason }) => (
          <li key={item}>
            <strong>{title}</strong>
            <p className="typed">{reason}</p>
          </li>
        ))}
      </ul>
    </Band>
  );
};

/** That a duty stands in the law, and where. */
export const Legal = ({ article }: { article: string | null }) => {
  const { t } = useWords();
  if (article === null) return null;
  return (
    <>
      <span className="tag tag--empty">{t('hold.is-legal')}</span>
      <small className="muted legal-article">{article}</small>
    </>
  );
};

const shownAtFirst = 5;

/** What happened, newest first. */
export const History = ({ events }: { events: ShownEvent[] }) => {
  const { t } = useWords();
  return (
    <Band title={t('placement.history')} id="history">
      <Events events={events.slice(0, shownAtFirst)} />
      {events.length > shownAtFirst ? (
        <details className="disclosure">
          <summary>{t('placement.older', { count: events.length - shownAtFirst })}</summary>
          <Events events={events.slice(shownAtFirst)} />
        </details>
      ) : null}
    </Band>
  );
};

/** Lines of what happened. */
export const Events = ({ events }: { events: ShownEvent[] }) => (
  <ul className="list small" role="list">
    {events.map(({ id, when, text, by }) => (
      <li key={id}>
        <span className="muted">
          {when}, {by}
        </span>{' '}
        {text}
      </li>
    ))}
  </ul>
);
