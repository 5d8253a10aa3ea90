import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Folded } from '#app/components/folded.tsx';
import { Icon } from '#app/components/icon.tsx';
import { TaskForm } from '#app/components/task-form.tsx';
import { useWords } from '#app/components/words.tsx';
import { saveTask } from '#app/data/task.server.ts';
import { taskInput, taskOf } from '#app/domain/task-input.ts';
import { needChoices, readCarving } from '#app/web/carving.server.ts';
import { readForm } from '#app/web/form.ts';
import { hoursInWords } from '#app/web/hours-in-words.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { placementMenu } from '#app/web/placement-page.server.ts';
import { requireOpenPlacement, requirePlacement } from '#app/web/placement-visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'placement', hydrate: ['task.'] };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePlacement(args, 'record');
  const { t, placement } = visit;
  const { tasks, job } = await readCarving(visit);
  return {
    ...(await placementMenu(visit)),
    title: titled(t, t('tasks.title')),
    placement: { id: placement.id, code: placement.code, closed: placement.closedOn !== null },
    tasks,
    hours: hoursInWords(t, job.minutesPerWeek),
    needs: needChoices(visit),
  };
}

/** Adds a task. */
export async function action(args: ActionFunctionArgs) {
  const visit = await requireOpenPlacement(args, 'record');
  const { services, placement, language } = visit;
  const form = await readForm(args.request, taskInput, ['needs']);
  if (!form.ok) return data(form, { status: 422 });
  const known = needChoices(visit).map(({ id }) => id);
  await saveTask(services.store, placement.id, taskOf(services.newId(), form.data, known), services.now());
  throw redirect(`/${language}/placements/${placement.id}/tasks`);
}

export default function Tasks() {
  const { language, t } = useWords();
  const { placement, tasks, hours, needs } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const base = `/${language}/placements/${placement.id}`;
  return (
    <div className="wrap floor">
      <p className="crumb">
        <a href={base}>
          <Icon name="arrow-left" />
          {placement.code}
        </a>
      </p>
      <div className="title">
        <h1>{t('tasks.title')}</h1>
        <p className="lead">{t('tasks.lead')}</p>
      </div>
      {tasks.length > 0 ? (
        <ul className="floor-list" role="list">
          {tasks.map((task) => (
            <li key={task.id}>
              <h2 className="task-name">
                <a href={`${base}/tasks/${task.id}`}>{task.title}</a>
              </h2>
              <p className="small">
                {t(`task-when.${task.when}`)} · {t(`task.per-${task.per}`, { minutes: task.minutes })}
                {task.doneBy ? ` · ${task.doneBy}` : ''}
              </p>
              <p className="row">
                <span className={task.carve === 'yes' ? 'tag tag--done' : 'tag'}>
                  {t('task.carve-tag', { answer: t(`task-carve.${task.carve}`) })}
                </span>
                {task.risk === 'none' ? null : (
                  <span className="tag tag--threshold">
                    {t('task.risk-tag', { risk: t(`task-risk.${task.risk}`) })}
                  </span>
                )}
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">{t('tasks.none')}</p>
      )}
      {tasks.length > 0 ? (
        <p className="step-buttons">
          <a className="button button--secondary" href={`${base}/carve`}>
            {t('tasks.to-carve', { hours })}
          </a>
        </p>
      ) : null}
      {placement.closed ? null : (
        <Folded
          title={t(tasks.length === 0 ? 'tasks.add' : 'tasks.add-another')}
          id="add"
          open={tasks.length === 0 || result !== undefined}
        >
          <TaskForm task={null} needs={needs} result={result} />
        </Folded>
      )}
    </div>
  );
}
