import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DifferenceCard } from '#app/components/difference-card.tsx';
import { EmptyHook } from '#app/components/empty-hook.tsx';
import { Band } from '#app/components/fields.tsx';
import { Icon } from '#app/components/icon.tsx';
import { useWords } from '#app/components/words.tsx';
import { WorkerCountsLine } from '#app/components/worker-counts.tsx';
import { agreeInput } from '#app/domain/agree-input.ts';
import { answerAs } from '#app/web/answering.server.ts';
import { openAnswersOf, readState } from '#app/web/assessment-state.server.ts';
import { comparison } from '#app/web/comparing.server.ts';
import { brandOf } from '#app/web/edition-brand.ts';
import { readForm } from '#app/web/form.ts';
import { looksApart } from '#app/web/own-view.server.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { allowed, requireVisit } from '#app/web/visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'assessment', quick: true };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireVisit(args, 'compare');
  const { t, assessment } = visit;
  return {
    title: titled(t, t('compare.title')),
    may: allowed(visit),
    edition: brandOf(visit),
    assessment: assessment.id,
    apart: looksApart(visit),
    ...(await comparison(visit, await readState(visit))),
  };
}

/** The owner decides for one answer; what each voice said stays. */
export async function action(args: ActionFunctionArgs) {
  const visit = await requireVisit(args, 'settle');
  const form = await readForm(args.request, agreeInput);
  const page = `/${visit.language}/assessments/${visit.assessment.id}/compare`;
  if (!form.ok) return redirect(page);
  const open = openAnswersOf((await readState(visit)).answers, form.data.item);
  const settled = { id: visit.services.newId(), reasonId: null, reasonText: '', note: '', proof: '' };
  await answerAs(visit, { ...settled, ...form.data, base: open.map((one) => one.id).slice(0, 20) }, 'agreed');
  return redirect(page);
}

export default function Compare() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const base = `/${language}/assessments/${page.assessment}`;
  const open = page.differences.length;
  return (
    <div className="wrap">
      <p className="crumb">
        <a href={page.may.includes('share') ? `${base}/share` : base}>
          <Icon name="arrow-left" />
          {page.may.includes('share') ? t('sharing.title') : t('site.overview')}
        </a>
      </p>
      <div className="title">
        <h1>{t('compare.title')}</h1>
        {page.total > 0 ? (
          <p className="lead">
            {t('compare.same', { same: page.agreeing, total: page.total })}{' '}
            {open > 0 ? t('compare.talk', { count: open }) : t('compare.no-talk')}
          </p>
        ) : null}
      </div>
      {page.total === 0 ? (
        <EmptyHook title={t('compare.none')}>
          <p className="small">{page.apart ? t('compare.none-coach') : t('compare.none-text')}</p>
          {page.may.includes('share') ? (
            <a className="button button--small" href={`${base}/share`}>
              {t('sharing.title')}
            </a>
          ) : null}
        </EmptyHook>
      ) : null}
      <ol className="differences" role="list">
        {page.differences.map((one) => (
          <DifferenceCard key={one.id} difference={one} maySettle={page.may.includes('settle')} />
        ))}
      </ol>
      {page.settled.length > 0 ? (
        <Band title={t('compare.settled')} intro={t('compare.settled-intro')} id="settled">
          <ul className="list" role="list">
            {page.settled.map((one) => (
              <li key={one.id}>
                {one.code} {one.title} {one.askedBy ? `(${one.askedBy}) ` : ''}
                <strong>{t(`answer.${one.settled}`)}</strong>{' '}
                <span className="muted small">
                  {one.says.map((said) => `${t(`voice.${said.voice}`)}: ${t(`answer.${said.value}`)}`).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </Band>
      ) : null}
      {page.agreed.length > 0 ? (
        <details className="disclosure">
          <summary>
            <span className="chevron">
              <Icon name="chevron-down" />
            </span>
            {t('compare.show-same', { count: page.agreed.length })}
          </summary>
          <ul className="list disclosure__body" role="list">
            {page.agreed.map((one) => (
              <li key={one.id}>
                {one.code} {one.title} <strong>{t(`answer.${one.value}`)}</strong>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {page.topics.length > 0 ? (
        <Band title={t('result.contradictions')} intro={t('result.contradictions-intro')} id="contradictions">
          <ul className="list" role="list">
            {page.topics.map((one) => (
              <li key={one.id}>{one.topic}</li>
            ))}
          </ul>
        </Band>
      ) : null}
      {page.heard && page.heard.length > 0 ? (
        <Band title={t('floor.title')} intro={t('floor.heard-intro')} id="workers">
          <div className="stack">
            {page.heard.map((one) => (
              <WorkerCountsLine key={one.id} question={one.question} counts={one.counts} />
            ))}
          </div>
        </Band>
      ) : null}
      <div className="notice">
        <Icon name="info" />
        <p>{t('compare.normal')}</p>
      </div>
    </div>
  );
}
