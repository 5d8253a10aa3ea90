import type { ReactNode } from 'react';
import type { Urgency } from '#app/domain/caseload.ts';
import type { Check } from '#app/domain/placement-moves.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { GuidanceForm, NoteForm, VisitForm } from './coach-record.tsx';
import { Folded } from './folded.tsx';
import type { ShownFollowUp } from './follow-ups.tsx';
import { Icon } from './icon.tsx';
import { NextStep } from './next-step.tsx';
import { PhaseLine, type ShownStep } from './phase-line.tsx';
import { AfterStart, Events, type ShownEvent, Waivers } from './placement-parts.tsx';
import { ThresholdForm } from './threshold-form.tsx';
import { type ShownThreshold, ThresholdLog } from './threshold-log.tsx';
import { useWords } from './words.tsx';

export type CoachPage = {
  code: string;
  placement: string;
  job: string;
  host: string;
  place: string;
  route: string;
  phases: ShownStep[];
  shared: boolean;
  assessment: string | null;
  erasedOn: string | null;
  withoutSelfScan: boolean;
  next: { to: string; name: string; checks: Check[]; held: boolean; unticked: number } | null;
  asks: { urgency: Urgency; day: string }[];
  waivers: { item: string; title: string; reason: string }[];
  thresholds: ShownThreshold[];
  items: { id: string; label: string }[];
  visits: { id: string; day: string; time: string; purpose: string; begun: boolean; late: boolean }[];
  notes: { id: string; text: string; day: string }[];
  guidance: { id: string; day: string; time: string; kind: string }[];
  total: string;
  needs: number;
  needsSharedOn: string | null;
  earlier: { id: string; code: string; mine: boolean } | null;
  followUps: ShownFollowUp[];
  history: ShownEvent[];
  closedOn: string | null;
  ending: { outcome: string; reason: string; note: string; erased: string; movedOn: boolean } | null;
  today: string;
};
type Failed = (intent: string) => FailedForm | undefined;

/** A placement as its coach works with it. */
export const CoachPlacement = ({ page, failed }: { page: CoachPage; failed: Failed }) => {
  const { language, t } = useWords();
  const base = `/${language}/placements/${page.placement}`;
  return (
    <div className="wrap">
      <p className="crumb">
        <a href={`/${language}/placements`}>
          <Icon name="arrow-left" />
          {t('placements.title')}
        </a>
      </p>
      <div className="title">
        <p className="kicker">{[page.host, page.place].filter(Boolean).join(' · ')}</p>
        <h1>{page.code}</h1>
        <p>
          {page.job} <span className="muted">· {page.route}</span>{' '}
          {page.withoutSelfScan ? <span className="tag tag--empty">{t('placement.no-self-scan')}</span> : null}
        </p>
      </div>
      {page.closedOn ? null : <NoteThreshold page={page} failed={failed} />}
      {page.ending ? <Ending page={page} base={base} /> : null}
      {page.closedOn ? null : <NextStep base={base} asks={page.asks} visit={page.visits[0] ?? null} next={page.next} />}
      <PhaseLine steps={page.phases} />
      <Ground page={page} />
      <div className="placement-floor placement-floor--noting">
        <div className="stack stack--wide">
          <section aria-labelledby="thresholds">
            <h2 id="thresholds">{t('threshold.title')}</h2>
            <Thresholds page={page} base={page.closedOn ? null : base} />
          </section>
        </div>
        <Around page={page} base={base} />
      </div>
      <AfterStart followUps={page.followUps} base={base} />
      <Waivers waivers={page.waivers} />
      <Visits page={page} failed={failed} />
      <OwnRecord page={page} failed={failed} />
      <Folded title={t('placement.history-count', { count: page.history.length })} id="history">
        <Events events={page.history} />
      </Folded>
    </div>
  );
};

/** One tap away, directly under the title: on the floor this is what a coach comes for. */
const NoteThreshold = ({ page, failed }: { page: CoachPage; failed: Failed }) => {
  const { t } = useWords();
  return (
    <details className="note-fold" id="note-threshold" open={Boolean(failed('threshold'))}>
      <summary className="button">
        <Icon name="plus" />
        {t('threshold.new')}
      </summary>
      <ThresholdForm items={page.items} result={failed('threshold')} title={t('threshold.new')} />
    </details>
  );
};

/** Those that are open; lowered ones are folded, unless two versions of one still wait for a choice. */
const Thresholds = ({ page: { thresholds }, base }: { page: CoachPage; base: string | null }) => {
  const { t } = useWords();
  const done = thresholds.filter(({ lowered, rival }) => lowered && !rival);
  return (
    <>
      {done.length > 0 && done.length === thresholds.length ? (
        <p className="muted">{t('placements.none-open')}</p>
      ) : (
        <ThresholdLog thresholds={thresholds.filter((one) => !done.includes(one))} base={base} />
      )}
      {done.length > 0 ? (
        <details className="disclosure">
          <summary>{t('threshold.show-lowered', { count: done.length })}</summary>
          <ThresholdLog thresholds={done} base={base} />
        </details>
      ) : null}
    </>
  );
};

/** What it rests on: answers that are shared, were never shared, or were erased. */
const Ground = ({ page }: { page: CoachPage }) => {
  const { language, t } = useWords();
  if (page.erasedOn) return <p className="small muted">{t('placement.erased-on', { day: page.erasedOn })}</p>;
  if (page.shared && page.assessment)
    return (
      <p className="small">
        <a href={`/${language}/assessments/${page.assessment}`}>{t('placement.to-self-scan')}</a>
      </p>
    );
  if (page.assessment) return <p className="small muted">{t('placement.share-ended')}</p>;
  return null;
};

const Ending = ({ page, base }: { page: CoachPage; base: string }) => {
  const { language, t } = useWords();
  const { closedOn, ending } = page;
  if (!ending) return null;
  return (
    <div className="notice">
      <Icon name="info" />
      <div>
        <h2>{t('placement.closed-on', { day: closedOn ?? '' })}</h2>
        <p>{[ending.outcome, ending.reason].filter(Boolean).join('. ')}</p>
        {ending.note ? <p>{ending.note}</p> : null}
        <p className="small">
          {t('placement.erase-day', { day: ending.erased })} <a href={`${base}/delete`}>{t('placement.erase-now')}</a>
        </p>
        {ending.movedOn ? (
          <p>
            <a className="button button--secondary" href={`/${language}/placements/new?previous=${page.placement}`}>
              {t('placement.new-host')}
            </a>
          </p>
        ) : null}
      </div>
    </div>
  );
};

const Visits = ({ page, failed }: { page: CoachPage; failed: Failed }) => {
  const { t } = useWords();
  if (page.closedOn) return null;
  return (
    <Folded
      title={t('visits.planned', { count: page.visits.length })}
      id="visits"
      open={page.visits.some(({ late }) => late) || Boolean(failed('visit'))}
    >
      {page.visits.length > 0 ? (
        <ul className="list" role="list">
          {page.visits.map((one) => (
            <li key={one.id} className="row row--apart">
              <span>
                <strong>
                  {one.day}
                  {one.time ? `, ${t('placement.hour', { time: one.time })}` : ''}
                </strong>{' '}
                {one.purpose}
              </span>
              {one.begun ? null : (
                <form method="post">
                  <input type="hidden" name="visit" value={one.id} />
                  <button
                    className="button button--secondary button--small"
                    type="submit"
                    name="intent"
                    value="remove-visit"
                  >
                    {t('visits.remove')}
                    <span className="visually-hidden"> {one.day}</span>
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">{t('visits.none')}</p>
      )}
      <details className="disclosure" open={Boolean(failed('visit'))}>
        <summary>{t('visits.new')}</summary>
        <div className="disclosure__body">
          <VisitForm result={failed('visit')} />
        </div>
      </details>
    </Folded>
  );
};

/** Every page that belongs to this placement. */
const Around = ({ page, base }: { page: CoachPage; base: string }) => {
  const { t } = useWords();
  const often = [
    ...(page.closedOn ? [] : [{ href: 'visit', text: t('visit.link'), more: '' }]),
    { href: 'tasks', text: t('tasks.link'), more: '' },
    ...(page.closedOn ? [] : [{ href: 'needs', text: t('needs.link'), more: needsStatus(page, t) }]),
    ...(page.closedOn ? [] : [{ href: 'move', text: t('move.link'), more: '' }]),
    { href: 'follow-ups', text: t('follow-up.link'), more: '' },
  ];
  const seldom = [
    { href: 'leaflet', text: t('leaflet.link'), more: t('leaflet.link-help') },
    { href: 'hand-over', text: t('placement-hand-over.link'), more: t('placement-hand-over.link-help') },
    { href: 'delete', text: t('erase.link'), more: t('erase.link-help') },
  ];
  return (
    <section aria-labelledby="around">
      <h2 id="around">{t('placement.around')}</h2>
      <LinkRows base={base} links={often} />
      <details className="disclosure">
        <summary>{t('placement.more-links', { count: seldom.length + (page.earlier ? 1 : 0) })}</summary>
        <LinkRows base={base} links={seldom}>
          {page.earlier ? (
            <li>
              {page.earlier.mine ? (
                <a href={base.replace(page.placement, page.earlier.id)}>
                  {t('placement.earlier', { code: page.earlier.code })}
                </a>
              ) : (
                t('placement.earlier', { code: page.earlier.code })
              )}
              <span className="muted small">{t('placement.earlier-help')}</span>
            </li>
          ) : null}
        </LinkRows>
      </details>
    </section>
  );
};

type LinkRowsProps = { base: string; links: { href: string; text: string; more: string }[]; children?: ReactNode };
const LinkRows = ({ base, links, children }: LinkRowsProps) => (
  <ul className="list link-rows" role="list">
    {links.map(({ href, text, more }) => (
      <li key={href}>
        <a href={`${base}/${href}`}>{text}</a>
        {more ? <span className="muted small">{more}</span> : null}
      </li>
    ))}
    {children}
  </ul>
);

const needsStatus = ({ needs, needsSharedOn }: CoachPage, t: ReturnType<typeof useWords>['t']) =>
  needsSharedOn
    ? t('needs.shared-on', { count: needs, day: needsSharedOn })
    : t(needs > 0 ? 'needs.only-you' : 'needs.none', { count: needs });

const OwnRecord = ({ page, failed }: { page: CoachPage; failed: Failed }) => {
  const { t } = useWords();
  return (
    <Folded
      title={t('notes.kept', { count: page.notes.length, time: page.total })}
      id="own"
      open={Boolean(failed('note') || failed('guidance'))}
    >
      <p className="small muted">{t('notes.intro')}</p>
      <ul className="list" role="list">
        {page.notes.map((one) => (
          <li key={one.id}>
            <span className="muted small">{one.day}</span>
            <p className="typed">{one.text}</p>
          </li>
        ))}
      </ul>
      {page.closedOn ? null : <NoteForm result={failed('note')} />}
      <h3>{t('guidance.title')}</h3>
      <p>{t('guidance.total', { time: page.total })}</p>
      {page.guidance.length > 0 ? (
        <details className="disclosure">
          <summary>{t('guidance.each')}</summary>
          <ul className="list small" role="list">
            {page.guidance.map((one) => (
              <li key={one.id} className="row row--apart">
                <span>
                  {one.day}, {one.kind}
                </span>
                <span>{t('placement.hour', { time: one.time })}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {page.closedOn ? null : (
        <details className="disclosure" open={Boolean(failed('guidance'))}>
          <summary>{t('guidance.new')}</summary>
          <div className="disclosure__body">
            <GuidanceForm result={failed('guidance')} today={page.today} />
          </div>
        </details>
      )}
    </Folded>
  );
};
