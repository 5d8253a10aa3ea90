import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ContextForm } from '#app/components/context-form.tsx';
import { Crumb } from '#app/components/crumb.tsx';
import { Reassurance } from '#app/components/reassurance.tsx';
import { useWords } from '#app/components/words.tsx';
import { itemsFor } from '#app/domain/context.ts';
import { toContext } from '#app/domain/context-input.ts';
import { beginAssessment } from '#app/web/beginning.server.ts';
import { readContextForm } from '#app/web/context-form.ts';
import { requireOffered } from '#app/web/edition-entrance.server.ts';
import { requireLanguage } from '#app/web/language.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { readSession } from '#app/web/session.server.ts';
import { requireEmployer } from '#app/web/starting-for.server.ts';

export const meta = titleMeta;
export const handle = { hydrate: [] };

export async function loader(args: LoaderFunctionArgs) {
  const { services } = args.context;
  await requireEmployer(args);
  const language = requireLanguage(args.params);
  const { edition, name, context } = await requireOffered(services, args.params.slug, language);
  const t = services.translate[language];
  return { title: titled(t, t('start.title')), edition, sector: name, questions: context };
}

/** The self-scan runs in the version that is offered now, and remembers the campaign that led to it. */
export async function action(args: ActionFunctionArgs) {
  const { request, params } = args;
  const { services } = args.context;
  const language = requireLanguage(params);
  const employer = await requireEmployer(args);
  const checklist = await requireOffered(services, params.slug, language);
  const form = await readContextForm(request, checklist);
  if (!form.ok) return data(form, { status: 422 });
  const context = toContext(form.data);
  const campaigns = (await readSession(services, request)).get('campaigns') ?? {};
  const { id, headers } = await beginAssessment(services, request, {
    checklistRef: checklist.ref,
    editionVersionId: checklist.edition.versionId,
    campaignId: campaigns[checklist.edition.id] ?? null,
    language,
    context,
    label: form.data.label,
    ...employer,
  });
  const first = itemsFor(checklist, context)[0]?.dimension;
  return redirect(`/${language}/assessments/${id}/sections/${first}`, { headers });
}

const nothing = { subSector: '', size: '', place: '', targetJob: '', shifts: [], label: '' };

export default function EditionStart() {
  const { language, t } = useWords();
  const { edition, sector, questions } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="wrap">
      <Crumb href={`/${language}/editions/${edition.slug}`} label={edition.name} />
      <div className="title">
        <p className="kicker">{t('start.kicker', { sector })}</p>
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
