import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ErrorSummary, SelectField, TextField, typedOr } from '#app/components/fields.tsx';
import { Icon } from '#app/components/icon.tsx';
import { useCheckedForm } from '#app/components/use-checked-form.ts';
import { useWords } from '#app/components/words.tsx';
import { createActions } from '#app/data/action.server.ts';
import { writeLog } from '#app/data/log.server.ts';
import { proposalInput } from '#app/domain/proposal-input.ts';
import { remediesFor } from '#app/domain/what-helps.ts';
import { readState } from '#app/web/assessment-state.server.ts';
import { brandOf } from '#app/web/edition-brand.ts';
import { readForm } from '#app/web/form.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { proposedAction } from '#app/web/plan.server.ts';
import { wayOf } from '#app/web/report.server.ts';
import { remediesOf } from '#app/web/result.server.ts';
import { allowed, requireVisit } from '#app/web/visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'assessment', hydrate: [] };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireVisit(args, 'propose');
  const state = await readState(visit);
  const taken = new Set([...state.actions, ...state.proposals].map((one) => one.remedy));
  const way = remediesOf(wayOf(visit, state));
  const useful = visit.checklist.remedies.filter(
    (remedy) =>
      !taken.has(remedy.id) && state.items.some((item) => remediesFor(item).some(({ id }) => id === remedy.id)),
  );
  return {
    title: titled(visit.t, visit.t('propose.title')),
    may: allowed(visit),
    edition: brandOf(visit),
    assessment: visit.assessment.id,
    // The steps of the shortest way first.
    remedies: [...useful]
      .sort((a, b) => Number(way.includes(b.id)) - Number(way.includes(a.id)))
      .map(({ id, title }) => ({ id, label: title })),
    chosen: new URL(args.request.url).searchParams.get('remedy') ?? '',
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireVisit(args, 'propose');
  const form = await readForm(args.request, proposalInput);
  if (!form.ok) return data(form, { status: 422 });
  const { services, assessment, language } = visit;
  const proposal = proposedAction(visit, await readState(visit), form.data);
  if (proposal.title) await createActions(services.store, assessment.id, [proposal], services.now());
  const line = { id: services.newId(), at: services.now(), who: visit.role, what: 'log.proposed', detail: {} };
  await writeLog(services.store, assessment.id, line);
  return redirect(`/${language}/assessments/${assessment.id}/plan`);
}

export default function Propose() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { register, errors, handlers } = useCheckedForm(proposalInput, failed?.errors);
  const plan = `/${language}/assessments/${page.assessment}/plan`;
  return (
    <div className="wrap">
      <p className="crumb">
        <a href={plan}>
          <Icon name="arrow-left" />
          {t('plan.title')}
        </a>
      </p>
      <div className="title">
        <h1>{t('propose.title')}</h1>
        <p className="lead">{t('propose.lead')}</p>
      </div>
      <form method="post" noValidate {...handlers}>
        <ErrorSummary errors={errors} labels={{ title: t('propose.own'), note: t('propose.note') }} />
        <SelectField
          name="remedy"
          label={t('propose.remedy')}
          options={[{ id: '', label: t('propose.none') }, ...page.remedies]}
          error={errors.remedy}
          value={typedOr(failed?.values, 'remedy', page.chosen)}
          register={register('remedy')}
        />
        <TextField
          name="title"
          label={t('propose.own')}
          optional
          error={errors.title}
          value={typedOr(failed?.values, 'title', '')}
          register={register('title')}
        />
        <TextField
          name="note"
          label={t('propose.note')}
          hint={t('item.no-names')}
          rows={3}
          optional
          error={errors.note}
          value={typedOr(failed?.values, 'note', '')}
          register={register('note')}
        />
        <div className="step-buttons">
          <button className="button" type="submit">
            {t('propose.submit')}
          </button>
          <a className="icon-link" href={plan}>
            {t('action.cancel')}
          </a>
        </div>
      </form>
    </div>
  );
}
