import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Icon } from '#app/components/icon.tsx';
import { TaskForm } from '#app/components/task-form.tsx';
import { useWords } from '#app/components/words.tsx';
import { listTasks, removeTask, saveTask } from '#app/data/task.server.ts';
import { taskInput, taskOf } from '#app/domain/task-input.ts';
import { needChoices } from '#app/web/carving.server.ts';
import { checkForm, postedForm, typedValues } from '#app/web/form.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { placementMenu } from '#app/web/placement-page.server.ts';
import { type PlacementVisit, requireOpenPlacement } from '#app/web/placement-visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'placement', hydrate: ['task.'] };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOpenPlacement(args, 'record');
  const task = await requireTask(visit, args.params.task);
  const page = { title: titled(visit.t, task.title), placement: visit.placement.id, task, needs: needChoices(visit) };
  return { ...(await placementMenu(visit)), ...page };
}

/** Changes a task, or takes it away. */
export async function action(args: ActionFunctionArgs) {
  const visit = await requireOpenPlacement(args, 'record');
  const { services, placement, language } = visit;
  const task = await requireTask(visit, args.params.task);
  const values = typedValues(await postedForm(args.request), ['needs']);
  if (values.intent === 'remove') await removeTask(services.store, placement.id, task.id, services.now());
  else {
    const form = checkForm(values, taskInput);
    if (!form.ok) return data(form, { status: 422 });
    const known = needChoices(visit).map(({ id }) => id);
    await saveTask(services.store, placement.id, taskOf(task.id, form.data, known), services.now());
  }
  throw redirect(`/${language}/placements/${placement.id}/tasks`);
}

async function requireTask({ services, placement }: PlacementVisit, id: string | undefined) {
  const task = (await listTasks(services.store, placement.id)).find((one) => one.id === id);
  if (!task) throw new Response(null, { status: 404 });
  return task;
}

export default function TaskPage() {
  const { language, t } = useWords();
  const { placement, task, needs } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="wrap floor">
      <p className="crumb">
        <a href={`/${language}/placements/${placement}/tasks`}>
          <Icon name="arrow-left" />
          {t('tasks.title')}
        </a>
      </p>
      <div className="title">
        <h1>{task.title}</h1>
      </div>
      <TaskForm task={task} needs={needs} result={result} />
      <form method="post" className="task-remove">
        <button className="button button--danger" type="submit" name="intent" value="remove">
          {t('task.remove')}
        </button>
      </form>
    </div>
  );
}
