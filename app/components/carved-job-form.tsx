import type { FailedForm } from '#app/domain/posted-form.ts';
import { carvedJobInput } from '#app/domain/task-input.ts';
import { ErrorSummary, TextField, typedOr } from './fields.tsx';
import { useCheckedForm } from './use-checked-form.ts';
import { useWords } from './words.tsx';

type Props = {
  stored: { title: string; daysPerWeek: number; redLines: string[]; asks: string };
  result: FailedForm | undefined;
};

/** What is said of a carved job besides its tasks. */
export const CarvedJobForm = ({ stored, result }: Props) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(carvedJobInput, result?.errors);
  const texts = {
    ...stored,
    daysPerWeek: String(stored.daysPerWeek),
    redLines: stored.redLines.join('\n'),
  };
  const labels: Record<string, string> = {
    title: t('carve.job-title'),
    daysPerWeek: t('carve.daysPerWeek'),
    redLines: t('carve.redLines'),
    asks: t('carve.asks'),
  };
  const field = (name: keyof typeof texts) => ({
    name,
    label: labels[name] ?? '',
    error: errors[name],
    value: typedOr(result?.values, name, texts[name]),
    register: register(name),
  });
  return (
    <form method="post" noValidate {...handlers}>
      <ErrorSummary errors={errors} labels={labels} />
      <TextField {...field('title')} hint={t('item.no-names')} />
      <TextField {...field('daysPerWeek')} hint={t('carve.days-hint')} short />
      <TextField {...field('redLines')} hint={t('carve.red-lines-hint')} rows={4} optional />
      <TextField {...field('asks')} hint={t('carve.asks-hint')} rows={4} optional />
      <button className="button button--secondary" type="submit">
        {t('carve.save')}
      </button>
    </form>
  );
};
