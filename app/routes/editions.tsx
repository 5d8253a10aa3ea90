import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Crumb } from '#app/components/crumb.tsx';
import { Band, ErrorSummary, SelectField, TextField, typedOr } from '#app/components/fields.tsx';
import { useCheckedForm } from '#app/components/use-checked-form.ts';
import { useWords } from '#app/components/words.tsx';
import { createEdition, listEditions } from '#app/data/edition.server.ts';
import { showDay } from '#app/domain/calendar.ts';
import { newEdition } from '#app/domain/edition-form.ts';
import { newEditionInput } from '#app/domain/edition-input.ts';
import { sayIn } from '#app/domain/edition-texts.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { requireFederation } from '#app/web/federation-visit.server.ts';
import { checkForm, failForm, postedForm, typedValues } from '#app/web/form.ts';
import { organisationPage } from '#app/web/organisation-page.server.ts';
import { logLine } from '#app/web/organisation-visit.server.ts';
import { titleMeta } from '#app/web/page.ts';
import { startableChecklists } from '#app/web/sector.ts';

export const meta = titleMeta;
export const handle = { nav: 'person', hydrate: ['edition-error.'] };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireFederation(args, 'make-edition');
  const { services, organisation, language, t } = visit;
  const [page, editions, checklists] = await Promise.all([
    organisationPage(visit, t('editions.title')),
    listEditions(services.store, organisation.id),
    startableChecklists(services, language),
  ]);
  const sectors = checklists.map(({ sector: id, name: label }) => ({ id, label }));
  return {
    ...page,
    sectors,
    editions: editions.map(({ id, slug, sector, draft, number, changedAt, withdrawnAt }) => ({
      id,
      slug,
      sector: sectors.find((one) => one.id === sector)?.label ?? '',
      name: sayIn(draft.name, language, draft.languages) || slug,
      number,
      changed: showDay(language, changedAt),
      withdrawn: withdrawnAt !== null,
    })),
  };
}

/** Makes one with an empty draft. */
export async function action(args: ActionFunctionArgs) {
  const visit = await requireFederation(args, 'make-edition');
  const { services, organisation, language } = visit;
  const values = typedValues(await postedForm(args.request));
  const form = checkForm(values, newEditionInput);
  if (!form.ok) return data(form, { status: 422 });
  const { name, slug, sector } = form.data;
  const id = services.newId();
  const edition = { id, organisationId: organisation.id, slug, sector, draft: newEdition(name, language) };
  const line = logLine(visit, 'edition-created', { name });
  const made = await createEdition(services.store, { ...edition, createdAt: services.now() }, line);
  if (made === 'taken') return data(failForm(values, 'slug', 'edition-error.slug-taken'), { status: 422 });
  return redirect(`/${language}/organisations/${organisation.id}/editions/${id}`);
}

export default function Editions() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const base = `/${language}/organisations/${page.id}`;
  return (
    <div className="wrap">
      <Crumb href={base} label={page.name} />
      <div className="title">
        <h1>{t('editions.title')}</h1>
        <p className="lead">{t('editions.lead')}</p>
      </div>
      <ul className="list" role="list">
        {page.editions.map((one) => (
          <li key={one.id}>
            <p>
              <a href={`${base}/editions/${one.id}`}>{one.name}</a>
              <span className="muted small block">
                {one.sector} · {one.number ? t('editions.version', { number: one.number }) : t('editions.draft-only')} ·{' '}
                {t('editions.changed', { day: one.changed })}
                {one.withdrawn ? ` · ${t('editions.withdrawn')}` : ''}
              </span>
            </p>
          </li>
        ))}
      </ul>
      <Band title={t('editions.new')} intro={t('editions.new-intro')} id="new">
        <NewEditionForm sectors={page.sectors} result={result} />
      </Band>
    </div>
  );
}

type NewProps = { sectors: { id: string; label: string }[]; result: FailedForm | undefined };

const NewEditionForm = ({ sectors, result }: NewProps) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(newEditionInput, result?.errors);
  const labels = { name: t('edition-field.name'), slug: t('edition-field.slug'), sector: t('edition-field.sector') };
  return (
    <form method="post" noValidate {...handlers}>
      <ErrorSummary errors={errors} labels={labels} />
      <TextField
        name="name"
        label={labels.name}
        hint={t('edition-hint.name')}
        error={errors.name}
        value={typedOr(result?.values, 'name', '')}
        register={register('name')}
      />
      <TextField
        name="slug"
        label={labels.slug}
        hint={t('edition-hint.slug')}
        error={errors.slug}
        value={typedOr(result?.values, 'slug', '')}
        register={register('slug')}
      />
      <SelectField
        name="sector"
        label={labels.sector}
        options={sectors}
        error={errors.sector}
        value={typedOr(result?.values, 'sector', sectors[0]?.id ?? '')}
        register={register('sector')}
      />
      <div className="step-buttons">
        <button className="button" type="submit">
          {t('editions.make')}
        </button>
      </div>
    </form>
  );
};
