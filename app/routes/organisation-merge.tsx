import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ChoiceField } from '#app/components/fields.tsx';
import { useWords } from '#app/components/words.tsx';
import { mergeOrganisations } from '#app/data/organisation-merge.server.ts';
import { showDay } from '#app/domain/calendar.ts';
import { postedForm } from '#app/web/form.ts';
import { listMergeable } from '#app/web/mergeable.server.ts';
import { organisationPage } from '#app/web/organisation-page.server.ts';
import { logLine, requireOrganisation } from '#app/web/organisation-visit.server.ts';
import { titleMeta } from '#app/web/page.ts';

export const meta = titleMeta;
export const handle = { nav: 'person' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOrganisation(args, 'merge');
  const others = await listMergeable(visit);
  return {
    ...(await organisationPage(visit, visit.t('merge.title'))),
    others: others.map(({ id, name, createdAt }) => ({ id, name, since: showDay(visit.language, createdAt) })),
  };
}

/** Another organisation of the same owner and kind goes into this one; any other is not there. */
export async function action(args: ActionFunctionArgs) {
  const visit = await requireOrganisation(args, 'merge');
  const { services, organisation, person, language } = visit;
  const from = String((await postedForm(args.request)).get('other') ?? '');
  const merged = await mergeOrganisations(services.store, { from, into: organisation.id, owner: person.id }, (name) =>
    logLine(visit, 'merged', { name }),
  );
  if (!merged) throw new Response(null, { status: 404 });
  throw redirect(`/${language}/organisations/${organisation.id}`);
}

export default function Merge() {
  const { language, t } = useWords();
  const { id, name, others } = useLoaderData<typeof loader>();
  const back = `/${language}/organisations/${id}`;
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t('merge.title')}</h1>
        <p className="lead">{t('merge.lead', { name })}</p>
      </div>
      {others.length === 0 ? (
        <p>
          {t('merge.none')} <a href={back}>{name}</a>
        </p>
      ) : (
        <form method="post" className="sheet">
          <ChoiceField
            name="other"
            legend={t('merge.other')}
            options={others.map((one) => ({ id: one.id, label: one.name, help: t('merge.since', { day: one.since }) }))}
            narrow
            error={undefined}
            chosen={others.length === 1 ? [others[0]?.id ?? ''] : []}
            register={{ name: 'other' }}
          />
          <p>{t('merge.what', { name })}</p>
          <p>{t('delete.no-way-back')}</p>
          <p className="row">
            <button className="button" type="submit">
              {t('merge.yes')}
            </button>
            <a className="icon-link" href={back}>
              {t('merge.no')}
            </a>
          </p>
        </form>
      )}
    </div>
  );
}
