import { languages } from '#app/domain/checklist.ts';
import { logoPath } from '#app/domain/edition-brand.ts';
import { type EditionHead, headTexts } from '#app/domain/edition-form.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { FieldChecks, type ShownCheck } from './edition-checks.tsx';
import { ChangedMeanwhile, LanguageTexts, PickList } from './edition-fields.tsx';
import { ChoiceField, ErrorSummary, FieldMessage, TextField, typedOr } from './fields.tsx';
import { useWords } from './words.tsx';

type Props = {
  page: {
    head: EditionHead;
    seen: string;
    hideable: { id: string; label: string }[];
    checks: ShownCheck[];
    stored: { label: string; text: string }[];
  };
  failed: { form: FailedForm; changed: boolean } | undefined;
};

/** What stands on the first page of an edition: languages, name, introduction, picture, colour, what is hidden. */
export const EditionHeadForm = ({ page: { head, seen, hideable, checks, stored }, failed }: Props) => {
  const { t } = useWords();
  const result = failed?.form;
  const here = checks.filter(({ page }) => page === '');
  const label = (name: string) => t(`edition-field.${name}`);
  const errors = result?.errors ?? {};
  const labels = Object.fromEntries(Object.keys(errors).map((field) => [field, label(field.split('.')[0] ?? '')]));
  const texts = { languages: head.languages, result, checks: here };
  return (
    <form method="post" encType="multipart/form-data" noValidate>
      {failed?.changed ? <ChangedMeanwhile stored={stored} /> : null}
      <ErrorSummary errors={errors} labels={labels} />
      <input type="hidden" name="seen" value={seen} />
      <ChoiceField
        name="languages"
        legend={label('languages')}
        hint={t('edition-hint.languages')}
        several
        narrow
        options={languages.map((id) => ({ id, label: t(`language.${id}`) }))}
        error={errors.languages}
        chosen={result ? [result.values.languages ?? []].flat() : head.languages}
        register={{ name: 'languages' }}
      />
      {headTexts.map((name) => (
        <LanguageTexts
          key={name}
          name={name}
          label={label(name)}
          hint={t(`edition-hint.${name}`)}
          rows={name === 'intro' ? 5 : undefined}
          texts={head[name]}
          {...texts}
        />
      ))}
      <div className={errors.logo ? 'field field--error' : 'field'}>
        <label className="label" htmlFor="logo">
          {label('logo')}
        </label>
        <span className="hint" id="logo-hint">
          {t('edition-hint.logo')}
        </span>
        <FieldMessage id="logo" error={errors.logo} />
        {head.logo ? <img className="edition-logo" src={logoPath(head.logo)} alt={t('editions.logo-now')} /> : null}
        <input
          id="logo"
          className="input"
          type="file"
          name="logo"
          accept="image/png,image/jpeg,image/svg+xml"
          aria-describedby="logo-hint"
        />
        {head.logo ? (
          <label className="choice">
            <input type="checkbox" name="without-logo" value="yes" />
            <span>{t('editions.without-logo')}</span>
          </label>
        ) : null}
      </div>
      <TextField
        name="accent"
        label={label('accent')}
        hint={t('edition-hint.accent')}
        optional
        short
        error={errors.accent}
        value={typedOr(result?.values, 'accent', head.accent ?? '')}
        register={{ name: 'accent' }}
      />
      <FieldChecks checks={here} field="accent" />
      {hideable.length > 0 ? (
        <PickList
          name="hidden"
          legend={label('hidden')}
          hint={t('edition-hint.hidden')}
          options={hideable}
          chosen={head.hidden}
          result={result}
          checks={here}
        />
      ) : null}
      <div className="step-buttons">
        <button className="button" type="submit">
          {failed?.changed ? t('editions.save-mine') : t('editions.save')}
        </button>
      </div>
    </form>
  );
};
