import type { ReactNode } from 'react';
import type { Checklist } from '#app/domain/checklist.ts';
import { type ContextInput, contextInput } from '#app/domain/context-input.ts';
import type { FailedForm, Typed } from '#app/domain/posted-form.ts';
import { ChoiceField, ErrorSummary, TextField, typedOr } from './fields.tsx';
import { Icon } from './icon.tsx';
import { useCheckedForm } from './use-checked-form.ts';
import { useWords } from './words.tsx';

/** The five questions that switch off what cannot apply. */
export const ContextForm = ({
  questions,
  stored,
  result,
  submit,
  children,
}: {
  questions: Checklist['context'];
  stored: ContextInput;
  result: FailedForm | undefined;
  submit: string;
  /** More to ask, on top. */
  children?: ReactNode;
}) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(contextInput, result?.errors);
  const chosen = (name: 'subSector' | 'size' | 'place' | 'targetJob') => [typedOr(result?.values, name, stored[name])];
  const names = ['subSector', 'size', 'place', 'targetJob', 'shifts'] as const;
  return (
    <form method="post" noValidate {...handlers}>
      <ErrorSummary
        errors={errors}
        labels={{
          ...Object.fromEntries(names.map((name) => [name, questions[name].question.replace(/\?$/, '')])),
          label: t('context.label'),
        }}
      />
      {children}
      {names.map((name) => (
        <ChoiceField
          key={name}
          name={name}
          legend={questions[name].question}
          hint={questions[name].help}
          options={questions[name].options}
          several={name === 'shifts'}
          narrow={name === 'subSector'}
          error={errors[name] as never}
          chosen={name === 'shifts' ? typedShifts(result?.values, stored.shifts) : chosen(name)}
          register={register(name)}
        />
      ))}
      <TextField
        name="label"
        label={t('context.label')}
        hint={t('context.label-hint')}
        optional
        error={errors.label}
        value={typedOr(result?.values, 'label', stored.label)}
        register={register('label')}
      />
      <div className="step-buttons">
        <button className="button" type="submit">
          {submit} <Icon name="arrow-right" />
        </button>
      </div>
    </form>
  );
};

const typedShifts = (values: Typed | undefined, stored: string[]): string[] =>
  values ? [values.shifts ?? []].flat() : stored;
