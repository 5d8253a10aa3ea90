import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CarvedJobForm } from '#app/components/carved-job-form.tsx';
import { Band } from '#app/components/fields.tsx';
import { Icon } from '#app/components/icon.tsx';
import { useWords } from '#app/components/words.tsx';
import { saveCarvedJob } from '#app/data/task.server.ts';
import { carvedJobInput } from '#app/domain/task-input.ts';
import { jobCard, linesOf, readCarving } from '#app/web/carving.server.ts';
import { readForm } from '#app/web/form.ts';
import { hoursInWords } from '#app/web/hours-in-words.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { placementMenu } from '#app/web/placement-page.server.ts';
import { requireOpenPlacement, requirePlacement } from '#app/web/placement-visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'placement', hydrate: ['carve.'] };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePlacement(args, 'record');
  const { t, placement } = visit;
  const carving = await readCarving(visit);
  return {
    ...(await placementMenu(visit)),
    title: titled(t, t('carve.title')),
    placement: { id: placement.id, closed: placement.closedOn !== null },
    stored: carving.stored,
    card: jobCard(visit, carving),
    maybe: carving.job.maybe.tasks.map(({ title }) => title),
    maybeHours: hoursInWords(t, carving.job.maybe.minutesPerWeek),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { services, placement, language } = await requireOpenPlacement(args, 'record');
  const form = await readForm(args.request, carvedJobInput);
  if (!form.ok) return data(form, { status: 422 });
  const { title, asks, daysPerWeek, redLines } = form.data;
  const job = { title, asks, daysPerWeek: Number(daysPerWeek), redLines: linesOf(redLines) };
  await saveCarvedJob(services.store, placement.id, job, services.now());
  throw redirect(`/${language}/placements/${placement.id}/carve`);
}

export default function Carve() {
  const { language, t } = useWords();
  const { placement, stored, card, maybe, maybeHours } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="wrap floor">
      <p className="crumb">
        <a href={`/${language}/placements/${placement.id}/tasks`}>
          <Icon name="arrow-left" />
          {t('tasks.title')}
        </a>
      </p>
      <div className="title">
        <h1>{t('carve.title')}</h1>
        <p className="lead">{t('carve.lead')}</p>
      </div>
      <Band title={stored.title} id="card" intro={t('carve.per-week', { hours: card.hours })}>
        <h3>{t('job-card.tasks')}</h3>
        <Lines lines={card.tasks.map((task) => `${task.title} · ${task.when} · ${task.time}`)} none={t('carve.none')} />
        {maybe.length > 0 ? (
          <p className="small muted">{t('carve.maybe', { tasks: maybe.join(', '), hours: maybeHours })}</p>
        ) : null}
        <h3>{t('job-card.asks')}</h3>
        <Lines lines={card.asks} none={t('job-card.noAsks')} />
        <h3>{t('job-card.redLines')}</h3>
        <Lines lines={card.redLines} none={t('job-card.noRedLines')} />
        <p className="row">
          <a className="button" href={`/files/placements/${placement.id}/job-card.pdf?lang=${language}`}>
            <Icon name="download" />
            {t('carve.pdf')}
          </a>
        </p>
        <p className="small muted">{t('carve.pdf-note')}</p>
      </Band>
      {placement.closed ? null : (
        <Band title={t('carve.change')} id="change">
          <CarvedJobForm stored={stored} result={result} />
        </Band>
      )}
    </div>
  );
}

const Lines = ({ lines, none }: { lines: string[]; none: string }) =>
  lines.length === 0 ? (
    <p className="muted">{none}</p>
  ) : (
    <ul className="list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
