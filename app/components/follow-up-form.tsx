import type { FollowUpQuestion } from '#app/domain/follow-up.ts';
import type { StartingAnswer } from '#app/domain/follow-up-record.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { ChoiceField, ErrorSummary, TextField, typedOr } from './fields.tsx';
import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

type Step = {
  id: string;
  title: string;
  number: number;
  questions: (FollowUpQuestion & { start: StartingAnswer })[];
  note: { label: string; help: string; note: string; earlier: string } | null;
};
type Said = {
  note: string;
  steps: { id: string; title: string; lines: { question: string; answer: string }[] }[];
};
export type FollowUpFormProps = {
  months: string;
  side: 'employer' | 'coach';
  byOtherSide: boolean;
  code: string;
  host: string;
  job: string;
  firstDay: string;
  dueDay: string;
  steps: { id: string; title: string }[];
  /** Day on which the other side filled it in for the reader. */
  standIn: string | null;
  step: Step | null;
  said: Said | null;
};

/** One side's follow-up: what it is about, then one of its steps, or at the end what was said. */
export const FollowUpForm = ({
  page,
  failed,
  back,
}: {
  page: FollowUpFormProps;
  failed: FailedForm | undefined;
  back: string | null;
}) => {
  const { t } = useWords();
  return (
    <div className="wrap">
      {back ? (
        <p className="crumb">
          <a href={back}>
            <Icon name="arrow-left" />
            {t('follow-up.all')}
          </a>
        </p>
      ) : null}
      <div className="title">
        <p className="kicker">
          {page.code} · {page.host}
        </p>
        <h1>{t('follow-up.title', { months: page.months })}</h1>
        <p className="lead">{t('follow-up.lead', { job: page.job, day: page.firstDay })}</p>
        {page.byOtherSide ? (
          <p className="notice notice--highlight">
            <Icon name="circle-alert" />
            <span>{t('follow-up.for-employer')}</span>
          </p>
        ) : null}
        {page.standIn ? (
          <p className="notice">
            <Icon name="circle-check" />
            <span>{t('follow-up.stand-in', { day: page.standIn })}</span>
          </p>
        ) : null}
      </div>
      {page.step ? <StepForm step={page.step} total={page.steps.length} failed={failed} /> : null}
      {page.said ? <WhatWasSaid said={page.said} side={page.side} byOtherSide={page.byOtherSide} /> : null}
    </div>
  );
};

const StepForm = ({ step, total, failed }: { step: Step; total: number; failed: FailedForm | undefined }) => {
  const { t } = useWords();
  const errors = failed?.errors ?? {};
  return (
    <form method="post" noValidate className="follow-up">
      <header className="section-head">
        <p className="kicker">{t('follow-up.step', { number: step.number, total })}</p>
        <h2>{step.title}</h2>
        <Tiles now={step.number} total={total} />
      </header>
      <ErrorSummary
        errors={errors}
        labels={{
          ...Object.fromEntries(step.questions.map(({ id, question }) => [id, question])),
          note: step.note?.label ?? '',
        }}
      />
      {step.questions.map(({ id, question, options, start }) => (
        <ChoiceField
          key={id}
          name={id}
          legend={question}
          options={options.map((option) =>
            option.id === start.proposed?.option
              ? { ...option, help: t(`follow-up.proposed-${start.proposed.from}`) }
              : option,
          )}
          narrow
          error={errors[id]}
          chosen={[failed ? typedOr(failed.values, id, '') : (start.chosen ?? '')]}
          register={{ name: id }}
        />
      ))}
      {step.note ? (
        <>
          <TextField
            name="note"
            label={step.note.label}
            hint={step.note.help}
            optional
            rows={3}
            error={errors.note}
            value={typedOr(failed?.values, 'note', step.note.note)}
            register={{ name: 'note' }}
          />
          {step.note.earlier ? (
            <blockquote className="sheet small follow-up__earlier">
              <p className="muted">{t('follow-up.earlier-note')}</p>
              <p>{step.note.earlier}</p>
            </blockquote>
          ) : null}
        </>
      ) : null}
      <div className="step-buttons">
        <button className="button" type="submit">
          {step.number === total ? t('follow-up.finish') : t('follow-up.next')} <Icon name="arrow-right" />
        </button>
        {step.number > 1 ? (
          <button className="button button--secondary" type="submit" name="go" value="back">
            {t('follow-up.back')}
          </button>
        ) : null}
      </div>
      <p className="small muted">{t('follow-up.kept')}</p>
    </form>
  );
};

const Tiles = ({ now, total }: { now: number; total: number }) => (
  <div className="tiles" aria-hidden="true">
    {Array.from({ length: total }, (_, index) => index + 1).map((number) => (
      <span key={number} className={number === now ? 'now' : number < now ? 'done' : undefined} />
    ))}
  </div>
);

const WhatWasSaid = ({ said, side, byOtherSide }: { said: Said; side: string; byOtherSide: boolean }) => {
  const { t } = useWords();
  return (
    <>
      <p className="notice notice--ok" role="status">
        <Icon name="circle-check" />
        <span>
          <strong>{t('follow-up.thanks')}</strong>{' '}
          {t(byOtherSide || side === 'coach' ? 'follow-up.thanks-coach' : 'follow-up.thanks-employer')}
        </span>
      </p>
      {said.steps.map((step) => (
        <section key={step.id} className="band" aria-labelledby={`said-${step.id}`}>
          <header>
            <h2 id={`said-${step.id}`}>{step.title}</h2>
            <p>
              <a href={`?${side === 'employer' && byOtherSide ? 'side=employer&' : ''}step=${step.id}`}>
                {t('follow-up.change')}
                <span className="visually-hidden">: {step.title}</span>
              </a>
            </p>
          </header>
          <AnswerLines lines={step.lines} />
        </section>
      ))}
      {said.note ? <p className="sheet">{said.note}</p> : null}
    </>
  );
};

/** Questions with what was said. */
export const AnswerLines = ({ lines }: { lines: { question: string; answer: string }[] }) => (
  <dl className="review">
    {lines.map((line) => (
      <div key={line.question}>
        <dt>{line.question}</dt>
        <dd className="review__answer">{line.answer}</dd>
      </div>
    ))}
  </dl>
);
