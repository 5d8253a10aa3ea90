import type { FieldErrors } from 'react-hook-form';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { type SectorAction, sectorActionStatuses } from '#app/domain/sector-action.ts';
import { sectorActionInput } from '#app/domain/sector-action-input.ts';
import { ErrorSummary, SelectField, TextField, typedOr } from './fields.tsx';
import { useCheckedForm } from './use-checked-form.ts';
import { useWords } from './words.tsx';

export type SectorActionValues = Pick<SectorAction, 'id' | 'item' | 'title' | 'owner' | 'due' | 'status' | 'note'>;

/** One action of the sector plan; without an id a new one. */
export const SectorActionForm = ({
  action,
  items,
  result,
}: {
  action: SectorActionValues;
  items: { id: string; label: string }[];
  result: FailedForm | undefined;
}) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(sectorActionInput, result?.errors);
  const label = (name: string) => t(`sector-plan.field-${name}`);
  // Several of these forms stand on one page.
  const idOf = (name: string) => `${name}-${action.id || 'new'}`;
  const field = (name: 'title' | 'item' | 'owner' | 'due' | 'status' | 'note') => ({
    name,
    id: idOf(name),
    label: label(name),
    error: errors[name],
    value: typedOr(result?.values, name, action[name] ?? ''),
    register: register(name),
  });
  const names = ['title', 'item', 'owner', 'due', 'status', 'note'];
  return (
    <form method="post" noValidate {...handlers}>
      <input type="hidden" name="action" value={action.id} />
      <ErrorSummary
        errors={Object.fromEntries(Object.entries(errors).map(([name, error]) => [idOf(name), error])) as FieldErrors}
        labels={Object.fromEntries(names.map((name) => [idOf(name), label(name)]))}
      />
      <TextField {...field('title')} />
      <SelectField {...field('item')} options={[{ id: '', label: t('sector-plan.no-item') }, ...items]} />
      <TextField {...field('owner')} hint={t('sector-plan.field-owner-hint')} optional />
      <TextField {...field('due')} type="date" short optional />
      <SelectField
        {...field('status')}
        options={sectorActionStatuses.map((id) => ({ id, label: t(`sector-plan.status.${id}`) }))}
      />
      <TextField {...field('note')} rows={3} optional />
      <div className="step-buttons">
        <button className="button" type="submit">
          {t('sector-plan.save')}
        </button>
      </div>
    </form>
  );
};
