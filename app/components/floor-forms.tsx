import type { ReactNode } from 'react';
import { anchorValues } from '#app/domain/answer.ts';
import type { FloorItem, FloorThreshold, RefusedEntry } from '#app/domain/floor-page.ts';
import { keepName } from '#app/domain/kept-text.ts';
import type { ThresholdWeight } from '#app/domain/placement-threshold.ts';
import { KeepText } from './fields.tsx';
import { glyphCount, Steps, Wall } from './glyphs.tsx';
import { Icon } from './icon.tsx';
import { WeightChoice } from './weight-choice.tsx';
import { useWords } from './words.tsx';

type EntryFormProps = {
  /** Where a refusal belongs, and the anchor of the form. */
  form: string;
  fields: Record<string, string>;
  refused: RefusedEntry | null;
  /** Kept at every change rather than with the button. */
  auto?: boolean;
  className?: string;
  children: ReactNode;
};

/** A form of one entry: it posts by itself without script; with script it is kept on the device first. */
export const EntryForm = ({ form, fields, refused, auto, className, children }: EntryFormProps) => {
  const { t } = useWords();
  const error = refused?.form === form ? refused.error : null;
  return (
    <form
      method="post"
      id={form}
      className={className}
      data-entry={auto ? 'auto' : 'button'}
      aria-describedby={`${form}-message`}
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="field-error" id={`${form}-message`} data-message hidden={!error} role={error ? 'alert' : undefined}>
        <Icon name="circle-alert" />
        <span>{error ? t(error) : ''}</span>
      </p>
      {children}
      {error === 'error.identity' ? <KeepText name={keepName(typedField(fields.kind))} /> : null}
    </form>
  );
};

/** Where an entry of this kind has its typed text. */
const typedField = (kind: string | undefined) => (kind === 'answer' ? 'note' : 'text');

export const WeightField = ({ form, chosen }: { form: string; chosen: ThresholdWeight | '' }) => {
  const { t } = useWords();
  return (
    <fieldset className="field" id={`${form}-weight`}>
      <legend>{t('visit.weight')}</legend>
      <WeightChoice chosen={chosen} register={{ name: 'weight' }} />
    </fieldset>
  );
};

/** One threshold: its weight, or that it is lowered; in dispute both values with who and when. */
export const ThresholdEntry = ({
  threshold,
  today,
  refused,
}: {
  threshold: FloorThreshold;
  today: string;
  refused: RefusedEntry | null;
}) => {
  const { t } = useWords();
  const { id, text, weight, loweredOn, version, rivals, last, newId } = threshold;
  const form = `weigh-${id}`;
  const fields = { kind: 'weigh', id: newId, threshold: id, version: String(version) };
  return (
    <li className="floor-entry">
      <h3>{text}</h3>
      <p className="small muted">{t('visit.seen-on', { day: threshold.seenOn })}</p>
      {rivals.length > 0 ? (
        <Choose>
          {[{ weight, loweredOn, ...last, entry: 'stored' }, ...rivals].map((one, index) => (
            <EntryForm
              key={one.entry}
              form={`${form}-choice-${index}`}
              refused={refused}
              fields={{
                ...{ ...fields, id: `${newId}-${index}`, weight: one.weight, loweredOn: one.loweredOn ?? '' },
              }}
            >
              <p>
                <strong>{one.loweredOn ? t('visit.lowered') : t(`weight.${one.weight}`)}</strong> · <By {...one} />
              </p>
              <button className="button button--secondary" type="submit">
                {t('visit.keep', { value: one.loweredOn ? t('visit.lowered') : t(`weight.${one.weight}`) })}
              </button>
            </EntryForm>
          ))}
        </Choose>
      ) : (
        <EntryForm form={form} fields={fields} refused={refused} auto>
          <WeightField form={form} chosen={weight} />
          <label className="choice">
            <input type="checkbox" name="loweredOn" value={today} defaultChecked={loweredOn !== null} data-today />
            <span>{t('visit.is-lowered')}</span>
          </label>
          <Save />
        </EntryForm>
      )}
    </li>
  );
};

/** Two devices wrote something else: nothing is lost, and the coach says what stands. */
const Choose = ({ children }: { children: ReactNode }) => {
  const { t } = useWords();
  return (
    <div className="notice notice--highlight" data-conflict>
      <Icon name="triangle-alert" />
      <div className="stack">
        <h4>{t('visit.conflict')}</h4>
        {children}
      </div>
    </div>
  );
};

const By = ({ by, at }: { by: string; at: string }) => {
  const { t } = useWords();
  return (
    <>
      {by === 'host' ? t('visit.by-host') : by || t('voice.job-coach')}
      {at ? ` · ${at}` : ''}
    </>
  );
};

/** With script every change is kept by itself, and the button is not needed. */
const Save = () => {
  const { t } = useWords();
  return (
    <button className="button button--secondary" type="submit" data-without-script>
      {t('visit.save')}
    </button>
  );
};

/** One item of the host's self-scan, folded: the coach's own answer and note, and after that what the workplace says. */
export const ItemEntry = ({ shown, refused }: { shown: FloorItem; refused: RefusedEntry | null }) => {
  const { t } = useWords();
  const { item, code, rivals } = shown;
  const form = `answer-${item.id}`;
  const typed = refused?.form === form ? refused.values : null;
  const value = typed?.value ?? shown.value;
  const fields = { kind: 'answer', id: shown.newId, item: item.id, base: shown.base };
  return (
    <li>
      <details
        className={`floor-item item--${item.kind}`}
        id={`item-${item.id}`}
        open={typed !== null || rivals.length > 0}
      >
        <summary>
          <span className="chevron">
            <Icon name="chevron-down" />
          </span>
          <span>
            <strong>
              {code} {item.title}
            </strong>
            {shown.answered ? (
              <span className="small muted">
                {t('visit.workplace-says', { answer: t(shown.counted ? `answer.${shown.counted}` : 'answer.none') })}
              </span>
            ) : null}
          </span>
        </summary>
        {rivals.length > 0 ? (
          <Choose>
            {rivals.map((one, index) => (
              <EntryForm
                key={one.id}
                form={`${form}-choice-${index}`}
                refused={refused}
                fields={{ ...fields, id: one.id, value: one.value === 'unanswered' ? '' : one.value, note: one.note }}
              >
                <p>
                  <strong>{t(`answer.${one.value}`)}</strong> · <By {...one} />
                  {one.note ? ` · ${one.note}` : ''}
                </p>
                <button className="button button--secondary" type="submit">
                  {t('visit.keep', { value: t(`answer.${one.value}`) })}
                </button>
              </EntryForm>
            ))}
          </Choose>
        ) : (
          <EntryForm form={form} fields={fields} refused={refused} auto>
            <fieldset>
              <legend>
                <span className="visually-hidden">{item.title}</span>
              </legend>
              <div className="scale">
                {anchorValues(item.kind).map((one, index) => (
                  <label key={one}>
                    <input type="radio" name="value" value={one} defaultChecked={value === one} />
                    <span>
                      {t(`answer.${one}`)}
                      <span className="anchor-text">{item.anchors[index]}</span>
                    </span>
                    {item.kind === 'prerequisite' ? <Wall laid={glyphCount[one]} /> : <Steps high={glyphCount[one]} />}
                  </label>
                ))}
                <div className="scale__asides">
                  <label className="scale__aside">
                    <input type="radio" name="value" value="unknown" defaultChecked={value === 'unknown'} />
                    {t('answer.unknown')}
                  </label>
                </div>
              </div>
            </fieldset>
            <TypedField
              form={form}
              name="note"
              label={t('visit.item-note')}
              hint={t('visit.shared-with-host')}
              value={typed?.note ?? shown.note}
              rows={2}
            />
            <Save />
          </EntryForm>
        )}
      </details>
    </li>
  );
};

type TypedFieldProps = { form: string; name: string; label: string; hint?: string; value: string; rows: number };

/** A typed text with its warning: no names, nothing about health; the script says when it looks like one. */
export const TypedField = ({ form, name, label, hint, value, rows }: TypedFieldProps) => {
  const { t } = useWords();
  const id = `${form}-${name}`;
  return (
    <div className="field">
      <label className="floor-label" htmlFor={id}>
        {label}
      </label>
      <textarea
        className="input"
        id={id}
        name={name}
        rows={rows}
        defaultValue={value}
        aria-describedby={`${id}-hint`}
        data-typed
      />
      <span className="hint" id={`${id}-hint`}>
        {t('item.no-names')}
        {hint ? ` ${hint}` : ''}
      </span>
      <p className="field-error" role="status" data-hint hidden>
        <Icon name="triangle-alert" />
        <span>{t('visit.looks-like-a-person')}</span>
      </p>
    </div>
  );
};
