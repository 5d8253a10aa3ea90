import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Crumb } from '#app/components/crumb.tsx';
import { Band } from '#app/components/fields.tsx';
import { ChoiceLinks } from '#app/components/figures/figure-sections.tsx';
import { SectorActionForm } from '#app/components/sector-action-form.tsx';
import { useWords } from '#app/components/words.tsx';
import { firstSector } from '#app/web/federation-figures.server.ts';
import { type FederationVisit, requireFederation } from '#app/web/federation-visit.server.ts';
import { postedForm } from '#app/web/form.ts';
import { organisationPage } from '#app/web/organisation-page.server.ts';
import { titleMeta } from '#app/web/page.ts';
import { requireSector, sectorLinks } from '#app/web/sector.ts';
import { changeSectorPlan, readSectorPlan } from '#app/web/sector-plan.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'person', hydrate: [] };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireFederation(args, 'plan-sector');
  const { services, language, organisation, t } = visit;
  const checklist = await sectorOf(visit, args.request);
  const item = new URL(args.request.url).searchParams.get('item') ?? '';
  return {
    ...(await organisationPage(visit, t('sector-plan.title'))),
    ...(await readSectorPlan(visit, checklist, args.request)),
    sector: checklist.sector,
    item,
    figures: `/${language}/organisations/${organisation.id}/figures/${checklist.sector}`,
    sectors: sectorLinks(services, language, checklist.sector, (one) => `?sector=${one}`),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireFederation(args, 'plan-sector');
  const checklist = await sectorOf(visit, args.request);
  const failed = await changeSectorPlan(visit, checklist, await postedForm(args.request));
  if (failed) return data(failed, { status: 422 });
  const { language, organisation } = visit;
  throw redirect(`/${language}/organisations/${organisation.id}/sector-plan?sector=${checklist.sector}`);
}

const sectorOf = async (visit: FederationVisit, request: Request) =>
  requireSector(
    visit.services,
    new URL(request.url).searchParams.get('sector') ?? (await firstSector(visit)),
    visit.language,
  );

export default function SectorPlan() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const resultOf = (id: string) => (failed?.action === id ? failed.form : undefined);
  const empty = { id: '', item: page.item, title: '', owner: '', due: null, status: 'todo', note: '' } as const;
  return (
    <div className="wrap">
      <Crumb href={`/${language}/organisations/${page.id}`} label={page.name} />
      <div className="title">
        <h1>{t('sector-plan.title')}</h1>
        <p className="lead">{t('sector-plan.lead')}</p>
        <p>
          <a href={page.figures}>{t('organisation.figures-open')}</a>
        </p>
      </div>
      <ChoiceLinks label={t('figures.sectors')} links={page.sectors} />
      <Band title={t('sector-plan.actions')} intro={t('sector-plan.actions-intro')} id="actions">
        {page.actions.length === 0 ? <p>{t('sector-plan.none')}</p> : null}
        <ul className="list" role="list">
          {page.actions.map((one) => (
            <li key={one.id} className="sector-action">
              <p>
                <strong>{one.title}</strong>
                <span className="muted small block">
                  {[
                    t(`sector-plan.status.${one.status}`),
                    one.owner,
                    one.day ? t('sector-plan.due', { day: one.day }) : '',
                    one.about ?? '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </p>
              {one.note ? <p className="small">{one.note}</p> : null}
              <details className="disclosure no-print" open={resultOf(one.id) !== undefined}>
                <summary>
                  {t('sector-plan.change')}
                  <span className="visually-hidden"> {one.title}</span>
                </summary>
                <div className="disclosure__body">
                  <SectorActionForm action={one} items={page.items} result={resultOf(one.id)} />
                </div>
              </details>
            </li>
          ))}
        </ul>
      </Band>
      <Proposals proposals={page.proposals} sector={page.sector} />
      <Band title={t('sector-plan.new')} intro={t('sector-plan.new-intro')} id="new">
        <SectorActionForm key={page.item} action={empty} items={page.items} result={resultOf('')} />
      </Band>
    </div>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

const Proposals = ({ proposals, sector }: Pick<Page, 'proposals' | 'sector'>) => {
  const { t } = useWords();
  return (
    <Band title={t('sector-plan.proposals')} intro={t('sector-plan.proposals-intro')} id="proposals">
      {proposals.length === 0 ? <p>{t('sector-plan.no-proposals')}</p> : null}
      <ul className="list" role="list">
        {proposals.map(({ item, name, count, share }) => (
          <li key={item} className="sector-action">
            <p>
              {name}
              <span className="muted small block">{t('sector-plan.proposal', { count, share })}</span>
            </p>
            <a href={`?sector=${sector}&item=${item}#new`}>
              {t('sector-plan.take')}
              <span className="visually-hidden">: {name}</span>
            </a>
          </li>
        ))}
      </ul>
    </Band>
  );
};
