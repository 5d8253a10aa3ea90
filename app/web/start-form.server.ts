import { data, redirect } from '@remix-run/node';
import type { Checklist } from '#app/domain/checklist.ts';
import { itemsFor } from '#app/domain/context.ts';
import { toContext } from '#app/domain/context-input.ts';
import { type Beginning, beginAssessment } from './beginning.server.ts';
import { readContextForm } from './context-form.ts';
import type { Services } from './services.ts';
import { requireEmployer } from './starting-for.server.ts';

type Asked = { request: Request; params: { lang?: string }; context: { services: Services } };

/** Starts a self-scan with the answers to the context questions and leads to its first section; or the form again, 422. */
export async function startFromForm(
  args: Asked,
  checklist: Checklist,
  edition: Pick<Beginning, 'editionVersionId' | 'campaignId'> = {},
) {
  const { language } = checklist;
  const employer = await requireEmployer(args);
  const form = await readContextForm(args.request, checklist);
  if (!form.ok) return data(form, { status: 422 });
  const context = toContext(form.data);
  const { id, headers } = await beginAssessment(args.context.services, args.request, {
    ...{ checklistRef: checklist.ref, language, context, label: form.data.label },
    ...edition,
    ...employer,
  });
  const first = itemsFor(checklist, context)[0]?.dimension;
  return redirect(`/${language}/assessments/${id}/sections/${first}`, { headers });
}
