import { pilotLessonKinds, pilotPartnerKinds, pilotPhases } from '#app/domain/pilot.ts';
import { pilotEntryInput, pilotLessonInput, pilotPartnerInput } from '#app/domain/pilot-input.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { ErrorSummary, SelectField, TextField, typedOr } from './fields.tsx';
import { useCheckedForm } from './use-checked-form.ts';
import { useWords } from './words.tsx';

type Result = { result: FailedForm | undefined };
type Choice = { id: string; label: string };
type Partner = { id: string; kind: string; name: string; contribution: string };

/** A partner: new, or the one that is changed. */
export const PartnerForm = ({ partner, result }: Result & { partner: Partner | null }) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(pilotPartnerInput, result?.errors);
  const labels = {
    partnerKind: t('pilot.partner-kind'),
    partnerName: t('pilot.partner-name'),
    contribution: t('pilot.contribution'),
  };
  return (
    <form method="post" className="wide-form" noValidate {...handlers}>
      <input type="hidden" name="intent" value="partner" />
      <input type="hidden" name="partner" value={typedOr(result?.values, 'partner', partner?.id ?? '')} />
      <ErrorSummary errors={errors} labels={labels} />
      <SelectField
        name="partnerKind"
        label={labels.partnerKind}
        options={pilotPartnerKinds.map((id) => ({ id, label: t(`pilot-partner.${id}`) }))}
        error={errors.partnerKind}
        value={typedOr(result?.values, 'partnerKind', partner?.kind ?? 'employer')}
        register={register('partnerKind')}
      />
      <TextField
        name="partnerName"
        label={labels.partnerName}
        hint={t('pilot.partner-name-hint')}
        error={errors.partnerName}
        value={typedOr(result?.values, 'partnerName', partner?.name ?? '')}
        register={register('partnerName')}
      />
      <TextField
        name="contribution"
        label={labels.contribution}
        hint={t('pilot.contribution-hint')}
        rows={3}
        optional
        error={errors.contribution}
        value={typedOr(result?.values, 'contribution', partner?.contribution ?? '')}
        register={register('contribution')}
      />
      <Save label={partner ? t('pilot.save') : t('pilot.partner-add')} />
    </form>
  );
};

/** A line of the journal. */
export const EntryForm = ({ phases, today, result }: Result & { phases: Choice[]; today: string }) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(pilotEntryInput, result?.errors);
  const labels = { phase: t('pilot.phase'), day: t('pilot.day'), entry: t('pilot.entry') };
  return (
    <form method="post" className="wide-form" noValidate {...handlers}>
      <input type="hidden" name="intent" value="entry" />
      <ErrorSummary errors={errors} labels={labels} />
      <SelectField
        name="phase"
        label={labels.phase}
        options={phases}
        error={errors.phase}
        value={typedOr(result?.values, 'phase', String(pilotPhases[0]))}
        register={register('phase')}
      />
      <TextField
        name="day"
        label={labels.day}
        type="date"
        short
        error={errors.day}
        value={typedOr(result?.values, 'day', today)}
        register={register('day')}
      />
      <TextField
        name="entry"
        label={labels.entry}
        hint={t('pilot.entry-hint')}
        rows={3}
        error={errors.entry}
        value={typedOr(result?.values, 'entry', '')}
        register={register('entry')}
      />
      <Save label={t('pilot.entry-add')} />
    </form>
  );
};

/** Something learned, about an item of the checklist or not. */
export const LessonForm = ({ items, result }: Result & { items: Choice[] }) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(pilotLessonInput, result?.errors);
  const labels = { lessonKind: t('pilot.lesson-kind'), lesson: t('pilot.lesson'), item: t('pilot.lesson-item') };
  return (
    <form method="post" className="wide-form" noValidate {...handlers}>
      <input type="hidden" name="intent" value="lesson" />
      <ErrorSummary errors={errors} labels={labels} />
      <SelectField
        name="lessonKind"
        label={labels.lessonKind}
        options={pilotLessonKinds.map((id) => ({ id, label: t(`pilot-lesson.${id}`) }))}
        error={errors.lessonKind}
        value={typedOr(result?.values, 'lessonKind', 'worked')}
        register={register('lessonKind')}
      />
      <TextField
        name="lesson"
        label={labels.lesson}
        hint={t('pilot.lesson-hint')}
        rows={3}
        error={errors.lesson}
        value={typedOr(result?.values, 'lesson', '')}
        register={register('lesson')}
      />
      <SelectField
        name="item"
        label={labels.item}
        optional
        options={[{ id: '', label: t('pilot.lesson-no-item') }, ...items]}
        error={errors.item}
        value={typedOr(result?.values, 'item', '')}
        register={register('item')}
      />
      <Save label={t('pilot.lesson-add')} />
    </form>
  );
};

const Save = ({ label }: { label: string }) => (
  <div className="step-buttons">
    <button className="button button--secondary" type="submit">
      {label}
    </button>
  </div>
);

type Links = { assessments: Choice[]; placements: Choice[]; linked: string[] };

/** Which self-scans and placements belong to it. */
export const LinksForm = ({ assessments, placements, linked }: Links) => {
  const { t } = useWords();
  const boxes = (name: string, choices: Choice[]) => (
    <fieldset className="field">
      <legend>{t(`pilot.${name}`)}</legend>
      <div className="choices">
        {choices.map(({ id, label }) => (
          <label className="choice" key={id}>
            <input type="checkbox" name={name} value={id} defaultChecked={linked.includes(id)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
  if (assessments.length + placements.length === 0) return <p>{t('pilot.links-none')}</p>;
  return (
    <form method="post">
      <input type="hidden" name="intent" value="links" />
      {assessments.length > 0 ? boxes('assessments', assessments) : null}
      {placements.length > 0 ? boxes('placements', placements) : null}
      <Save label={t('pilot.links-save')} />
    </form>
  );
};

/** Takes one partner, line or lesson out. */
export const RemovePart = ({
  what,
  id,
  label,
}: {
  what: 'partner' | 'entry' | 'lesson';
  id: string;
  label: string;
}) => {
  const { t } = useWords();
  return (
    <form method="post">
      <input type="hidden" name="intent" value="remove" />
      <input type="hidden" name="what" value={what} />
      <input type="hidden" name="id" value={id} />
      <button className="button button--secondary button--small" type="submit">
        {t('pilot.remove')}
        <span className="visually-hidden"> {label}</span>
      </button>
    </form>
  );
};
