import { triedInput } from '#app/domain/placement-input.ts';
import { helpedAnswers } from '#app/domain/placement-threshold.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { SmallForm } from './coach-record.tsx';
import { ChoiceField, SelectField, TextField, typedOr } from './fields.tsx';
import type { ShownTried } from './threshold-log.tsx';
import { useCheckedForm } from './use-checked-form.ts';
import { useWords } from './words.tsx';

/** What was tried, each with the question whether it helped. */
export const TriedList = ({ tried }: { tried: ShownTried[] }) => {
  const { t } = useWords();
  if (tried.length === 0) return <p className="muted">{t('threshold.nothing-tried')}</p>;
  return (
    <ul className="list" role="list">
      {tried.map((one) => (
        <li key={one.id} className="stack stack--tight">
          <p>
            <strong>{one.text}</strong>
            {one.more ? ` (${one.more})` : ''} <span className="muted small">{one.day}</span>
          </p>
          <form method="post" className="row">
            <input type="hidden" name="intent" value="helped" />
            <input type="hidden" name="tried" value={one.id} />
            <span className="small">{t('threshold.did-it-help')}</span>
            {helpedAnswers.map((answer) => (
              <button
                key={answer}
                className={one.helped === answer ? 'button button--small' : 'button button--secondary button--small'}
                type="submit"
                name="helped"
                value={answer}
                aria-pressed={one.helped === answer}
              >
                {t(`helped-answer.${answer}`)}
                <span className="visually-hidden">: {one.text}</span>
              </button>
            ))}
          </form>
        </li>
      ))}
    </ul>
  );
};

type Props = { remedies: { id: string; label: string }[]; result: FailedForm | undefined; today: string };

/** Notes a remedy that was tried: one of the checklist's, or in one's own words. */
export const TriedForm = ({ remedies, result, today }: Props) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(triedInput, result?.errors);
  const labels = {
    remedy: t('threshold.remedy'),
    tried: t('threshold.tried-what'),
    triedOn: t('threshold.tried-on'),
    helped: t('threshold.did-it-help'),
  };
  return (
    <SmallForm intent="try" save={t('threshold.save-tried')} errors={errors} labels={labels} handlers={handlers}>
      {remedies.length > 0 ? (
        <SelectField
          name="remedy"
          label={labels.remedy}
          options={[{ id: '', label: t('threshold.own-words') }, ...remedies]}
          error={errors.remedy}
          value={typedOr(result?.values, 'remedy', '')}
          register={register('remedy')}
          optional
        />
      ) : null}
      <TextField
        name="tried"
        label={labels.tried}
        hint={t('item.no-names')}
        rows={2}
        optional={remedies.length > 0}
        error={errors.tried}
        value={typedOr(result?.values, 'tried', '')}
        register={register('tried')}
      />
      <TextField
        name="triedOn"
        label={labels.triedOn}
        type="date"
        short
        error={errors.triedOn}
        value={typedOr(result?.values, 'triedOn', today)}
        register={register('triedOn')}
      />
      <ChoiceField
        name="helped"
        legend={labels.helped}
        options={[
          { id: '', label: t('helped-answer.unknown') },
          ...helpedAnswers.map((id) => ({ id, label: t(`helped-answer.${id}`) })),
        ]}
        error={errors.helped}
        chosen={[typedOr(result?.values, 'helped', '')]}
        register={register('helped')}
      />
    </SmallForm>
  );
};
