import type { Language } from '#app/domain/checklist.ts';
import type { EditionContact, EditionInstrument, EditionItem, EditionRemedy } from '#app/domain/edition.ts';
import { type EditionPart, memberTexts, type PartMember } from '#app/domain/edition-texts.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { FieldChecks, type ShownCheck } from './edition-checks.tsx';
import { ChangedMeanwhile, type FieldsContext, LanguageTexts, PickList } from './edition-fields.tsx';
import { ErrorSummary, SelectField, TextField, typedOr } from './fields.tsx';
import { useWords } from './words.tsx';

type Choice = { id: string; label: string };
type Page = {
  part: EditionPart;
  member: PartMember;
  isNew: boolean;
  seen: string;
  languages: Language[];
  checks: ShownCheck[];
  dimensions: Choice[];
  levels: Choice[];
  options: Record<'remedies' | 'instruments' | 'helps', Choice[]>;
  stored: Choice[] | { label: string; text: string }[];
};
type Props = { page: Page; failed: { form: FailedForm; changed: boolean } | undefined };

const short = new Set(['title', 'negative', 'name', 'role', 'who']);

/** The form of one question, remedy, support or contact of a federation, in every language that is offered. */
export const EditionMemberForm = ({ page, failed }: Props) => {
  const { t } = useWords();
  const { languages, checks } = page;
  const result = failed?.form;
  const context = { languages, result, checks };
  const errors = result?.errors ?? {};
  const labelOf = (field: string) => {
    const [name = '', at] = field.split('.');
    return name === 'anchors' ? t('edition-field.anchor', { number: Number(at) + 1 }) : t(`edition-field.${name}`);
  };
  return (
    <form method="post" noValidate>
      {failed?.changed ? <ChangedMeanwhile stored={page.stored as { label: string; text: string }[]} /> : null}
      <ErrorSummary
        errors={errors}
        labels={Object.fromEntries(Object.keys(errors).map((field) => [field, labelOf(field)]))}
      />
      <input type="hidden" name="seen" value={page.seen} />
      <FieldChecks checks={checks} field="" />
      <FieldChecks checks={checks} field="id" />
      <Choices page={page} context={context} />
      {memberTexts(page.part, page.member).map(({ path, texts }) => {
        const name = path.join('.');
        const first = String(path[0]);
        return (
          <LanguageTexts
            key={name}
            name={name}
            label={labelOf(name)}
            hint={first === 'anchors' ? undefined : t(`edition-hint.${page.part}-${first}`)}
            rows={short.has(first) ? undefined : 3}
            texts={texts}
            {...context}
          />
        );
      })}
      <Links page={page} context={context} />
      <div className="step-buttons">
        <button className="button" type="submit">
          {failed?.changed ? t('editions.save-mine') : t('editions.save')}
        </button>
        {page.isNew ? null : (
          <button className="button button--secondary" type="submit" name="intent" value="remove">
            {t('editions.remove')}
          </button>
        )}
      </div>
    </form>
  );
};

type PartProps = { page: Page; context: FieldsContext };

/** What is chosen rather than written. */
const Choices = ({ page, context: { result, checks } }: PartProps) => {
  const { t } = useWords();
  const select = (name: string, options: Choice[], stored: string) => (
    <SelectField
      key={name}
      name={name}
      label={t(`edition-field.${name}`)}
      options={options}
      error={result?.errors[name]}
      value={typedOr(result?.values, name, stored)}
      register={{ name }}
    />
  );
  const typed = (name: 'email' | 'phone' | 'checked', stored: string) => (
    <div key={name}>
      <TextField
        name={name}
        label={t(`edition-field.${name}`)}
        type={name === 'email' ? 'email' : name === 'checked' ? 'date' : 'text'}
        short
        error={result?.errors[name]}
        value={typedOr(result?.values, name, stored)}
        register={{ name }}
      />
      <FieldChecks checks={checks} field={name} />
    </div>
  );
  switch (page.part) {
    case 'items': {
      const { kind, dimension, neededBy } = page.member as EditionItem;
      const kinds = (['prerequisite', 'threshold'] as const).map((id) => ({ id, label: t(`kind.${id}`) }));
      return (
        <>
          {select('dimension', page.dimensions, dimension)}
          {select('kind', kinds, kind)}
          {select('neededBy', page.levels, String(neededBy))}
        </>
      );
    }
    case 'remedies': {
      const efforts = ['1', '2', '3'].map((id) => ({ id, label: t(`edition-effort.${id}`) }));
      return select('effort', efforts, String((page.member as EditionRemedy).effort));
    }
    case 'instruments':
      return typed('checked', (page.member as EditionInstrument).checked);
    case 'contacts': {
      const { email, phone } = page.member as EditionContact;
      return (
        <>
          {typed('email', email)}
          {typed('phone', phone)}
        </>
      );
    }
  }
};

/** What it leads to: remedies of a question; support of a remedy and the questions where it helps as well. */
const Links = ({ page, context: { result, checks } }: PartProps) => {
  const { t } = useWords();
  const list = (name: 'remedies' | 'instruments' | 'helps', chosen: string[]) => (
    <PickList
      name={name}
      legend={t(`edition-field.${name}`)}
      hint={t(`edition-hint.${name}`)}
      options={page.options[name]}
      chosen={chosen}
      result={result}
      checks={checks}
    />
  );
  if (page.part === 'items') return list('remedies', (page.member as EditionItem).remedies);
  if (page.part !== 'remedies') return null;
  const { instruments, helps } = page.member as EditionRemedy;
  return (
    <>
      {list('instruments', instruments)}
      {list('helps', helps)}
    </>
  );
};
