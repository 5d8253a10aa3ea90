import type { ComponentProps, ReactNode } from 'react';
import { guidanceKinds } from '#app/domain/guidance-kind.ts';
import { guidanceInput, noteInput, visitInput } from '#app/domain/placement-input.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { ErrorSummary, SelectField, TextField, typedOr } from './fields.tsx';
import { useCheckedForm } from './use-checked-form.ts';
import { useWords } from './words.tsx';

type Result = { result: FailedForm | undefined };

type SmallFormProps = {
  /** What the action does with it. */
  intent: string;
  save: string;
  handlers: ReturnType<typeof useCheckedForm>['handlers'];
  children: ReactNode;
} & ComponentProps<typeof ErrorSummary>;

/** A short form among others on one page: its mistakes on top, one button below. */
export const SmallForm = ({ intent, save, handlers, errors, labels, children }: SmallFormProps) => (
  <form method="post" noValidate className="small-form" {...handlers}>
    <ErrorSummary errors={errors} labels={labels} />
    <input type="hidden" name="intent" value={intent} />
    {children}
    <button className="button button--secondary" type="submit">
      {save}
    </button>
  </form>
);

/** Plans a visit: a day, a time and what it is for. */
export const VisitForm = ({ result }: Result) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(visitInput, result?.errors);
  const labels = {
    visitOn: t('visits.on'),
    time: t('visits.time'),
    purpose: t('visits.purpose'),
  };
  return (
    <SmallForm intent="visit" save={t('visits.plan')} errors={errors} labels={labels} handlers={handlers}>
      <div className="side-by-side">
        <TextField
          name="visitOn"
          label={labels.visitOn}
          type="date"
          short
          error={errors.visitOn}
          value={typedOr(result?.values, 'visitOn', '')}
          register={register('visitOn')}
        />
        <TextField
          name="time"
          label={labels.time}
          type="time"
          short
          optional
          error={errors.time}
          value={typedOr(result?.values, 'time', '')}
          register={register('time')}
        />
      </div>
      <TextField
        name="purpose"
        label={labels.purpose}
        hint={t('visits.purpose-hint')}
        optional
        error={errors.purpose}
        value={typedOr(result?.values, 'purpose', '')}
        register={register('purpose')}
      />
    </SmallForm>
  );
};

/** Notes the time that guidance took. */
export const GuidanceForm = ({ result, today }: Result & { today: string }) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(guidanceInput, result?.errors);
  const labels = { guidedOn: t('guidance.on'), minutes: t('guidance.minutes'), kind: t('guidance.what') };
  return (
    <SmallForm intent="guidance" save={t('guidance.save')} errors={errors} labels={labels} handlers={handlers}>
      <div className="side-by-side">
        <TextField
          name="guidedOn"
          label={labels.guidedOn}
          type="date"
          short
          error={errors.guidedOn}
          value={typedOr(result?.values, 'guidedOn', today)}
          register={register('guidedOn')}
        />
        <TextField
          name="minutes"
          label={labels.minutes}
          type="number"
          short
          error={errors.minutes}
          value={typedOr(result?.values, 'minutes', '60')}
          register={register('minutes')}
        />
        <SelectField
          name="kind"
          label={labels.kind}
          options={guidanceKinds.map((id) => ({ id, label: t(`guidance.${id}`) }))}
          error={errors.kind}
          value={typedOr(result?.values, 'kind', 'on-floor')}
          register={register('kind')}
        />
      </div>
    </SmallForm>
  );
};

/** A note that only the coach reads. */
export const NoteForm = ({ result }: Result) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(noteInput, result?.errors);
  return (
    <SmallForm
      intent="note"
      save={t('notes.save')}
      errors={errors}
      labels={{ note: t('notes.note') }}
      handlers={handlers}
    >
      <TextField
        name="note"
        label={t('notes.note')}
        hint={t('notes.hint')}
        rows={3}
        error={errors.note}
        value={typedOr(result?.values, 'note', '')}
        register={register('note')}
      />
    </SmallForm>
  );
};
