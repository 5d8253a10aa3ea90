import type { FieldErrors } from 'react-hook-form';
import type { Typed } from '#app/domain/posted-form.ts';
import { TextField, typedOr } from './fields.tsx';
import { useWords } from './words.tsx';

type Props = {
  names: string[];
  values: Typed | undefined;
  errors: FieldErrors<{ name: string; label: string }>;
  register: (name: 'name' | 'label') => { name: string };
};

/** Under which coaching organisation a coach appears: one of theirs, or a new one. */
export const CoachingFields = ({ names, values, errors, register }: Props) => {
  const { t } = useWords();
  if (names.length === 1) return <p>{t('coaching.as', { name: names[0] ?? '' })}</p>;
  if (names.length > 1)
    return (
      <p className="field">
        <label className="label" htmlFor="organisation">
          {t('coaching.which')}
        </label>
        <select className="input input--short" id="organisation" name="organisation">
          {names.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </p>
    );
  return (
    <>
      <p>{t('coaching.first')}</p>
      <TextField
        name="name"
        label={t('organisations.name')}
        hint={t('coaching.name-hint')}
        error={errors.name}
        value={typedOr(values, 'name', '')}
        register={register('name')}
      />
      <TextField
        name="label"
        label={t('organisations.label')}
        hint={t('organisations.label-hint')}
        optional
        error={errors.label}
        value={typedOr(values, 'label', '')}
        register={register('label')}
      />
    </>
  );
};
