import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Band } from '#app/components/fields.tsx';
import { Icon } from '#app/components/icon.tsx';
import { VisitReportForm } from '#app/components/visit-report-form.tsx';
import { useWords } from '#app/components/words.tsx';
import { findRunningVisit } from '#app/data/visit.server.ts';
import { visitReportInput } from '#app/domain/visit-report.ts';
import { readForm } from '#app/web/form.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { placementMenu } from '#app/web/placement-page.server.ts';
import { type PlacementVisit, requireOpenPlacement } from '#app/web/placement-visit.server.ts';
import { finishedVisit, finishNow } from '#app/web/visit-finishing.server.ts';
import { readChanges, visitReport } from '#app/web/visit-report.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'placement', hydrate: [] };

/** What changed so far; without a visit that is going on there is only that to say. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOpenPlacement(args, 'visit');
  const { services, placement, person, t } = visit;
  const running = await findRunningVisit(services.store, placement.id);
  const changes = running && (await readChanges(visit, running));
  return {
    ...(await placementMenu(visit)),
    title: titled(t, t('visit-report.title', { code: placement.code })),
    placement: { id: placement.id, code: placement.code },
    report: changes && visitReport(visit, changes, { remark: '', notes: [] }, 'coach'),
    finished: running ? null : await finishedVisit(visit),
    notes: changes?.notes.map(({ id, text }) => ({ id, text })) ?? [],
    mail: { coach: services.mail ? (person?.email ?? null) : null, host: placement.hostEmail },
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireOpenPlacement(args, 'visit');
  const form = await readForm(args.request, visitReportInput, ['notes']);
  if (!form.ok) return data(form, { status: 422 });
  const running = await findRunningVisit(visit.services.store, visit.placement.id);
  if (running) await finishNow(visit, running, form.data);
  throw redirect(pathOf(visit));
}

const pathOf = ({ language, placement }: PlacementVisit) => `/${language}/placements/${placement.id}/visit/report`;

export default function VisitReportPage() {
  const { language, t } = useWords();
  const { placement, report, finished, notes, mail } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="wrap floor">
      <p className="crumb">
        <a href={`/${language}/placements/${placement.id}/visit`}>
          <Icon name="arrow-left" />
          {t('visit.title', { code: placement.code })}
        </a>
      </p>
      <div className="title">
        <h1>{t('visit-report.title', { code: placement.code })}</h1>
        <p className="lead" role="status">
          {report ? report.when : (finished ?? t('visit-report.none'))}
        </p>
      </div>
      {report ? (
        <>
          {report.parts.length === 0 ? <p>{t('visit-report.nothing')}</p> : null}
          {report.parts.map(({ heading, lines }) => (
            <section className="floor-part" key={heading}>
              <h2>{heading}</h2>
              <ul className="list">
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </section>
          ))}
          <Band title={t('visit-report.finish-title')} id="finish">
            <VisitReportForm notes={notes} mail={mail} result={result} />
          </Band>
        </>
      ) : null}
    </div>
  );
}
