import { askInput } from '#app/domain/ask-input.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { ErrorSummary, TextField, typedOr } from './fields.tsx';
import { LinkBox } from './link-box.tsx';
import { useCheckedForm } from './use-checked-form.ts';
import { useWords } from './words.tsx';

type Props = { result: FailedForm | undefined; made: { url: string; who: string } | undefined };

/** Makes a link that shows one question; the link is shown once. */
export const AskForm = ({ result, made }: Props) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(askInput, result?.errors);
  return (
    <>
      {made ? <LinkBox url={made.url} text={t('ask.made', { who: made.who })} /> : null}
      <form method="post" noValidate {...handlers}>
        <ErrorSummary errors={errors} labels={{ who: t('ask.who'), question: t('ask.question') }} />
        <TextField
          name="who"
          label={t('ask.who')}
          hint={t('ask.who-hint')}
          error={errors.who}
          value={typedOr(result?.values, 'who', '')}
          register={register('who')}
        />
        <TextField
          name="question"
          label={t('ask.question')}
          optional
          rows={2}
          error={errors.question}
          value={typedOr(result?.values, 'question', '')}
          register={register('question')}
        />
        <div className="step-buttons">
          <button className="button" type="submit">
            {t('ask.submit')}
          </button>
        </div>
      </form>
    </>
  );
};
