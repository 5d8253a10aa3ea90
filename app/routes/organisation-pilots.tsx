import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Crumb } from '#app/components/crumb.tsx';
import { EmptyHook } from '#app/components/empty-hook.tsx';
import { Icon } from '#app/components/icon.tsx';
import { useWords } from '#app/components/words.tsx';
import { listPilots } from '#app/data/pilot.server.ts';
import { organisationPage } from '#app/web/organisation-page.server.ts';
import { requireOrganisation } from '#app/web/organisation-visit.server.ts';
import { titleMeta } from '#app/web/page.ts';
import { requireSector } from '#app/web/sector.ts';

export const meta = titleMeta;
export const handle = { nav: 'person' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOrganisation(args, 'see-pilots');
  const { services, organisation, language, t } = visit;
  const pilots = await listPilots(services.store, organisation.id);
  return {
    ...(await organisationPage(visit, t('organisation-pilots.title'))),
    mayLead: visit.may('lead-pilot'),
    pilots: pilots.map(({ id, title, sector, finishedAt, publishedAt }) => ({
      ...{ id, title },
      sector: requireSector(services, sector, language).name,
      state: publishedAt ? 'published' : finishedAt ? 'finished' : 'running',
    })),
  };
}

export default function OrganisationPilots() {
  const { language, t } = useWords();
  const { id, name, pilots, mayLead } = useLoaderData<typeof loader>();
  const base = `/${language}/organisations/${id}`;
  const begin = mayLead ? (
    <p className="row">
      <a className="button" href={`${base}/pilots/new`}>
        <Icon name="plus" />
        {t('organisation-pilots.new')}
      </a>
      <a href={`/${language}/pilots`}>{t('organisation-pilots.library')}</a>
    </p>
  ) : null;
  return (
    <div className="wrap">
      <Crumb href={base} label={name} />
      <div className="title">
        <h1>{t('organisation-pilots.title')}</h1>
        <p className="lead">{t('organisation-pilots.lead')}</p>
      </div>
      {pilots.length === 0 ? (
        <EmptyHook title={t('organisation-pilots.none')}>
          <p>{t('organisation-pilots.none-text')}</p>
          {begin}
        </EmptyHook>
      ) : (
        <div className="stack">
          {begin}
          <ul className="list pilot-list" role="list">
            {pilots.map((one) => (
              <li key={one.id}>
                <a href={`${base}/pilots/${one.id}`}>{one.title}</a>
                <span className="muted">{one.sector}</span>
                <span className={one.state === 'running' ? 'tag tag--busy' : 'tag tag--done'}>
                  {t(`pilot-state.${one.state}`)}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
