import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Band, ChoiceField, ErrorSummary, TextField, typedOr } from '#app/components/fields.tsx';
import { Icon } from '#app/components/icon.tsx';
import { useCheckedForm } from '#app/components/use-checked-form.ts';
import { useWords } from '#app/components/words.tsx';
import { createOrganisation } from '#app/data/organisation.server.ts';
import { organisationKinds } from '#app/domain/organisation.ts';
import { organisationInput } from '#app/domain/organisation-input.ts';
import { isAuthor } from '#app/web/cockpit.server.ts';
import { readForm } from '#app/web/form.ts';
import { logLine } from '#app/web/organisation-visit.server.ts';
import { titleMeta } from '#app/web/page.ts';
import { requirePerson } from '#app/web/person.server.ts';
import { personPage } from '#app/web/person-page.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'person', hydrate: [] };

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requirePerson(args);
  const { title, menu, memberships } = await personPage(signedIn, signedIn.t('organisations.title'));
  return {
    title,
    menu,
    isAuthor: await isAuthor(signedIn),
    organisations: memberships.map(({ organisation: { id, name, kind }, role }) => ({ id, name, kind, role })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { services, person, language } = await requirePerson(args);
  const form = await readForm(args.request, organisationInput);
  if (!form.ok) return data(form, { status: 422 });
  const { kind, name, label } = form.data;
  const organisation = { id: services.newId(), kind, name, demo: services.demo, createdAt: services.now() };
  const line = logLine({ services, person }, 'created');
  await createOrganisation(services.store, organisation, { personId: person.id, label }, line);
  throw redirect(`/${language}/organisations/${organisation.id}`);
}

export default function Organisations() {
  const { language, t } = useWords();
  const { organisations, isAuthor: author } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { register, errors, handlers } = useCheckedForm(organisationInput, failed?.errors);
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t('organisations.title')}</h1>
        <p className="lead">{t('organisations.lead')}</p>
      </div>
      {organisations.length > 0 ? (
        <ul className="list" role="list">
          {organisations.map((one) => (
            <li key={one.id} id={one.id}>
              <a href={`/${language}/organisations/${one.id}`}>{one.name}</a>{' '}
              <span className="muted">
                {t(`organisation-kind.${one.kind}`)}, {t(`organisation-role.${one.role}`)}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {author ? (
        <p>
          <a className="icon-link" href={`/${language}/cockpit`}>
            <Icon name="list-checks" />
            {t('cockpit.open')}
          </a>
        </p>
      ) : null}
      <Band title={t('organisations.new')} intro={t('organisations.new-intro')} id="new">
        <form method="post" noValidate {...handlers}>
          <ErrorSummary errors={errors} labels={{ name: t('organisations.name') }} />
          <ChoiceField
            name="kind"
            legend={t('organisations.kind')}
            options={organisationKinds.map((id) => ({
              id,
              label: t(`organisation-kind.${id}`),
              help: t(`organisation-kind.${id}-help`),
            }))}
            narrow
            error={errors.kind}
            chosen={[typedOr(failed?.values, 'kind', '')]}
            register={register('kind')}
          />
          <TextField
            name="name"
            label={t('organisations.name')}
            error={errors.name}
            value={typedOr(failed?.values, 'name', '')}
            register={register('name')}
          />
          <TextField
            name="label"
            label={t('organisations.label')}
            hint={t('organisations.label-hint')}
            optional
            error={errors.label}
            value={typedOr(failed?.values, 'label', '')}
            register={register('label')}
          />
          <div className="step-buttons">
            <button className="button" type="submit">
              {t('organisations.create')}
            </button>
          </div>
        </form>
      </Band>
    </div>
  );
}
