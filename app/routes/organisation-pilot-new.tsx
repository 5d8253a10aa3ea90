import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Crumb } from '#app/components/crumb.tsx';
import { PilotAboutForm } from '#app/components/pilot-about-form.tsx';
import { useWords } from '#app/components/words.tsx';
import { newPilotInput } from '#app/domain/pilot-input.ts';
import { checkForm, failForm, postedForm, typedValues } from '#app/web/form.ts';
import { organisationPage } from '#app/web/organisation-page.server.ts';
import { requireOrganisation } from '#app/web/organisation-visit.server.ts';
import { titleMeta } from '#app/web/page.ts';
import { beginPilot } from '#app/web/pilot-beginning.server.ts';
import { findSource, listSources } from '#app/web/pilot-library.server.ts';
import { sectorChoices } from '#app/web/pilot-page.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'person', hydrate: ['pilot-error.'] };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOrganisation(args, 'lead-pilot');
  const from = new URL(args.request.url).searchParams.get('from') ?? '';
  const source = from ? await findSource(visit, from) : null;
  return {
    ...(await organisationPage(visit, visit.t('organisation-pilots.new'))),
    sectors: sectorChoices(visit),
    sources: await listSources(visit),
    chosen: source?.id ?? '',
    value: {
      ...{ title: '', sector: '', startsOn: '', endsOn: '' },
      setting: source?.setting ?? '',
      question: source?.question ?? '',
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireOrganisation(args, 'lead-pilot');
  const values = typedValues(await postedForm(args.request));
  const form = checkForm(values, newPilotInput);
  if (!form.ok) return data(form, { status: 422 });
  const id = await beginPilot(visit, form.data);
  if (!id) return data(failForm(values, 'from', 'error.option'), { status: 422 });
  return redirect(`/${visit.language}/organisations/${visit.organisation.id}/pilots/${id}`);
}

export default function NewPilot() {
  const { language, t } = useWords();
  const { id, sectors, sources, chosen, value } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="wrap">
      <Crumb href={`/${language}/organisations/${id}/pilots`} label={t('organisation-pilots.title')} />
      <div className="title">
        <h1>{t('organisation-pilots.new')}</h1>
        <p className="lead">{t('pilot.new-lead')}</p>
      </div>
      <PilotAboutForm sectors={sectors} value={value} result={result} from={{ sources, chosen }} />
    </div>
  );
}
