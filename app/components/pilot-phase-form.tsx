import { pilotPhaseStatuses } from '#app/domain/pilot.ts';
import { pilotPhaseInput } from '#app/domain/pilot-input.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { ChoiceField, ErrorSummary, TextField, typedOr } from './fields.tsx';
import { useCheckedForm } from './use-checked-form.ts';
import { useWords } from './words.tsx';

type Props = {
  state: { status: string; deliverables: string[]; note: string; doneOn: string | null };
  deliverables: { id: string; label: string }[];
  result: FailedForm | undefined;
};

/** One phase of a pilot: how far it is, what is there, and what there is to say about it. */
export const PilotPhaseForm = ({ state, deliverables, result }: Props) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(pilotPhaseInput, result?.errors);
  const labels = { status: t('pilot.status'), note: t('pilot.note'), doneOn: t('pilot.day-done') };
  const ticked = result ? result.values.deliverables : state.deliverables;
  return (
    <form method="post" className="wide-form" noValidate {...handlers}>
      <ErrorSummary errors={errors} labels={labels} />
      <ChoiceField
        name="deliverables"
        legend={t('pilot.deliverables')}
        options={deliverables}
        several
        narrow
        error={undefined}
        chosen={[ticked ?? []].flat()}
        register={register('deliverables')}
      />
      <TextField
        name="note"
        label={labels.note}
        hint={t('pilot.note-hint')}
        rows={4}
        optional
        error={errors.note}
        value={typedOr(result?.values, 'note', state.note)}
        register={register('note')}
      />
      <ChoiceField
        name="status"
        legend={labels.status}
        options={pilotPhaseStatuses.map((id) => ({ id, label: t(`pilot-status.${id}`) }))}
        error={errors.status}
        chosen={[typedOr(result?.values, 'status', state.status)]}
        register={register('status')}
      />
      <TextField
        name="doneOn"
        label={labels.doneOn}
        hint={t('pilot.day-done-hint')}
        type="date"
        short
        optional
        error={errors.doneOn}
        value={typedOr(result?.values, 'doneOn', state.doneOn ?? '')}
        register={register('doneOn')}
      />
      <div className="step-buttons">
        <button className="button" type="submit">
          {t('pilot.save-phase')}
        </button>
      </div>
    </form>
  );
};
