import { handOverInput } from '#app/domain/placement-input.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { ErrorSummary, TextField, typedOr } from './fields.tsx';
import { useCheckedForm } from './use-checked-form.ts';
import { useWords } from './words.tsx';

/** Invites another coach to take the placement over. */
export const HandOverForm = ({ result }: { result: FailedForm | undefined }) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(handOverInput, result?.errors);
  return (
    <form method="post" noValidate className="small-form" {...handlers}>
      <ErrorSummary errors={errors} labels={{ email: t('placement-hand-over.email') }} />
      <input type="hidden" name="intent" value="invite" />
      <TextField
        name="email"
        label={t('placement-hand-over.email')}
        hint={t('placement-hand-over.email-hint')}
        type="email"
        error={errors.email}
        value={typedOr(result?.values, 'email', '')}
        register={register('email')}
      />
      <div className="step-buttons">
        <button className="button" type="submit">
          {t('placement-hand-over.invite')}
        </button>
      </div>
    </form>
  );
};
