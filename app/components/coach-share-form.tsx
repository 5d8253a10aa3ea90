import type { ShareScope } from '#app/domain/access.ts';
import { usualMonths } from '#app/domain/coach-share.ts';
import { changedShareInput, coachShareInput } from '#app/domain/coach-share-input.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { SelectField } from './fields.tsx';
import { useCheckedForm } from './use-checked-form.ts';
import { useWords } from './words.tsx';

type Props = {
  /** The share to change; null makes one. */
  share: { id: string; scope: readonly ShareScope[]; until: string | null } | null;
  months: { id: string; day: string }[];
  result: FailedForm | undefined;
};

/** What travels to a job coach, and until when. Answers and result always do: without them there is nothing to compare. */
export const CoachShareForm = ({ share, months, result }: Props) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(share ? changedShareInput : coachShareInput, result?.errors);
  const chosen: readonly ShareScope[] = share?.scope ?? ['plan'];
  const suffix = share?.id ?? 'new';
  const choices = months.map(({ id, day }) => ({ id, label: t('sharing.months', { count: Number(id), day }) }));
  return (
    <form method="post" noValidate {...handlers} className="stack no-print">
      {share ? <input type="hidden" name="share" value={share.id} /> : null}
      <input type="hidden" name="intent" value={share ? 'change' : 'offer'} />
      <fieldset className="field">
        <legend>{t('sharing.what')}</legend>
        <div className="choices">
          <label className="choice">
            <input type="checkbox" defaultChecked disabled />
            <span>
              {t('sharing.answers')}
              <small>{t('sharing.answers-help')}</small>
            </span>
          </label>
          {(['plan', 'notes'] as const).map((scope) => (
            <label className="choice" key={scope}>
              <input type="checkbox" value={scope} defaultChecked={chosen.includes(scope)} {...register('scope')} />
              <span>
                {t(`sharing.${scope}`)}
                <small>{t(`sharing.${scope}-help`)}</small>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <SelectField
        name="months"
        id={`months-${suffix}`}
        label={t('sharing.until')}
        options={
          share ? [{ id: 'as-now', label: t('sharing.as-now', { day: share.until ?? '' }) }, ...choices] : choices
        }
        error={errors.months}
        value={share ? 'as-now' : usualMonths}
        register={register('months')}
      />
      <div className="step-buttons">
        <button className={share ? 'button button--secondary' : 'button'} type="submit">
          {share ? t('sharing.keep') : t('sharing.make')}
        </button>
      </div>
    </form>
  );
};
