import { type ReactNode, useState } from 'react';
import type { FieldError, FieldErrors } from 'react-hook-form';
import type { ContextOption } from '#app/domain/checklist.ts';
import { keepName } from '#app/domain/kept-text.ts';
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

/** For a text that looks like something about a person: whoever typed it may say that it is not about a candidate. */
export const KeepText = ({ name, hidden }: { name: string; hidden?: boolean }) => {
  const { t } = useWords();
  return (
    <label className="choice keep-text" data-keep hidden={hidden}>
      <input type="checkbox" name={name} value="yes" />
      <span>{t('form.keep')}</span>
    </label>
  );
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

type FieldProps = {
  name: string;
  /** Where several forms of a kind stand on one page; else the name. */
  id?: string;
  label: string;
  hint?: string | undefined;
  optional?: boolean;
  error: FieldError | undefined;
};
type TextFieldProps = FieldProps & {
  type?: 'text' | 'email' | 'date' | 'time' | 'number';
  rows?: number;
  short?: boolean;
  value: string;
  register: { name: string };
  autoComplete?: string;
};

/** A label with its hint and message around one control. */
const Labelled = ({
  name,
  id = name,
  label,
  hint,
  optional,
  error,
  children,
}: FieldProps & { children: ReactNode }) => {
  const { t } = useWords();
  return (
    <div className={error ? 'field field--error' : 'field'}>
      <label className="label" htmlFor={id}>
        {label} {optional ? <span className="muted">{t('form.optional')}</span> : null}
      </label>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      <FieldMessage id={id} error={error} />
      {children}
      <SecondLook name={name} error={error} />
    </div>
  );
};

/** The box to keep a text that came back; once it was asked it stays, or a tick would take it away unsent. */
const SecondLook = ({ name, error }: { name: string; error: FieldError | undefined }) => {
  const [asked, setAsked] = useState(false);
  if (error?.message === 'error.identity' && !asked) setAsked(true);
  return asked ? <KeepText name={keepName(name)} /> : null;
};

/** Ids of the hint and the message, for assistive technology. */
const describedBy = ({ name, id = name, hint, error }: Pick<FieldProps, 'name' | 'id' | 'hint' | 'error'>) =>
  [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;

export const TextField = (props: TextFieldProps) => {
  const { type = 'text', rows, short, value, register, autoComplete = 'off', ...field } = props;
  const shared = {
    id: field.id ?? field.name,
    className: short ? 'input input--short' : 'input',
    defaultValue: value,
    'aria-describedby': describedBy(field),
    'aria-invalid': field.error ? true : undefined,
    ...register,
  };
  return (
    <Labelled {...field}>
      {rows ? <textarea rows={rows} {...shared} /> : <input type={type} autoComplete={autoComplete} {...shared} />}
    </Labelled>
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
    aria-describedby={describedBy({ name, hint, error })}
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
        <label className={isLong(option) ? 'choice choice--wide' : 'choice'} key={option.id}>
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

/** A long help would make a tall, narrow box beside an empty one. */
const isLong = ({ help = '' }: { help?: string }): boolean => help.length > 100;

type SelectFieldProps = FieldProps & {
  options: { id: string; label: string }[];
  value: string;
  register: { name: string };
};

export const SelectField = ({ options, value, register, ...field }: SelectFieldProps) => (
  <Labelled {...field}>
    <select
      id={field.id ?? field.name}
      className="input input--short"
      defaultValue={value}
      aria-describedby={describedBy(field)}
      {...register}
    >
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.label}
        </option>
      ))}
    </select>
  </Labelled>
);

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
