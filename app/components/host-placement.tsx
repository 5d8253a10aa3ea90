import { waiverInput } from '#app/domain/placement-input.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { Band, ErrorSummary, TextField, typedOr } from './fields.tsx';
import type { ShownFollowUp } from './follow-ups.tsx';
import { Icon } from './icon.tsx';
import { PhaseLine, type ShownStep } from './phase-line.tsx';
import { AfterStart, Duties, type Duty, History, type ShownEvent, Waivers } from './placement-parts.tsx';
import { NoteThresholdLink, ThresholdForm } from './threshold-form.tsx';
import { type ShownThreshold, ThresholdLog } from './threshold-log.tsx';
import { useCheckedForm } from './use-checked-form.ts';
import { useWords } from './words.tsx';

export type HostPage = {
  code: string;
  placement: string;
  assessment: string | null;
  job: string;
  route: string;
  phases: ShownStep[];
  dates: { stageStart: string | null; firstContractDay: string | null };
  closedOn: string | null;
  thresholds: ShownThreshold[];
  items: { id: string; label: string }[];
  needs: { id: string; title: string; meaning: string }[];
  waivers: { item: string; title: string; reason: string }[];
  held: Duty[];
  mayWaive: boolean;
  followUps: ShownFollowUp[];
  history: ShownEvent[];
};
type Failed = (intent: string) => FailedForm | undefined;

/** A placement as the workplace reads it: what is met on its own floor, and what it may decide. */
export const HostPlacement = ({ page, failed }: { page: HostPage; failed: Failed }) => {
  const { language, t } = useWords();
  const { stageStart, firstContractDay } = page.dates;
  return (
    <div className="wrap">
      <p className="crumb">
        <a href={`/${language}/assessments/${page.assessment}/placements`}>
          <Icon name="arrow-left" />
          {t('host-placements.title')}
        </a>
      </p>
      <div className="title">
        <p className="kicker">{page.route}</p>
        <h1>{page.code}</h1>
        <p className="lead">{page.job}</p>
        <p className="small muted">{t('host-placements.code-only')}</p>
        {page.closedOn || page.held.length > 0 ? null : <NoteThresholdLink />}
      </div>
      <HeldItems page={page} failed={failed} />
      <PhaseLine steps={page.phases} />
      {stageStart ? <p className="small">{t('host-placements.stage-start', { day: stageStart })}</p> : null}
      {firstContractDay ? <p className="small">{t('host-placements.contract', { day: firstContractDay })}</p> : null}
      {page.closedOn ? <p>{t('placement.closed-on', { day: page.closedOn })}</p> : null}
      <div className={page.closedOn ? 'placement-floor' : 'placement-floor placement-floor--noting'}>
        <section aria-labelledby="thresholds">
          <h2 id="thresholds">{t('threshold.title')}</h2>
          <ThresholdLog thresholds={page.thresholds} base={null} />
        </section>
        {page.closedOn ? null : (
          <ThresholdForm items={page.items} result={failed('threshold')} title={t('threshold.new')} heading />
        )}
      </div>
      {page.needs.length > 0 ? (
        <Band title={t('host-placements.needs')} intro={t('host-placements.needs-intro')} id="needs">
          <ul className="list" role="list">
            {page.needs.map(({ id, title, meaning }) => (
              <li key={id}>
                <strong>{title}</strong>
                <p className="small">{meaning}</p>
              </li>
            ))}
          </ul>
        </Band>
      ) : null}
      <Waivers waivers={page.waivers} />
      <AfterStart followUps={page.followUps} base={`/${language}/placements/${page.placement}`} />
      <History events={page.history} />
    </div>
  );
};

/** What holds the stage now; the owner may let it start all the same, with a reason, never past a legal duty. */
const HeldItems = ({ page, failed }: { page: HostPage; failed: Failed }) => {
  const { language, t } = useWords();
  if (page.held.length === 0) return null;
  const answers = (id: string) => `/${language}/assessments/${page.assessment}/items/${id}`;
  return (
    <section className="notice notice--highlight placements-here" aria-labelledby="held">
      <Icon name="lock" />
      <div>
        <h2 id="held">{t('hold.title')}</h2>
        <p>{t('hold.intro')}</p>
        <Duties duties={page.held} linkOf={answers} />
        {page.mayWaive && page.held.some(({ legal }) => legal === null) ? (
          <WaiverForm held={page.held} result={failed('waive')} />
        ) : null}
        {page.mayWaive ? null : <p className="small muted">{t('hold.owner-only')}</p>}
      </div>
    </section>
  );
};

const WaiverForm = ({ held, result }: { held: Duty[]; result: FailedForm | undefined }) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(waiverInput, result?.errors);
  const options = held.filter(({ legal }) => legal === null);
  return (
    <details className="disclosure" open={result !== undefined}>
      <summary>{t('hold.waive')}</summary>
      <form method="post" noValidate className="small-form" {...handlers}>
        <ErrorSummary errors={errors} labels={{ reason: t('hold.reason') }} />
        <input type="hidden" name="intent" value="waive" />
        <label className="label" htmlFor="item-waived">
          {t('hold.item')}
        </label>
        <select
          id="item-waived"
          className="input"
          defaultValue={typedOr(result?.values, 'item', '')}
          {...register('item')}
        >
          {options.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
        <TextField
          name="reason"
          label={t('hold.reason')}
          hint={t('hold.reason-hint')}
          rows={3}
          error={errors.reason}
          value={typedOr(result?.values, 'reason', '')}
          register={register('reason')}
        />
        <button className="button button--secondary" type="submit">
          {t('hold.let-start')}
        </button>
      </form>
    </details>
  );
};
