import type { FailedForm } from '#app/domain/posted-form.ts';
import { type RemarkKind, remarkKinds } from '#app/domain/remark.ts';
import { remarkInput } from '#app/domain/remark-input.ts';
import { ChoiceField, ErrorSummary, TextField, typedOr } from './fields.tsx';
import { useCheckedForm } from './use-checked-form.ts';
import { useWords } from './words.tsx';

type Made = { kind: RemarkKind; note: string };

/** The remarks made on an item, each with a button to take it back, and a new one with a word to the editors. */
export const RemarkForm = ({ made, result }: { made: Made[]; result: FailedForm | undefined }) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(remarkInput, result?.errors);
  const labels = { kind: t('remark.kind'), note: t('remark.note') };
  return (
    <>
      {made.map(({ kind, note }) => (
        <form method="post" className="sheet" key={kind}>
          <input type="hidden" name="kind" value={kind} />
          <p>
            <strong>{t(`remark.${kind}`)}</strong>
          </p>
          {note ? <p className="typed small">{note}</p> : null}
          <button className="button button--secondary button--small" type="submit" name="intent" value="take-back">
            {t('remark.take-back', { remark: t(`remark.${kind}`) })}
          </button>
        </form>
      ))}
      <form method="post" noValidate {...handlers}>
        <ErrorSummary errors={errors} labels={labels} />
        <input type="hidden" name="intent" value="remark" />
        <ChoiceField
          name="kind"
          legend={labels.kind}
          options={remarkKinds.map((id) => ({ id, label: t(`remark.${id}`) }))}
          error={errors.kind}
          chosen={[typedOr(result?.values, 'kind', '')]}
          register={register('kind')}
        />
        <TextField
          name="note"
          label={labels.note}
          hint={t('remark.note-hint')}
          optional
          rows={2}
          error={errors.note}
          value={typedOr(result?.values, 'note', '')}
          register={register('note')}
        />
        <div className="step-buttons">
          <button className="button button--secondary" type="submit">
            {t('remark.send')}
          </button>
        </div>
      </form>
    </>
  );
};
