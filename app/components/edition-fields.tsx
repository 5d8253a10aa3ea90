import type { Language } from '#app/domain/checklist.ts';
import type { Texts } from '#app/domain/edition.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { FieldChecks, type ShownCheck } from './edition-checks.tsx';
import { TextField, typedOr } from './fields.tsx';
import { useWords } from './words.tsx';

/** What every field of an edition's form needs: what was typed and refused, and what there is to mend on this page. */
export type FieldsContext = { languages: Language[]; result: FailedForm | undefined; checks: ShownCheck[] };

type LanguageTextsProps = FieldsContext & {
  name: string;
  label: string;
  hint?: string | undefined;
  rows?: number | undefined;
  texts: Texts;
};

/** One text in every language of the edition, side by side. */
export const LanguageTexts = ({ name, label, hint, rows, texts, languages, result, checks }: LanguageTextsProps) => {
  const { t } = useWords();
  return (
    <div className={languages.length > 1 ? 'language-pair language-pair--two' : 'language-pair'}>
      {languages.map((language) => {
        const field = `${name}.${language}`;
        return (
          <div key={language}>
            <TextField
              name={field}
              label={languages.length > 1 ? `${label} · ${t(`language.${language}`)}` : label}
              hint={hint}
              {...(rows ? { rows } : {})}
              error={result?.errors[field]}
              value={typedOr(result?.values, field, texts[language] ?? '')}
              register={{ name: field }}
            />
            <FieldChecks checks={checks} field={field} />
          </div>
        );
      })}
    </div>
  );
};

type PickListProps = Pick<FieldsContext, 'result' | 'checks'> & {
  name: string;
  legend: string;
  hint?: string;
  options: { id: string; label: string }[];
  chosen: string[];
};

/** Some of a long list, folded in: what is chosen stands first. */
export const PickList = ({ name, legend, hint, options, chosen, result, checks }: PickListProps) => {
  const typed = result?.values[name];
  const picked = result ? [typed ?? []].flat() : chosen;
  const sorted = [...options].sort((a, b) => Number(picked.includes(b.id)) - Number(picked.includes(a.id)));
  return (
    <fieldset className={result?.errors[name] ? 'field field--error' : 'field'} id={name}>
      <legend>{legend}</legend>
      {hint ? <span className="hint">{hint}</span> : null}
      <FieldError result={result} name={name} />
      <FieldChecks checks={checks} field={name} />
      <div className="choices pick-list">
        {sorted.map((one) => (
          <label className="choice" key={one.id}>
            <input type="checkbox" name={name} value={one.id} defaultChecked={picked.includes(one.id)} />
            <span>{one.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};

const FieldError = ({ result, name }: { result: FailedForm | undefined; name: string }) => {
  const { t } = useWords();
  const error = result?.errors[name];
  return error ? <p className="field-error">{t(error.message)}</p> : null;
};

/** Somebody else changed the same piece: theirs is stored, yours is below. */
export const ChangedMeanwhile = ({ stored }: { stored: { label: string; text: string }[] }) => {
  const { t } = useWords();
  return (
    <div className="notice notice--highlight" role="alert" id="errors" tabIndex={-1}>
      <div>
        <h2>{t('editions.changed-title')}</h2>
        <p>{t('editions.changed-text')}</p>
        <details>
          <summary>{t('editions.changed-stored')}</summary>
          <dl className="review">
            {stored.map((one) => (
              <div key={one.label}>
                <dt>{one.label}</dt>
                <dd>{one.text}</dd>
              </div>
            ))}
          </dl>
        </details>
      </div>
    </div>
  );
};
