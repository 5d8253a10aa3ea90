import type { FailedForm } from '#app/domain/posted-form.ts';
import { visitReportInput } from '#app/domain/visit-report.ts';
import { ErrorSummary, TextField, typedOr } from './fields.tsx';
import { useCheckedForm } from './use-checked-form.ts';
import { useWords } from './words.tsx';

type Props = {
  notes: { id: string; text: string }[];
  /** Where the report can go. */
  mail: { coach: string | null; host: string };
  result: FailedForm | undefined;
};

/** The end of a visit: which notes go into the report, a closing remark, and who gets it. */
export const VisitReportForm = ({ notes, mail, result }: Props) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(visitReportInput, result?.errors);
  const ticked = [result?.values.notes ?? []].flat();
  return (
    <form method="post" noValidate {...handlers}>
      <ErrorSummary errors={errors} labels={{ remark: t('visit-report.remark') }} />
      {notes.length > 0 ? (
        <fieldset className="field">
          <legend>{t('visit-report.which-notes')}</legend>
          <span className="hint">{t('visit-report.which-notes-hint')}</span>
          <div className="choices">
            {notes.map(({ id, text }) => (
              <label className="choice" key={id}>
                <input type="checkbox" value={id} defaultChecked={ticked.includes(id)} {...register('notes')} />
                <span>{text}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
      <TextField
        name="remark"
        label={t('visit-report.remark')}
        hint={t('item.no-names')}
        rows={4}
        optional
        error={errors.remark}
        value={typedOr(result?.values, 'remark', '')}
        register={register('remark')}
      />
      {mail.coach ? <p>{t('visit-report.to-coach', { email: mail.coach })}</p> : <p>{t('visit-report.no-mail')}</p>}
      {mail.coach && mail.host ? (
        <label className="choice">
          <input type="checkbox" value="yes" {...register('host')} />
          <span>
            {t('visit-report.to-host', { email: mail.host })}
            <small>{t('visit-report.to-host-help')}</small>
          </span>
        </label>
      ) : null}
      <button className="button" type="submit">
        {t('visit-report.finish')}
      </button>
    </form>
  );
};
