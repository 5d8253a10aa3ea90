import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ContextForm } from '#app/components/context-form.tsx';
import { useWords } from '#app/components/words.tsx';
import { saveContext } from '#app/data/assessment.server.ts';
import { toContext } from '#app/domain/context-input.ts';
import { readContextForm } from '#app/web/context-form.ts';
import { brandOf } from '#app/web/edition-brand.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { allowed, requireVisit } from '#app/web/visit.server.ts';

export const meta = titleMeta;
export const handle = { hydrate: [], nav: 'assessment' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireVisit(args, 'change-context');
  const { assessment, checklist, t } = visit;
  return {
    title: titled(t, t('context.title')),
    may: allowed(visit),
    edition: brandOf(visit),
    questions: checklist.context,
    stored: { ...assessment.context, label: assessment.label },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { services, assessment, checklist, language } = await requireVisit(args, 'change-context');
  const form = await readContextForm(args.request, checklist);
  if (!form.ok) return data(form, { status: 422 });
  await saveContext(services.store, assessment.id, toContext(form.data), form.data.label, services.now());
  return redirect(`/${language}/assessments/${assessment.id}`);
}

export default function ChangeContext() {
  const { t } = useWords();
  const { questions, stored } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t('context.title')}</h1>
        <p className="lead">{t('context.lead')}</p>
      </div>
      <ContextForm questions={questions} stored={stored} result={result} submit={t('context.submit')} />
    </div>
  );
}
