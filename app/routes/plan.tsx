import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EmptyHook } from '#app/components/empty-hook.tsx';
import { Band } from '#app/components/fields.tsx';
import { Icon } from '#app/components/icon.tsx';
import { PlanTable } from '#app/components/plan-table.tsx';
import { Proposals } from '#app/components/proposals.tsx';
import { useWords } from '#app/components/words.tsx';
import { answerProposal, createActions } from '#app/data/action.server.ts';
import { isOverdue, sortActions } from '#app/domain/action.ts';
import { brusselsDay, isStale, showDay } from '#app/domain/calendar.ts';
import { outsideFlanders } from '#app/domain/context.ts';
import { itemCode } from '#app/domain/progress.ts';
import { formats } from '#app/exports/formats.ts';
import { readState } from '#app/web/assessment-state.server.ts';
import { brandOf } from '#app/web/edition-brand.ts';
import { postedForm } from '#app/web/form.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { actionsFromRemedies, proposalsOf } from '#app/web/plan.server.ts';
import { instrumentsOf } from '#app/web/remedy-links.ts';
import { wayOf } from '#app/web/report.server.ts';
import { remediesOf } from '#app/web/result.server.ts';
import { allowed, requireVisit, type Visit } from '#app/web/visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'assessment', quick: true };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireVisit(args, 'read-plan');
  const state = await readState(visit);
  const { checklist, assessment, services, t, language } = visit;
  const today = brusselsDay(services.now());
  const actions = sortActions(state.actions, today);
  const way = wayOf(visit, state);
  const used = new Set([
    ...actions.flatMap((one) => (one.instrument ? [one.instrument] : [])),
    ...actions.flatMap((one) => checklist.remedies.find((remedy) => remedy.id === one.remedy)?.instruments ?? []),
  ]);
  return {
    title: titled(t, t('plan.title')),
    may: allowed(visit),
    edition: brandOf(visit),
    assessment: assessment.id,
    reopened: [...state.again]
      .filter(([, reason]) => reason === 'action-done')
      .map(([id]) => ({
        id,
        code: itemCode(state.sections, id),
        section: state.items.find((item) => item.id === id)?.dimension ?? '',
      })),
    to: way.kind === 'way' ? (checklist.levels.find((one) => one.number === way.to) ?? null) : null,
    steps: remediesOf(way),
    actions: actions.map((one) => ({
      id: one.id,
      title: one.title,
      owner: one.owner,
      due: one.due && showDay(language, one.due),
      status: one.status,
      overdue: isOverdue(one, today),
      note: visit.may('read-notes') ? one.note : '',
      instrument: checklist.instruments.find((instrument) => instrument.id === one.instrument)?.name ?? null,
      items: one.items.map((item) => itemCode(state.sections, item)).filter(Boolean),
    })),
    proposals: proposalsOf(visit, state),
    formats: formats.map(({ id, extension }) => ({ id, extension })),
    instruments: instrumentsOf(checklist, assessment.context, [...used]).map((one) => ({
      instrument: one,
      stale: isStale(one.checked, today),
    })),
    hidden: assessment.context.place === outsideFlanders,
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireVisit(args, 'plan');
  const form = await postedForm(args.request);
  const proposal = form.get('proposal');
  if (proposal) return answerOneProposal(visit, String(proposal), form.get('intent') === 'accept');
  const state = await readState(visit);
  const remedies = form.getAll('remedy').map(String);
  const actions = actionsFromRemedies(visit, state, remedies);
  if (actions.length > 0) await createActions(visit.services.store, visit.assessment.id, actions, visit.services.now());
  return redirect(`/${visit.language}/assessments/${visit.assessment.id}/plan`);
}

/** The owner takes a proposal into the plan, or declines it. */
async function answerOneProposal(visit: Visit, id: string, accepted: boolean) {
  const { services, assessment, language } = visit;
  const status = accepted ? 'todo' : 'dropped';
  const done = visit.may('settle') && (await answerProposal(services.store, assessment.id, id, status, services.now()));
  if (!done) throw new Response(null, { status: 404 });
  return redirect(`/${language}/assessments/${assessment.id}/plan`);
}

export default function Plan() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const base = `/${language}/assessments/${page.assessment}`;
  const late = page.actions.filter((one) => one.overdue);
  const mayPlan = page.may.includes('plan');
  const count = (status: string) => page.actions.filter((one) => one.status === status).length;
  return (
    <div className="wrap">
      <div className="title">
        {page.to ? <p className="kicker">{t('plan.kicker', { level: page.to.number, name: page.to.name })}</p> : null}
        <h1>{t('plan.title')}</h1>
        {page.actions.length > 0 ? (
          <p className="lead">
            {t('plan.lead', {
              count: page.actions.length,
              done: count('done'),
              doing: count('doing'),
              late: late.length,
            })}
          </p>
        ) : null}
      </div>
      {late.length > 0 ? (
        <div className="notice notice--highlight">
          <Icon name="calendar-check" />
          <div>
            <h2>{t('plan.first')}</h2>
            {late.map((one) => (
              <p key={one.id}>
                {t('plan.late', { title: one.title, day: one.due ?? '' })}{' '}
                {mayPlan ? <a href={`${base}/plan/${one.id}#due`}>{t('plan.new-date')}</a> : null}
              </p>
            ))}
          </div>
        </div>
      ) : null}
      {page.reopened.length > 0 && page.may.includes('answer') ? (
        <div className="notice notice--ok">
          <Icon name="refresh-cw" />
          <p className="numbered-links">
            {t('plan.reopened', { count: page.reopened.length })}{' '}
            {page.reopened.map((one) => (
              <span key={one.id}>
                <a href={`${base}/sections/${one.section}#${one.id}`}>{one.code}</a>{' '}
              </span>
            ))}
          </p>
        </div>
      ) : null}
      {page.proposals.length > 0 ? (
        <Proposals proposals={page.proposals} mayDecide={page.may.includes('settle')} />
      ) : null}
      {page.actions.length > 0 ? (
        <PlanTable actions={page.actions} base={base} mayPlan={mayPlan} />
      ) : (
        <EmptyHook title={t('plan.empty')}>
          <p className="small">
            {page.steps.length > 0 ? t('plan.empty-steps', { count: page.steps.length }) : t('plan.empty-own')}
          </p>
          {page.steps.length > 0 && mayPlan ? (
            <form method="post">
              {page.steps.map((id) => (
                <input key={id} type="hidden" name="remedy" value={id} />
              ))}
              <button className="button button--small" type="submit">
                {t('way.take-over', { count: page.steps.length })}
              </button>
            </form>
          ) : null}
        </EmptyHook>
      )}
      {page.may.includes('propose') ? (
        <p className="step-buttons no-print">
          <a className="button" href={`${base}/propose`}>
            <Icon name="plus" />
            {t('propose.title')}
          </a>
        </p>
      ) : null}
      {mayPlan ? (
        <p className="step-buttons no-print">
          <a className={page.actions.length > 0 ? 'button' : 'icon-link'} href={`${base}/plan/new`}>
            <Icon name="plus" />
            {t('plan.add')}
          </a>
        </p>
      ) : null}
      <Band title={t('plan.take-along')} intro={t('plan.take-along-intro')} id="take-along">
        <p className="exports">
          {page.formats.map((one) => (
            <a
              key={one.id}
              className="button button--secondary"
              href={`/files/${page.assessment}/today/report.${one.extension}?lang=${language}`}
            >
              <Icon name={icons[one.id]} />
              {t(`format.${one.id}`)}
            </a>
          ))}
        </p>
        {page.may.includes('read-notes') ? (
          <p className="small">
            <a href={`/files/${page.assessment}/today/report.pdf?lang=${language}&notes=no`}>
              {t('plan.without-notes')}
            </a>
          </p>
        ) : null}
      </Band>
      {page.instruments.length > 0 || page.hidden ? (
        <Band
          title={t('plan.support')}
          intro={page.hidden ? t('support.hidden') : t('plan.support-intro')}
          id="support"
        >
          <div className="support">
            {page.instruments.map((one) => (
              <div key={one.instrument.id} className="support-short">
                <h3>{one.instrument.name}</h3>
                <p>{one.instrument.summary}</p>
                <p>
                  <strong>{t('support.applies')}</strong> {one.instrument.applies}
                </p>
                <p className="tiny muted">
                  {t('support.checked', { day: showDay(language, one.instrument.checked) })}{' '}
                  {one.stale ? t('support.stale') : ''}
                </p>
                <p>
                  <a href={`/${language}/support#${one.instrument.id}`}>
                    {t('support.more')}
                    <span className="visually-hidden"> {one.instrument.name}</span>
                  </a>
                </p>
              </div>
            ))}
          </div>
        </Band>
      ) : null}
    </div>
  );
}

const icons = {
  pdf: 'printer',
  docx: 'file-text',
  xlsx: 'file-spreadsheet',
  ics: 'calendar',
  json: 'download',
} as const;
