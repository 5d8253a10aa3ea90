import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Band, ErrorSummary, TextField, typedOr } from '#app/components/fields.tsx';
import { Icon } from '#app/components/icon.tsx';
import { useCheckedForm } from '#app/components/use-checked-form.ts';
import { useWords } from '#app/components/words.tsx';
import { WorkplaceTable } from '#app/components/workplace-table.tsx';
import { renameOrganisation } from '#app/data/organisation.server.ts';
import { canInFederation, type FederationPermission, federationPermissions } from '#app/domain/access.ts';
import { renameInput } from '#app/domain/organisation-input.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { readForm } from '#app/web/form.ts';
import { organisationPage, readOrganisation } from '#app/web/organisation-page.server.ts';
import { logLine, requireOrganisation } from '#app/web/organisation-visit.server.ts';
import { titleMeta } from '#app/web/page.ts';

export const meta = titleMeta;
export const handle = { nav: 'person', hydrate: [] };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOrganisation(args, 'see');
  const page = await organisationPage(visit, visit.t(`organisation-kind.${visit.organisation.kind}`));
  return {
    ...page,
    ...(await readOrganisation(visit, args.request)),
    mayFederation: federationPermissions.filter(
      (one) => page.kind === 'federation' && canInFederation(visit.role, one),
    ) as FederationPermission[],
  };
}

/** Renames it. */
export async function action(args: ActionFunctionArgs) {
  const visit = await requireOrganisation(args, 'rename');
  const form = await readForm(args.request, renameInput);
  if (!form.ok) return data(form, { status: 422 });
  const { services, organisation, language } = visit;
  const line = logLine(visit, 'renamed', { from: organisation.name, to: form.data.name });
  if (form.data.name !== organisation.name)
    await renameOrganisation(services.store, organisation.id, form.data.name, line);
  throw redirect(`/${language}/organisations/${organisation.id}`);
}

export default function OrganisationPage() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const may = (permission: string) => (page.mayThere as string[]).includes(permission);
  const base = `/${language}/organisations/${page.id}`;
  return (
    <div className="wrap">
      <div className="title">
        <p className="kicker">{t(`organisation-kind.${page.kind}`)}</p>
        <h1>{page.name}</h1>
        <p className="lead">{t(`organisation.lead-${page.kind}`)}</p>
      </div>
      {page.kind === 'employer' ? (
        <Workplaces workplaces={page.workplaces} sectors={may('add-workplace') ? page.sectors : []} id={page.id} />
      ) : null}
      {page.kind === 'federation' ? <FederationBand base={base} may={page.mayFederation} /> : null}
      {page.mayFederation.includes('make-edition') ? (
        <Band title={t('editions.title')} intro={t('editions.lead')} id="editions">
          <a className="button button--secondary" href={`${base}/editions`}>
            {t('editions.open')}
          </a>
        </Band>
      ) : null}
      {page.mayFederation.includes('make-campaign') ? (
        <Band title={t('campaigns.title')} intro={t('campaigns.lead')} id="campaigns">
          <a className="button button--secondary" href={`${base}/campaigns`}>
            {t('campaigns.open')}
          </a>
        </Band>
      ) : null}
      {may('see-pilots') ? (
        <Band title={t('site.pilots')} intro={t('organisation-pilots.lead')} id="pilots">
          <a className="button button--secondary" href={`${base}/pilots`}>
            {t('organisation-pilots.open')}
          </a>
        </Band>
      ) : null}
      <Band title={t('people.title')} id="people">
        <p>{t('organisation.members', { count: page.members })}</p>
        <a className="button button--secondary" href={`${base}/people`}>
          <Icon name="users" />
          {may('invite') ? t('organisation.people-manage') : t('organisation.people-see')}
        </a>
      </Band>
      {may('rename') ? (
        <Band title={t('organisation.rename')} id="rename">
          <RenameForm name={page.name} result={failed} />
        </Band>
      ) : null}
      {may('merge') && page.duplicates > 0 ? (
        <Band title={t('merge.title')} intro={t('merge.intro')} id="merge">
          <a className="button button--secondary" href={`${base}/merge`}>
            {t('merge.open')}
          </a>
        </Band>
      ) : null}
      {may('see-log') ? (
        <Band title={t('organisation.log')} intro={t('organisation.log-intro')} id="log">
          <a className="button button--secondary" href={`${base}/log`}>
            {t('organisation.log-open')}
          </a>
        </Band>
      ) : null}
      <Band title={t('organisation.data')} intro={t('organisation.data-intro')} id="data">
        <p>{page.leaves ? t('organisation.leaves', { day: page.leaves }) : t('organisation.stays')}</p>
        {may('export') && may('delete') ? (
          <p className="row">
            <a
              className="button button--secondary"
              href={`/files/organisations/${page.id}/everything.zip?lang=${language}`}
            >
              <Icon name="download" />
              {t('organisation.export')}
            </a>
            <a className="button button--secondary" href={`${base}/delete`}>
              <Icon name="trash-2" />
              {t('organisation.delete')}
            </a>
          </p>
        ) : null}
      </Band>
    </div>
  );
}

/** What a federation comes here for. */
const FederationBand = ({ base, may }: { base: string; may: FederationPermission[] }) => {
  const { t } = useWords();
  return (
    <Band title={t('organisation.figures')} intro={t('organisation.figures-intro')} id="figures">
      <p className="row">
        <a className="button" href={`${base}/figures`}>
          {t('organisation.figures-open')}
        </a>
        {may.includes('plan-sector') ? (
          <a className="button button--secondary" href={`${base}/sector-plan`}>
            {t('sector-plan.title')}
          </a>
        ) : null}
        {may.includes('manage-keys') ? (
          <a className="button button--secondary" href={`${base}/keys`}>
            {t('keys.title')}
          </a>
        ) : null}
      </p>
    </Band>
  );
};

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

const Workplaces = ({ workplaces, sectors, id }: Pick<Page, 'workplaces' | 'sectors' | 'id'>) => {
  const { language, t } = useWords();
  return (
    <section className="stack workplaces" aria-labelledby="workplaces">
      <h2 id="workplaces">{t('workplaces.title')}</h2>
      {workplaces.length > 0 ? <WorkplaceTable workplaces={workplaces} /> : <p>{t('workplaces.none')}</p>}
      {sectors.length > 0 ? (
        <div className="stack stack--tight">
          <h3>{t('workplaces.start')}</h3>
          <p className="row">
            {sectors.map((one) => (
              <a
                key={one.sector}
                className="button button--secondary"
                href={`/${language}/sectors/${one.sector}/start?for=${id}`}
              >
                <Icon name="plus" />
                {one.name}
              </a>
            ))}
          </p>
          <p className="small muted">{t('workplaces.bring')}</p>
        </div>
      ) : null}
    </section>
  );
};

const RenameForm = ({ name, result }: { name: string; result: FailedForm | undefined }) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(renameInput, result?.errors);
  return (
    <form method="post" noValidate {...handlers}>
      <ErrorSummary errors={errors} labels={{ name: t('organisations.name') }} />
      <TextField
        name="name"
        label={t('organisations.name')}
        error={errors.name}
        value={typedOr(result?.values, 'name', name)}
        register={register('name')}
      />
      <div className="step-buttons">
        <button className="button button--secondary" type="submit">
          {t('organisation.rename-save')}
        </button>
      </div>
    </form>
  );
};
