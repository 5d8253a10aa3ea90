import type { ReactNode } from 'react';
import type { FieldError, FieldErrors } from 'react-hook-form';
import type { ContextOption } from '#app/domain/checklist.ts';
import type { Typed } from '#app/domain/posted-form.ts';
import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

/** The building blocks of every form: a label, a hint, the message beside the field, and what was typed. */

export const FieldMessage = ({ id, error }: { id: string; error: FieldError | undefined }) => {
  const { t } = useWords();
  return error ? (
    <p className="field-error" id={`${id}-error`}>
      <Icon name="circle-alert" />
      {t(error.message ?? 'error.text')}
    </p>
  ) : null;
};

/** All messages on top, each a link to its field. */
export const ErrorSummary = ({ errors, labels }: { errors: FieldErrors; labels: Record<string, string> }) => {
  const { t } = useWords();
  const names = Object.keys(errors);
  if (names.length === 0) return null;
  return (
    <div className="notice notice--error" role="alert" tabIndex={-1} id="errors">
      <Icon name="circle-alert" />
      <div>
        <h2>{t('form.errors', { count: names.length })}</h2>
        {names.map((name) => (
          <p key={name}>
            <a href={`#${name}`}>
              {labels[name] ? `${labels[name]}: ` : ''}
              {t((errors[name] as FieldError).message ?? 'error.text')}
            </a>
          </p>
        ))}
      </div>
    </div>
  );
};

type TextFieldProps = {
  name: string;
  label: string;
  hint?: string | undefined;
  optional?: boolean;
  type?: 'text' | 'email' | 'date';
  rows?: number;
  short?: boolean;
  error: FieldError | undefined;
  value: string;
  register: { name: string };
  autoComplete?: string;
};

export const TextField = ({
  name,
  label,
  hint,
  optional,
  type = 'text',
  rows,
  short,
  error,
  value,
  register,
  autoComplete = 'off',
}: TextFieldProps) => {
  const { t } = useWords();
  const described = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ') || undefined;
  const shared = {
    id: name,
    className: short ? 'input input--short' : 'input',
    defaultValue: value,
    'aria-describedby': described,
    'aria-invalid': error ? true : undefined,
    ...register,
  };
  return (
    <div className={error ? 'field field--error' : 'field'}>
      <label className="label" htmlFor={name}>
        {label} {optional ? <span className="muted">{t('form.optional')}</span> : null}
      </label>
      {hint ? (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      ) : null}
      <FieldMessage id={name} error={error} />
      {rows ? <textarea rows={rows} {...shared} /> : <input type={type} autoComplete={autoComplete} {...shared} />}
    </div>
  );
};

type ChoiceFieldProps = {
  name: string;
  legend: string;
  hint?: string | undefined;
  options: ContextOption[];
  several?: boolean;
  narrow?: boolean;
  error: FieldError | undefined;
  chosen: string[];
  register: { name: string };
};

export const ChoiceField = ({
  name,
  legend,
  hint,
  options,
  several,
  narrow,
  error,
  chosen,
  register,
}: ChoiceFieldProps) => (
  <fieldset
    className={error ? 'field field--error' : 'field'}
    id={name}
    aria-describedby={[hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ') || undefined}
  >
    <legend>{legend}</legend>
    {hint ? (
      <span className="hint" id={`${name}-hint`}>
        {hint}
      </span>
    ) : null}
    <FieldMessage id={name} error={error} />
    <div className={narrow ? 'choices' : 'choices short-choices'}>
      {options.map((option) => (
        <label className="choice" key={option.id}>
          <input
            type={several ? 'checkbox' : 'radio'}
            value={option.id}
            defaultChecked={chosen.includes(option.id)}
            {...register}
          />
          <span>
            {option.label}
            {option.help ? <small>{option.help}</small> : null}
          </span>
        </label>
      ))}
    </div>
  </fieldset>
);

export const SelectField = ({
  name,
  label,
  hint,
  options,
  error,
  value,
  register,
  optional,
}: Omit<TextFieldProps, 'type' | 'rows'> & { options: { id: string; label: string }[] }) => {
  const { t } = useWords();
  return (
    <div className={error ? 'field field--error' : 'field'}>
      <label className="label" htmlFor={name}>
        {label} {optional ? <span className="muted">{t('form.optional')}</span> : null}
      </label>
      {hint ? (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      ) : null}
      <FieldMessage id={name} error={error} />
      <select
        id={name}
        className="input input--short"
        defaultValue={value}
        aria-describedby={hint ? `${name}-hint` : undefined}
        {...register}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
};

/** What was typed in a field before, or the stored value. */
export const typedOr = (typed: Typed | undefined, name: string, stored: string): string => {
  const value = typed?.[name];
  return typeof value === 'string' ? value : stored;
};

export const Band = ({
  title,
  intro,
  id,
  children,
}: {
  title: string;
  intro?: ReactNode;
  id?: string;
  children: ReactNode;
}) => (
  <section className="band" aria-labelledby={id}>
    <header>
      <h2 id={id}>{title}</h2>
      {intro ? <p>{intro}</p> : null}
    </header>
    <div>{children}</div>
  </section>
);
