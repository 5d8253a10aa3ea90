import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Icon } from '#app/components/icon.tsx';
import { NewPlacementForm } from '#app/components/new-placement-form.tsx';
import { useWords } from '#app/components/words.tsx';
import { newPlacementInput } from '#app/domain/placement-input.ts';
import { coachingOf } from '#app/web/caseload.server.ts';
import { checkForm, failForm, postedForm, typedValues } from '#app/web/form.ts';
import { titleMeta } from '#app/web/page.ts';
import { requirePerson, type SignedIn } from '#app/web/person.server.ts';
import { personPage } from '#app/web/person-page.server.ts';
import { beginPlacement, earlierPlacement, sharedHosts } from '#app/web/placement-beginning.server.ts';
import { startableChecklists } from '#app/web/sector.ts';

export const meta = titleMeta;
export const handle = { nav: 'person', hydrate: ['placement-error.'] };

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requirePerson(args);
  const { title, menu, coaching } = await requireCoach(signedIn);
  const { services, language } = signedIn;
  const asked = new URL(args.request.url).searchParams;
  const previous = await earlierPlacement(signedIn, asked.get('previous') ?? '');
  const hosts = await sharedHosts(signedIn);
  const checklists = startableChecklists(services, language);
  return {
    title,
    menu,
    hosts: hosts.map(({ id, name, job }) => ({ id, name, job })),
    host: hosts.find(({ id }) => id === asked.get('host'))?.id ?? '',
    sectors: checklists.map(({ sector: id, name: label }) => ({ id, label })),
    organisations: coaching.map(({ organisation }) => ({ id: organisation.id, label: organisation.name })),
    previous: previous && { id: previous.id, code: previous.code },
  };
}

export async function action(args: ActionFunctionArgs) {
  const signedIn = await requirePerson(args);
  const { memberships } = await requireCoach(signedIn);
  const values = typedValues(await postedForm(args.request));
  const form = checkForm(values, newPlacementInput);
  if (!form.ok) return data(form, { status: 422 });
  const begun = await beginPlacement(signedIn, memberships, form.data);
  if ('message' in begun) return data(failForm(values, begun.field, begun.message), { status: 422 });
  return redirect(`/${signedIn.language}/placements/${begun.id}`);
}

/** Placements are begun from a coaching organisation; without one the list says how to get one. */
async function requireCoach(signedIn: SignedIn) {
  const page = await personPage(signedIn, signedIn.t('placements.new'));
  const coaching = coachingOf(page.memberships);
  if (coaching.length === 0) throw redirect(`/${signedIn.language}/placements`);
  return { ...page, coaching };
}

export default function NewPlacement() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="wrap">
      <p className="crumb">
        <a href={`/${language}/placements`}>
          <Icon name="arrow-left" />
          {t('placements.title')}
        </a>
      </p>
      <div className="title">
        <h1>{t('placements.new')}</h1>
        <p className="lead">{t('new-placement.lead')}</p>
        {page.previous ? <p>{t('new-placement.previous', { code: page.previous.code })}</p> : null}
      </div>
      <NewPlacementForm {...page} result={result} />
    </div>
  );
}
