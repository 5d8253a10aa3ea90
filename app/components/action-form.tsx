import { type Action, actionStatuses } from '#app/domain/action.ts';
import { actionInput } from '#app/domain/action-input.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { ChoiceField, ErrorSummary, SelectField, TextField, typedOr } from './fields.tsx';
import { Icon } from './icon.tsx';
import { useCheckedForm } from './use-checked-form.ts';
import { useWords } from './words.tsx';

type Props = {
  action: Action;
  today: string;
  items: { id: string; label: string }[];
  instruments: { id: string; label: string }[];
  result: FailedForm | undefined;
  cancelUrl: string;
};

/** An action: what, who, by when, how far; done asks who, when and how it was seen. */
export const ActionForm = ({ action, today, items, instruments, result, cancelUrl }: Props) => {
  const { t } = useWords();
  const stored = {
    title: action.title,
    owner: action.owner,
    due: action.due ?? '',
    status: action.status,
    instrument: action.instrument ?? '',
    note: action.note,
    items: action.items,
    doneBy: action.doneBy,
    doneAt: action.doneAt ?? '',
    doneHow: action.doneHow,
  };
  const { register, errors, handlers } = useCheckedForm(actionInput, result?.errors);
  const value = (name: Exclude<keyof typeof stored, 'items'>) => typedOr(result?.values, name, stored[name]);
  const text = (name: 'title' | 'owner' | 'due' | 'note' | 'doneBy' | 'doneAt' | 'doneHow') => ({
    name,
    label: t(`action.${name}`),
    error: errors[name],
    value: value(name),
    register: register(name),
  });
  const labels = Object.fromEntries(Object.keys(stored).map((name) => [name, t(`action.${name}`)]));
  return (
    <form method="post" noValidate {...handlers}>
      <ErrorSummary errors={errors} labels={labels} />
      <TextField {...text('title')} />
      <TextField {...text('owner')} hint={t('action.owner-hint')} optional />
      <TextField {...text('due')} type="date" short optional hint={t('action.due-hint', { today })} />
      <ChoiceField
        name="status"
        legend={t('action.status')}
        options={actionStatuses.map((id) => ({ id, label: t(`action.${id}`) }))}
        error={errors.status}
        chosen={[value('status')]}
        register={register('status')}
      />
      <div className="sheet done-fields">
        <h2>{t('action.when-done')}</h2>
        <p className="small">{t('action.when-done-hint')}</p>
        <TextField {...text('doneBy')} hint={t('action.owner-hint')} />
        <TextField {...text('doneAt')} type="date" short />
        <TextField {...text('doneHow')} rows={2} />
      </div>
      <SelectField
        name="instrument"
        label={t('action.instrument')}
        options={[{ id: '', label: t('plan.no-instrument') }, ...instruments]}
        error={errors.instrument}
        value={value('instrument')}
        register={register('instrument')}
        optional
      />
      <TextField {...text('note')} rows={3} optional hint={t('action.note-hint')} />
      <details className="part">
        <summary>
          {t('action.items')}
          <span className="chevron">
            <Icon name="chevron-down" />
          </span>
        </summary>
        <ChoiceField
          name="items"
          legend={t('action.items')}
          hint={t('action.items-hint')}
          options={items}
          several
          narrow
          error={errors.items as never}
          chosen={result ? [result.values.items ?? []].flat() : action.items}
          register={register('items')}
        />
      </details>
      <div className="step-buttons">
        <button className="button" type="submit">
          {t('action.save')}
        </button>
        <a className="icon-link" href={cancelUrl}>
          {t('action.cancel')}
        </a>
      </div>
    </form>
  );
};
