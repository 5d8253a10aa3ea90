import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EmptyHook } from '#app/components/empty-hook.tsx';
import { Band } from '#app/components/fields.tsx';
import { Icon } from '#app/components/icon.tsx';
import { Waiting } from '#app/components/waiting.tsx';
import { useWords } from '#app/components/words.tsx';
import { listStartedBy, type StoredAssessment } from '#app/data/assessment.server.ts';
import { listSharesOf, type OwnShare } from '#app/data/coach-share.server.ts';
import { addDays, brusselsDay, showDay } from '#app/domain/calendar.ts';
import { shareState } from '#app/domain/coach-share.ts';
import { takeOverDays } from '#app/domain/retention.ts';
import { titleMeta } from '#app/web/page.ts';
import { requirePerson, type SignedIn } from '#app/web/person.server.ts';
import { personPage } from '#app/web/person-page.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'person', quick: true };

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requirePerson(args);
  const { services, person, t } = signedIn;
  const { title, menu } = await personPage(signedIn, t('shared.title'));
  const [shares, started] = await Promise.all([
    listSharesOf(services.store, person.id),
    listStartedBy(services.store, person.id),
  ]);
  const lines = await Promise.all(shares.map((one) => shareLine(one, signedIn)));
  return {
    title,
    menu,
    waiting: lines.filter((one) => one.state === 'waiting'),
    open: lines.filter((one) => one.state === 'open'),
    ended: lines.filter((one) => one.state === 'ended' && one.wasOpen),
    started: await Promise.all(started.map((one) => startedLine(one, signedIn))),
  };
}

/** Only an open share says whose workplace it is: before and afterwards nothing of the employer is the coach's. */
async function shareLine(share: OwnShare, signedIn: SignedIn) {
  const { services, language } = signedIn;
  const state = shareState(share, services.now());
  const open = state === 'open';
  return {
    id: share.id,
    state,
    wasOpen: share.confirmedAt !== null,
    assessment: open ? share.assessmentId : '',
    sector: state === 'waiting' ? '' : await nameOf(share.checklistRef, signedIn),
    label: open ? share.assessmentLabel : '',
    scope: open ? (share.scope ?? []) : [],
    since: share.boundAt && showDay(language, share.boundAt),
    until: share.expiresAt && showDay(language, share.expiresAt),
    ended: showDay(language, share.revokedAt ?? share.expiresAt ?? services.now()),
  };
}

const startedLine = async (assessment: StoredAssessment, signedIn: SignedIn) => ({
  id: assessment.id,
  sector: await nameOf(assessment.checklistRef, signedIn),
  label: assessment.label,
  since: showDay(signedIn.language, assessment.createdAt),
  until: showDay(signedIn.language, addDays(brusselsDay(assessment.createdAt), takeOverDays)),
});

const nameOf = async (ref: string, { services, language }: SignedIn) =>
  (await services.findChecklist(ref, language))?.name ?? '';

export default function Shared() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const nothing = page.waiting.length + page.open.length + page.ended.length === 0;
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t('shared.title')}</h1>
        <p className="lead">{t('shared.lead')}</p>
      </div>
      {nothing ? (
        <EmptyHook title={t('shared.none')}>
          <p className="small">{t('shared.none-text')}</p>
        </EmptyHook>
      ) : null}
      {page.waiting.length > 0 ? (
        <Band title={t('shared.waiting')} intro={t('shared.waiting-intro')} id="waiting">
          <ul className="list" role="list">
            {page.waiting.map((one) => (
              <li key={one.id}>{t('shared.waiting-line', { since: one.since ?? '', until: one.until ?? '' })}</li>
            ))}
          </ul>
          <Waiting text={t('shared.waiting-for')} href={`/${language}/shared`} />
        </Band>
      ) : null}
      {page.open.length > 0 ? (
        <Band title={t('shared.open')} intro={t('shared.open-intro')} id="open">
          <ul className="list" role="list">
            {page.open.map((one) => (
              <li key={one.id} className="stack stack--tight">
                <p>
                  <a href={`/${language}/assessments/${one.assessment}`}>
                    {[one.sector, one.label].filter(Boolean).join(' · ')}
                  </a>
                </p>
                <p className="small muted">
                  {[
                    t('shared.until', { day: one.until ?? '' }),
                    t('shared.with-answers'),
                    ...one.scope.map((scope) => t(`shared.with-${scope}`)),
                  ].join(' · ')}
                </p>
                <p>
                  <a
                    className="button button--secondary button--small"
                    href={`/${language}/placements/new?host=${one.assessment}`}
                  >
                    {t('shared.begin')}
                    <span className="visually-hidden">: {one.label || one.sector}</span>
                  </a>
                </p>
              </li>
            ))}
          </ul>
        </Band>
      ) : null}
      <Band title={t('shared.started')} intro={t('shared.started-intro', { days: takeOverDays })} id="started">
        {page.started.length > 0 ? (
          <ul className="list" role="list">
            {page.started.map((one) => (
              <li key={one.id} className="stack stack--tight">
                <p>
                  <a href={`/${language}/assessments/${one.id}`}>
                    {[one.sector, one.label].filter(Boolean).join(' · ')}
                  </a>
                </p>
                <p className="small muted">{t('shared.started-line', { since: one.since, until: one.until })}</p>
                <p>
                  <a
                    className="button button--secondary button--small"
                    href={`/${language}/assessments/${one.id}/hand-over`}
                  >
                    {t('shared.hand-over')}
                    <span className="visually-hidden"> {one.label}</span>
                  </a>
                </p>
              </li>
            ))}
            <li>
              <Waiting text={t('shared.started-waiting')} href={`/${language}/shared`} />
            </li>
          </ul>
        ) : null}
        <p className="step-buttons">
          <a className="icon-link" href={`/${language}/shared/start`}>
            <Icon name="plus" />
            {t('shared.start')}
          </a>
        </p>
      </Band>
      {page.ended.length > 0 ? (
        <Band title={t('shared.ended')} intro={t('shared.ended-intro')} id="over">
          <ul className="list" role="list">
            {page.ended.map((one) => (
              <li key={one.id}>
                <a href={`/${language}/shared/${one.id}`}>{t('shared.own', { sector: one.sector, day: one.ended })}</a>
              </li>
            ))}
          </ul>
        </Band>
      ) : null}
    </div>
  );
}
