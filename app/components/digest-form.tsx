import type { FailedForm } from '#app/domain/posted-form.ts';
import { digestInput } from '#app/domain/share-input.ts';
import { ErrorSummary, TextField, typedOr } from './fields.tsx';
import { useCheckedForm } from './use-checked-form.ts';
import { useWords } from './words.tsx';

type Props = { digest: { email: string; confirmed: boolean } | null; result: FailedForm | undefined; asked: boolean };

/** An address for the weekly digest; nothing is sent before it is confirmed. */
export const DigestForm = ({ digest, result, asked }: Props) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(digestInput, result?.errors);
  return (
    <>
      {asked ? (
        <p className="notice notice--ok" role="status">
          {t('digest.asked')}
        </p>
      ) : null}
      {digest ? (
        <form method="post" className="stack stack--tight">
          <p>
            {digest.confirmed ? t('digest.on', { email: digest.email }) : t('digest.waiting', { email: digest.email })}
          </p>
          <p>
            <button className="button button--secondary button--small" type="submit" name="intent" value="stop-digest">
              {t('digest.stop')}
            </button>
          </p>
        </form>
      ) : null}
      <form method="post" noValidate {...handlers}>
        <input type="hidden" name="intent" value="digest" />
        <ErrorSummary errors={errors} labels={{ email: t('digest.email') }} />
        <TextField
          name="email"
          type="email"
          autoComplete="email"
          label={t('digest.email')}
          hint={t('digest.email-hint')}
          error={errors.email}
          value={typedOr(result?.values, 'email', '')}
          register={register('email')}
        />
        <div className="step-buttons">
          <button className="button button--secondary" type="submit">
            {t('digest.submit')}
          </button>
        </div>
      </form>
    </>
  );
};
