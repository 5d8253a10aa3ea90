import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CoachShareForm } from '#app/components/coach-share-form.tsx';
import { Folded } from '#app/components/folded.tsx';
import { HandOverCard } from '#app/components/hand-over-card.tsx';
import { Icon } from '#app/components/icon.tsx';
import { ShareCard } from '#app/components/share-card.tsx';
import { Waiting } from '#app/components/waiting.tsx';
import { WhoSees } from '#app/components/who-sees.tsx';
import { useWords } from '#app/components/words.tsx';
import { type CoachShareLine, listCoachShares } from '#app/data/coach-share.server.ts';
import { showDay } from '#app/domain/calendar.ts';
import { shareEnd, shareMonths, shareState } from '#app/domain/coach-share.ts';
import { type AssessmentState, readState } from '#app/web/assessment-state.server.ts';
import { brandOf } from '#app/web/edition-brand.ts';
import { postedForm } from '#app/web/form.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { handedLink } from '#app/web/secret-link.server.ts';
import { sharingActions } from '#app/web/sharing.server.ts';
import { allowed, requireVisit, type Visit } from '#app/web/visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'assessment', hydrate: [] };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireVisit(args, 'share');
  const { services, assessment, language, t } = visit;
  const state = await readState(visit);
  const shares = await listCoachShares(services.store, assessment.id);
  const now = services.now();
  return {
    title: titled(t, t('sharing.title')),
    may: allowed(visit),
    edition: brandOf(visit),
    assessment: assessment.id,
    label: assessment.label,
    months: shareMonths.map((id) => ({ id, day: showDay(language, shareEnd(now, id)) })),
    shares: shares.map((one) => ({ ...shareLine(one, visit, state), state: shareState(one, now) })),
  };
}

function shareLine(share: CoachShareLine, { services, language }: Visit, state: AssessmentState) {
  const answers = state.answers.filter((one) => one.voice === 'job-coach' && one.author === share.personId);
  const answered = new Set(answers.filter((one) => one.value !== 'unanswered').map((one) => one.item));
  return {
    id: share.id,
    email: share.email,
    organisation: share.label,
    scope: share.scope ?? [],
    until: share.expiresAt && showDay(language, share.expiresAt),
    stopped: share.revokedAt && showDay(language, share.revokedAt),
    answered: state.items.filter((item) => answered.has(item.id)).length,
    total: state.items.length,
    link: handedLink(services, share, `/${language}/share`),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireVisit(args, 'share');
  const failed = await sharingActions(visit, await postedForm(args.request));
  if (failed) return data(failed, { status: 422 });
  return redirect(`/${visit.language}/assessments/${visit.assessment.id}/share`);
}

export default function Share() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const base = `/${language}/assessments/${page.assessment}`;
  const running = page.shares.filter((one) => one.state !== 'ended');
  const ended = page.shares.filter((one) => one.state === 'ended' && one.email);
  const offered = page.shares.find((one) => one.state === 'offered');
  const titleOf = ({ organisation }: { organisation: string }) =>
    organisation ? t('sharing.what-with', { who: organisation }) : t('sharing.what-link');
  return (
    <div className="wrap">
      <p className="crumb">
        <a href={`${base}/access`}>
          <Icon name="arrow-left" />
          {t('access.title')}
        </a>
      </p>
      <div className="title">
        {page.label ? <p className="kicker">{page.label}</p> : null}
        <h1>{t('sharing.title')}</h1>
        <p className="lead">{t('sharing.lead')}</p>
      </div>
      {running.filter((one) => one.state !== 'offered').length > 0 ? (
        <div className="stack share-notices">
          {running
            .filter((one) => one.state !== 'offered')
            .map((one) => (
              <ShareCard key={one.id} share={one} base={base} />
            ))}
        </div>
      ) : null}
      <div className="with-aside">
        <div className="stack stack--wide">
          {running.length === 1
            ? running.map((one) => <CoachShareForm key={one.id} share={one} months={page.months} result={failed} />)
            : running.map((one) => (
                <Folded key={one.id} title={titleOf(one)}>
                  <CoachShareForm share={one} months={page.months} result={failed} />
                </Folded>
              ))}
          {running.length === 0 ? (
            <CoachShareForm share={null} months={page.months} result={failed} />
          ) : offered ? null : (
            <Folded title={t('sharing.another')}>
              <CoachShareForm share={null} months={page.months} result={failed} />
            </Folded>
          )}
          <WhoSees />
          {ended.length > 0 ? (
            <section aria-labelledby="ended">
              <h2 id="ended">{t('sharing.ended')}</h2>
              <ul className="list" role="list">
                {ended.map((one) => (
                  <li key={one.id}>
                    {one.organisation} <span className="muted">{one.email}</span>{' '}
                    {t('sharing.ended-on', { day: one.stopped ?? one.until ?? '' })}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </div>
        {offered?.link ? (
          <HandOverCard title={t('sharing.give')} text={t('sharing.give-text')} link={offered.link}>
            <p className="small">{t('sharing.valid', { day: offered.until ?? '' })}</p>
            <Waiting text={t('sharing.waiting-opened')} href={`${base}/share`} />
            <form method="post" className="no-print">
              <input type="hidden" name="share" value={offered.id} />
              <button className="button button--secondary button--small" type="submit" name="intent" value="stop">
                {t('sharing.withdraw')}
              </button>
            </form>
          </HandOverCard>
        ) : (
          <aside className="reassurance" aria-labelledby="steps">
            <h2 id="steps">{t('sharing.steps')}</h2>
            <ol className="numbered">
              {(['give', 'open', 'confirm', 'compare'] as const).map((step) => (
                <li key={step}>{t(`sharing.step-${step}`)}</li>
              ))}
            </ol>
          </aside>
        )}
      </div>
    </div>
  );
}
