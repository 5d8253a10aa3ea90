import type { FailedForm } from '#app/domain/posted-form.ts';
import { shareInput } from '#app/domain/share-input.ts';
import { ChoiceField, ErrorSummary, TextField, typedOr } from './fields.tsx';
import { useCheckedForm } from './use-checked-form.ts';
import { useWords } from './words.tsx';

/** Makes a link: for whom, what they may do, and how they are called on screen. */
export const ShareForm = ({ result }: { result: FailedForm | undefined }) => {
  const { t } = useWords();
  const stored = { kind: 'colleague', voice: 'team-lead', label: '' } as const;
  const { register, errors, handlers } = useCheckedForm(shareInput, result?.errors);
  return (
    <form method="post" noValidate {...handlers} className="no-print">
      <input type="hidden" name="intent" value="share" />
      <ErrorSummary errors={errors} labels={{ label: t('access.label') }} />
      <ChoiceField
        name="kind"
        legend={t('access.kind')}
        options={(['colleague', 'reader'] as const).map((id) => ({
          id,
          label: t(`access.${id}`),
          help: t(`access.${id}-help`),
        }))}
        narrow
        error={errors.kind}
        chosen={[typedOr(result?.values, 'kind', stored.kind)]}
        register={register('kind')}
      />
      <ChoiceField
        name="voice"
        legend={t('access.voice')}
        hint={t('access.voice-hint')}
        options={(['team-lead', 'hr'] as const).map((id) => ({ id, label: t(`voice.${id}`) }))}
        error={errors.voice}
        chosen={[typedOr(result?.values, 'voice', stored.voice)]}
        register={register('voice')}
      />
      <TextField
        name="label"
        label={t('access.label')}
        hint={t('access.label-hint')}
        error={errors.label}
        value={typedOr(result?.values, 'label', '')}
        register={register('label')}
      />
      <div className="step-buttons">
        <button className="button" type="submit">
          {t('access.make')}
        </button>
      </div>
    </form>
  );
};
