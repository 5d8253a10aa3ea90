import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ActionForm } from '#app/components/action-form.tsx';
import { Icon } from '#app/components/icon.tsx';
import { useWords } from '#app/components/words.tsx';
import { createActions, findAction, saveAction } from '#app/data/action.server.ts';
import { type AcceptedAction, isAccepted } from '#app/domain/action.ts';
import { actionInput } from '#app/domain/action-input.ts';
import { showDay } from '#app/domain/calendar.ts';
import { itemCode } from '#app/domain/progress.ts';
import { readState } from '#app/web/assessment-state.server.ts';
import { brandOf } from '#app/web/edition-brand.ts';
import { readForm } from '#app/web/form.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { actionNow, changedAction, ownAction } from '#app/web/plan.server.ts';
import { instrumentsOf } from '#app/web/remedy-links.ts';
import { allowed, requireVisit, type Visit } from '#app/web/visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'assessment', hydrate: [] };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireVisit(args, 'plan');
  const state = await readState(visit);
  const action = actionNow(visit, await requireAction(visit, args.params.action));
  const { t, checklist, assessment, services } = visit;
  return {
    title: titled(t, action.title || t('plan.add')),
    may: allowed(visit),
    edition: brandOf(visit),
    assessment: assessment.id,
    action,
    isNew: args.params.action === 'new',
    today: showDay(visit.language, services.now()),
    remedy: checklist.remedies.find((one) => one.id === action.remedy) ?? null,
    items: state.items.map((item) => ({ id: item.id, label: `${itemCode(state.sections, item.id)} ${item.title}` })),
    instruments: instrumentsOf(
      checklist,
      assessment.context,
      checklist.instruments.map((one) => one.id),
    ).map((one) => ({ id: one.id, label: one.name })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireVisit(args, 'plan');
  const { services, assessment, language } = visit;
  const form = await readForm(args.request, actionInput, ['items']);
  if (!form.ok) return data(form, { status: 422 });
  const state = await readState(visit);
  const changed = changedAction(visit, state, await requireAction(visit, args.params.action), form.data);
  if (args.params.action === 'new') await createActions(services.store, assessment.id, [changed], services.now());
  else await saveAction(services.store, assessment.id, changed, services.now());
  return redirect(`/${language}/assessments/${assessment.id}/plan`);
}

async function requireAction({ services, assessment }: Visit, id: string | undefined): Promise<AcceptedAction> {
  if (id === 'new') return ownAction(services.newId());
  const action = await findAction(services.store, assessment.id, id ?? '');
  if (!action || !isAccepted(action)) throw new Response(null, { status: 404 });
  return action;
}

export default function ActionPage() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
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
        <h1>{page.isNew ? t('plan.add') : page.action.title}</h1>
        {page.remedy ? <p className="lead">{page.remedy.week}</p> : null}
      </div>
      <ActionForm
        action={page.action}
        today={page.today}
        items={page.items}
        instruments={page.instruments}
        result={result}
        cancelUrl={plan}
      />
    </div>
  );
}
