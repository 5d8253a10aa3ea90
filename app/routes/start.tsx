import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ContextForm } from '#app/components/context-form.tsx';
import { Icon } from '#app/components/icon.tsx';
import { Reassurance } from '#app/components/reassurance.tsx';
import { useWords } from '#app/components/words.tsx';
import { itemsFor } from '#app/domain/context.ts';
import { toContext } from '#app/domain/context-input.ts';
import { beginAssessment } from '#app/web/beginning.server.ts';
import { readContextForm } from '#app/web/context-form.ts';
import { requireLanguage } from '#app/web/language.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { requireSector } from '#app/web/sector.ts';
import { requireEmployer } from '#app/web/starting-for.server.ts';

export const meta = titleMeta;
export const handle = { hydrate: [] };

export async function loader(args: LoaderFunctionArgs) {
  const { services } = args.context;
  await requireEmployer(args);
  const language = requireLanguage(args.params);
  const { sector, name, context } = await requireSector(services, args.params.sector, language);
  const t = services.translate[language];
  return { title: titled(t, t('start.title')), sector, name, questions: context };
}

export async function action(args: ActionFunctionArgs) {
  const { request, params } = args;
  const { services } = args.context;
  const language = requireLanguage(params);
  const employer = await requireEmployer(args);
  const checklist = await requireSector(services, params.sector, language);
  const form = await readContextForm(request, checklist);
  if (!form.ok) return data(form, { status: 422 });
  const context = toContext(form.data);
  const { id, headers } = await beginAssessment(services, request, {
    checklistRef: checklist.ref,
    language,
    context,
    label: form.data.label,
    ...employer,
  });
  const first = itemsFor(checklist, context)[0]?.dimension;
  return redirect(`/${language}/assessments/${id}/sections/${first}`, { headers });
}

const nothing = { subSector: '', size: '', place: '', targetJob: '', shifts: [], label: '' };

export default function Start() {
  const { language, t } = useWords();
  const { sector, name, questions } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="wrap">
      <p className="crumb">
        <a href={`/${language}/sectors/${sector}`}>
          <Icon name="arrow-left" />
          {t('start.back')}
        </a>
      </p>
      <div className="title">
        <p className="kicker">{t('start.kicker', { sector: name })}</p>
        <h1>{t('start.title')}</h1>
        <p className="lead">{t('start.lead')}</p>
      </div>
      <div className="with-aside">
        <ContextForm questions={questions} stored={nothing} result={result} submit={t('start.submit')} />
        <Reassurance />
      </div>
    </div>
  );
}
