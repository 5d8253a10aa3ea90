import { carveChoices, type Task, taskRisks, taskTimes } from '#app/domain/carved-job.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { taskInput } from '#app/domain/task-input.ts';
import { ChoiceField, ErrorSummary, SelectField, TextField, typedOr } from './fields.tsx';
import { useCheckedForm } from './use-checked-form.ts';
import { useWords } from './words.tsx';

type Props = {
  task: Task | null;
  needs: { id: string; label: string; group: string }[];
  result: FailedForm | undefined;
};

/** A task on the floor, in the order in which one sees it; most of it is one tap. */
export const TaskForm = ({ task, needs, result }: Props) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(taskInput, result?.errors);
  const stored = task ? { ...task, minutes: String(task.minutes) } : emptyTask;
  const value = (name: Exclude<keyof typeof stored, 'needs' | 'id'>) => typedOr(result?.values, name, stored[name]);
  const chosen = result ? [result.values.needs ?? []].flat() : stored.needs;
  const labels = Object.fromEntries(
    ['title', 'when', 'minutes', 'per', 'needs', 'risk', 'adapted', 'doneBy', 'carve'].map((name) => [
      name,
      t(`task.${name}`),
    ]),
  );
  const shared = (name: 'title' | 'minutes' | 'adapted' | 'doneBy' | 'when' | 'per' | 'risk' | 'carve') => ({
    name,
    error: errors[name],
    register: register(name),
  });
  return (
    <form method="post" noValidate className="task-form" {...handlers}>
      <ErrorSummary errors={errors} labels={labels} />
      <TextField {...shared('title')} label={t('task.title')} hint={t('item.no-names')} value={value('title')} />
      <SelectField
        {...shared('when')}
        label={t('task.when')}
        options={taskTimes.map((id) => ({ id, label: t(`task-when.${id}`) }))}
        value={value('when')}
      />
      <div className="task-time">
        <TextField {...shared('minutes')} label={t('task.minutes')} short value={value('minutes')} />
        <ChoiceField
          {...shared('per')}
          legend={t('task.per')}
          options={(['day', 'week'] as const).map((id) => ({ id, label: t(`task.each-${id}`) }))}
          chosen={[value('per')]}
        />
      </div>
      <ChoiceField
        {...shared('risk')}
        legend={t('task.risk')}
        options={taskRisks.map((id) => ({ id, label: t(`task-risk.${id}`) }))}
        chosen={[value('risk')]}
      />
      <TextField
        {...shared('adapted')}
        label={t('task.adapted')}
        hint={t('task.adapted-hint')}
        optional
        value={value('adapted')}
      />
      <TextField
        {...shared('doneBy')}
        label={t('task.doneBy')}
        hint={t('task.doneBy-hint')}
        optional
        value={value('doneBy')}
      />
      <ChoiceField
        {...shared('carve')}
        legend={t('task.carve')}
        options={carveChoices.map((id) => ({ id, label: t(`task-carve.${id}`) }))}
        chosen={[value('carve')]}
      />
      <details className="disclosure" open={chosen.length > 0}>
        <summary>{t('task.needs')}</summary>
        <div className="disclosure__body">
          <ChoiceField
            name="needs"
            legend={t('task.needs-legend')}
            options={needs}
            several
            error={errors.needs as never}
            chosen={chosen}
            register={register('needs')}
          />
        </div>
      </details>
      <button className="button" type="submit">
        {t('task.save')}
      </button>
    </form>
  );
};

const emptyTask = {
  ...{ id: '', title: '', when: 'morning', minutes: '', per: 'day', risk: 'none', adapted: '', doneBy: '' },
  ...{ carve: 'yes', needs: [] as string[] },
};
