import { Band } from './fields.tsx';
import { FollowUps, type ShownFollowUp } from './follow-ups.tsx';
import { Icon } from './icon.tsx';
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

/** An item that holds a step; `legal` is what the law says of it, null where no law does. */
export type Duty = { id: string; title: string; legal: string | null };

/** What holds a step, at a glance; which of it is the law, and folded what the law says. */
export const Duties = ({ duties, linkOf }: { duties: Duty[]; linkOf?: (id: string) => string }) => {
  const { t } = useWords();
  return (
    <>
      <ul className="list" role="list">
        {duties.map(({ id, title, legal }) => (
          <li key={id}>
            {linkOf ? <a href={linkOf(id)}>{title}</a> : title}{' '}
            {legal === null ? null : <span className="tag tag--empty">{t('hold.is-legal')}</span>}
          </li>
        ))}
      </ul>
      <LegalTexts duties={duties} />
    </>
  );
};

const LegalTexts = ({ duties }: { duties: Duty[] }) => {
  const { t } = useWords();
  const legal = duties.filter((one) => one.legal !== null);
  if (legal.length === 0) return null;
  return (
    <details className="disclosure">
      <summary>
        {t('hold.law-says')}
        <Icon name="chevron-down" />
      </summary>
      <dl className="disclosure__body legal-texts">
        {legal.map(({ id, title, legal: text }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
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
