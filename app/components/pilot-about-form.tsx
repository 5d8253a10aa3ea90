import { newPilotInput, pilotInput } from '#app/domain/pilot-input.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { ErrorSummary, SelectField, TextField, typedOr } from './fields.tsx';
import { useCheckedForm } from './use-checked-form.ts';
import { useWords } from './words.tsx';

type Choice = { id: string; label: string };
export type PilotAbout = {
  title: string;
  sector: string;
  setting: string;
  question: string;
  startsOn: string;
  endsOn: string;
  /** Absent where a pilot begins. */
  answer?: string;
};
type Props = {
  sectors: Choice[];
  value: PilotAbout;
  result: FailedForm | undefined;
  /** Only where a pilot begins: what it is made from. */
  from?: { sources: Choice[]; chosen: string };
};

/** What a pilot is about: a new one, or one that goes on. */
export const PilotAboutForm = ({ sectors, value, result, from }: Props) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm<Record<string, string>>(
    (from ? newPilotInput : pilotInput) as never,
    result?.errors,
  );
  const labels = {
    from: t('pilot.from'),
    title: t('pilot.name'),
    sector: t('pilots.sector'),
    setting: t('pilot.setting'),
    question: t('pilot.question'),
    startsOn: t('pilot.starts-on'),
    endsOn: t('pilot.ends-on'),
    answer: t('pilot.answer'),
  };
  const shown = (name: keyof PilotAbout) => ({
    name,
    label: labels[name],
    error: errors[name],
    value: typedOr(result?.values, name, value[name] ?? ''),
    register: register(name),
  });
  return (
    <form method="post" className="wide-form" noValidate {...handlers}>
      {from ? null : <input type="hidden" name="intent" value="about" />}
      <ErrorSummary errors={errors} labels={labels} />
      {from ? (
        <SelectField
          name="from"
          label={labels.from}
          hint={t('pilot.from-hint')}
          options={[{ id: '', label: t('pilot.from-nothing') }, ...from.sources]}
          error={errors.from}
          value={typedOr(result?.values, 'from', from.chosen)}
          register={register('from')}
        />
      ) : null}
      <TextField {...shown('title')} hint={t('pilot.name-hint')} />
      <SelectField {...shown('sector')} options={sectors} />
      <TextField {...shown('setting')} hint={t('pilot.setting-hint')} optional />
      <TextField {...shown('question')} hint={t('pilot.question-hint')} rows={3} optional />
      {from ? null : <TextField {...shown('answer')} hint={t('pilot.answer-hint')} rows={3} optional />}
      <TextField {...shown('startsOn')} type="date" short optional />
      <TextField {...shown('endsOn')} type="date" short optional />
      <div className="step-buttons">
        <button className={from ? 'button' : 'button button--secondary'} type="submit">
          {from ? t('pilot.begin') : t('pilot.save')}
        </button>
      </div>
    </form>
  );
};
