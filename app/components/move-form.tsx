import { useEffect, useRef, useState } from 'react';
import type { FieldError } from 'react-hook-form';
import type { Phase } from '#app/domain/placement.ts';
import type { Check, PlacementDate, Reminder } from '#app/domain/placement-moves.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { ChoiceField, ErrorSummary, FieldMessage, TextField, typedOr } from './fields.tsx';
import { Icon } from './icon.tsx';
import { Duties, type Duty } from './placement-parts.tsx';
import { Waiting } from './waiting.tsx';
import { useWords } from './words.tsx';

type Page = {
  ticked: Check[];
  /** Day on which the workplace was mailed about what holds this step. */
  told: string | null;
  dates: Record<PlacementDate, string>;
  outcomes: { id: string; label: string; lasting: boolean }[];
  reasons: { id: string; label: string }[];
};
type Chosen = {
  to: Phase;
  name: string;
  checks: Check[];
  dates: PlacementDate[];
  reminders: Reminder[];
  held: Duty[];
  legal: Duty[];
  legalTicked: string[];
};
type Props = { page: Page; chosen: Chosen; result: FailedForm | undefined; cancelUrl: string };

/** One step: what must be settled, its dates, what holds it, and how it ends where it closes. */
export const MoveForm = ({ page, chosen, result, cancelUrl }: Props) => {
  const { t } = useWords();
  const errors = (result?.errors ?? {}) as Record<string, FieldError>;
  const typed = (name: string) => [result?.values[name] ?? []].flat();
  const ticked = result ? typed('check') : page.ticked;
  const legal = result ? typed('legal') : chosen.legalTicked;
  const labels = {
    ...Object.fromEntries(chosen.dates.map((name) => [name, t(`move.${name}`)])),
    outcome: t('move.outcome-label'),
    outcomeReason: t('move.reason-label'),
  };
  const again = `${cancelUrl}/move?${new URLSearchParams([
    ['to', chosen.to],
    ...ticked.map((check) => ['check', check]),
    ...chosen.dates.map((name) => [name, typedOr(result?.values, name, page.dates[name])]),
  ])}`;
  return (
    <form method="post" noValidate className="move-form">
      <ErrorSummary errors={errors} labels={labels} />
      <input type="hidden" name="to" value={chosen.to} />
      <HeldBy held={chosen.held} errors={errors} told={page.told} again={again} />
      {chosen.checks.length > 0 ? (
        <fieldset className="field">
          <legend>{t('move.checks')}</legend>
          <div className="choices">
            {chosen.checks.map((check) => (
              <Tick
                key={check}
                name="check"
                value={check}
                label={t(`check.${check}`)}
                help={t(`check.${check}-help`)}
                checked={ticked.includes(check)}
                error={errors[`check-${check}`]}
              />
            ))}
          </div>
        </fieldset>
      ) : null}
      {chosen.legal.length > 0 ? (
        <fieldset className="field" id="legal">
          <legend>{t('move.legal')}</legend>
          <span className="hint">{t('move.legal-hint')}</span>
          <FieldMessage id="legal" error={errors.legal} />
          <div className="choices">
            {chosen.legal.map(({ id, title, legal: article }) => (
              <Tick
                key={id}
                name="legal"
                value={id}
                label={title}
                help={article ?? ''}
                checked={legal.includes(id)}
                error={undefined}
              />
            ))}
          </div>
          <p>
            <button className="button button--secondary button--small" type="submit" name="intent" value="tick">
              {t('move.keep-ticks')}
            </button>
          </p>
        </fieldset>
      ) : null}
      {chosen.dates.map((name) => (
        <TextField
          key={name}
          name={name}
          label={t(`move.${name}`)}
          hint={t(`move.${name}-hint`)}
          type="date"
          short
          error={errors[name]}
          value={typedOr(result?.values, name, page.dates[name])}
          register={{ name }}
        />
      ))}
      {chosen.to === 'closed' ? <Ending page={page} result={result} errors={errors} /> : null}
      {chosen.reminders.length > 0 ? (
        <div className="notice">
          <Icon name="info" />
          <div>
            {chosen.reminders.map((reminder) => (
              <p key={reminder}>{t(`reminder.${reminder}`)}</p>
            ))}
          </div>
        </div>
      ) : null}
      <div className="step-buttons">
        <button className="button" type="submit" name="intent" value="move">
          {t(chosen.to === 'closed' ? 'move.close' : 'move.take')}
        </button>
        <a className="icon-link" href={cancelUrl}>
          {t('placement.cancel')}
        </a>
      </div>
    </form>
  );
};

type TickProps = {
  name: string;
  value: string;
  label: string;
  help: string;
  checked: boolean;
  error: FieldError | undefined;
};
const Tick = ({ name, value, label, help, checked, error }: TickProps) => {
  const id = `${name}-${value}`;
  return (
    <div>
      <FieldMessage id={id} error={error} />
      <label className="choice">
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          defaultChecked={checked}
          aria-describedby={error ? `${id}-error` : undefined}
        />
        <span>
          {label}
          {help ? <small>{help}</small> : null}
        </span>
      </label>
    </div>
  );
};

/** The unmet items that hold a step onto the floor: a legal one for good, another one unless the workplace decides. */
type HeldProps = { held: Duty[]; errors: Record<string, FieldError>; told: string | null; again: string };
const HeldBy = ({ held, errors, told, again }: HeldProps) => {
  const { t } = useWords();
  if (held.length === 0) return null;
  return (
    <div className="notice notice--highlight field" id={errors['held-legal'] ? 'held-legal' : 'held-essential'}>
      <Icon name="lock" />
      <div>
        <h2>{t('move.held-title')}</h2>
        <Duties duties={held} />
        <p>{t('move.held-text')}</p>
        <p>{told ? t('move.told', { day: told }) : t('move.not-told')}</p>
        <Waiting text={t('placement.waiting-host')} href={again} />
      </div>
    </div>
  );
};

type EndingProps = { page: Page; result: FailedForm | undefined; errors: Record<string, FieldError> };
const Ending = ({ page, result, errors }: EndingProps) => {
  const { t } = useWords();
  const chosen = (name: string) => [typedOr(result?.values, name, '')];
  const [outcome, setOutcome] = useState(typedOr(result?.values, 'outcome', ''));
  const known = page.outcomes.find(({ id }) => id === outcome);
  const asked =
    known !== undefined || errors.outcomeReason !== undefined || !page.outcomes.some(({ lasting }) => lasting);
  const field = useRef<HTMLDivElement>(null);
  // What was chosen before the script ran stays chosen.
  useEffect(() => {
    const early = field.current?.querySelector<HTMLInputElement>('input:checked');
    if (early) setOutcome(early.value);
  }, []);
  return (
    <>
      <div className="field" ref={field} onChange={(event) => setOutcome((event.target as HTMLInputElement).value)}>
        <ChoiceField
          name="outcome"
          legend={t('move.outcome-label')}
          options={page.outcomes.map(({ id, label }) => ({ id, label }))}
          narrow
          error={errors.outcome}
          chosen={chosen('outcome')}
          register={{ name: 'outcome' }}
        />
      </div>
      {known?.lasting ? null : (
        <details className="disclosure field" open={asked}>
          <summary hidden={asked}>{t('move.reason-fold')}</summary>
          <div className="disclosure__body">
            <ChoiceField
              name="outcomeReason"
              legend={t('move.reason-label')}
              hint={t('move.reason-hint')}
              options={page.reasons.map(({ id, label }) => ({ id, label }))}
              narrow
              error={errors.outcomeReason}
              chosen={chosen('outcomeReason')}
              register={{ name: 'outcomeReason' }}
            />
          </div>
        </details>
      )}
      <TextField
        name="outcomeNote"
        label={t('move.note-label')}
        hint={t('item.no-names')}
        rows={3}
        optional
        error={errors.outcomeNote}
        value={typedOr(result?.values, 'outcomeNote', '')}
        register={{ name: 'outcomeNote' }}
      />
      <p className="small">{t('move.closing-erases')}</p>
    </>
  );
};
