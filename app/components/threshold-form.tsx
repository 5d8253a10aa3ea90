import { thresholdInput } from '#app/domain/placement-input.ts';
import type { ThresholdWeight } from '#app/domain/placement-threshold.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { ErrorSummary, FieldMessage, SelectField, TextField, typedOr } from './fields.tsx';
import { Icon } from './icon.tsx';
import { useCheckedForm } from './use-checked-form.ts';
import { WeightChoice } from './weight-choice.tsx';
import { useWords } from './words.tsx';

type Stored = { text: string; weight: ThresholdWeight; itemId: string | null; seenOn: string; version: number };
type Props = {
  items: { id: string; label: string }[];
  result: FailedForm | undefined;
  /** The threshold that is changed; none when a new one is noted. */
  stored?: Stored;
  title: string;
  /** Where nothing above the form says what it is. */
  heading?: boolean;
};

/** Notes a threshold, or changes one: what was seen, how much it weighs, which question it belongs to. */
export const ThresholdForm = ({ items, result, stored, title, heading }: Props) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(thresholdInput, result?.errors);
  const labels = {
    text: t('threshold.text'),
    weight: t('threshold.weight'),
    item: t('threshold.item'),
    seenOn: t('threshold.seen-on'),
  };
  const weight = typedOr(result?.values, 'weight', stored?.weight ?? 'noticeable');
  const version = typedOr(result?.values, 'version', String(stored?.version ?? ''));
  return (
    <form method="post" noValidate className="card threshold-form" id="note-threshold" aria-label={title} {...handlers}>
      {heading ? <h2>{title}</h2> : null}
      <ErrorSummary errors={errors} labels={labels} />
      <input type="hidden" name="intent" value={stored ? 'change' : 'threshold'} />
      {stored ? <input type="hidden" name="version" value={version} /> : null}
      <TextField
        name="text"
        label={labels.text}
        hint={t('item.no-names')}
        rows={3}
        error={errors.text}
        value={typedOr(result?.values, 'text', stored?.text ?? '')}
        register={register('text')}
      />
      <fieldset className="field" id="weight">
        <legend>{labels.weight}</legend>
        <FieldMessage id="weight" error={errors.weight} />
        <WeightChoice chosen={weight} register={register('weight')} />
      </fieldset>
      <details className="disclosure" open={Boolean(errors.seenOn || stored?.itemId)}>
        <summary>{t('threshold.more')}</summary>
        <div className="disclosure__body">
          <SelectField
            name="item"
            label={labels.item}
            options={[{ id: '', label: t('threshold.no-item') }, ...items]}
            error={errors.item}
            value={typedOr(result?.values, 'item', stored?.itemId ?? '')}
            register={register('item')}
            optional
          />
          <TextField
            name="seenOn"
            label={labels.seenOn}
            hint={t('threshold.seen-hint')}
            type="date"
            short
            optional
            error={errors.seenOn}
            value={typedOr(result?.values, 'seenOn', stored?.seenOn ?? '')}
            register={register('seenOn')}
          />
        </div>
      </details>
      <button className="button" type="submit">
        {t('threshold.save')}
      </button>
    </form>
  );
};

/** On a phone the form is one tap away, directly under the title; on a wide screen it stands beside the page. */
export const NoteThresholdLink = () => {
  const { t } = useWords();
  return (
    <p className="phone-only">
      <a className="button" href="#note-threshold">
        <Icon name="plus" />
        {t('threshold.new')}
      </a>
    </p>
  );
};
