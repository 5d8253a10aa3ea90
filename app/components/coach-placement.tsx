import { CoachOwnRecord } from './coach-own-record.tsx';
import type { CoachPage, Failed } from './coach-page.ts';
import { Folded } from './folded.tsx';
import { Icon } from './icon.tsx';
import { NextStep } from './next-step.tsx';
import { PhaseLine } from './phase-line.tsx';
import { PlacementAround } from './placement-around.tsx';
import { AfterStart, Events, Waivers } from './placement-parts.tsx';
import { PlannedVisits } from './planned-visits.tsx';
import { NoteThresholdLink, ThresholdForm } from './threshold-form.tsx';
import { ThresholdLog } from './threshold-log.tsx';
import { useWords } from './words.tsx';

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
        <Ground page={page} />
        {page.closedOn ? null : <NoteThresholdLink />}
      </div>
      {page.ending ? <Ending page={page} base={base} /> : null}
      <div className="placement-desk">
        {page.closedOn ? null : (
          <NextStep base={base} asks={page.asks} visit={page.visits[0] ?? null} next={page.next} />
        )}
        <PhaseLine steps={page.phases} />
        <section aria-labelledby="thresholds" className="placement-desk__met">
          <h2 id="thresholds">{t('threshold.title')}</h2>
          <Thresholds page={page} base={page.closedOn ? null : base} />
        </section>
        <div className="placement-desk__beside">
          {page.closedOn ? null : (
            <ThresholdForm items={page.items} result={failed('threshold')} title={t('threshold.new')} heading />
          )}
          <PlacementAround page={page} base={base} />
        </div>
      </div>
      <AfterStart followUps={page.followUps} base={base} />
      <Waivers waivers={page.waivers} />
      <PlannedVisits page={page} failed={failed} />
      <CoachOwnRecord page={page} failed={failed} />
      <Folded title={t('placement.history-count', { count: page.history.length })} id="history">
        <Events events={page.history} />
      </Folded>
    </div>
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
