import type { FailedForm } from '#app/domain/posted-form.ts';
import { LinkBox } from './link-box.tsx';
import { useWords } from './words.tsx';

type Partner = { id: string; name: string; state: string; day: string | null };
type Result =
  | { kind: 'link'; partner: string; url: string }
  | { kind: 'mailed'; partner: string; email: string }
  | { kind: 'failed'; form: FailedForm };

/** Who confirmed the text, and a link for who did not. */
export const PilotConfirmations = ({
  partners,
  mail,
  result,
}: {
  partners: Partner[];
  mail: boolean;
  result: Result | undefined;
}) => {
  const { t } = useWords();
  if (partners.length === 0) return <p>{t('pilot-error.no-partner')}</p>;
  return (
    <ul className="list pilot-items" role="list">
      {partners.map((one) => (
        <li key={one.id}>
          <h3>{one.name || t('pilot.partner-unnamed')}</h3>
          <p>
            <span className={one.state === 'confirmed' ? 'tag tag--done' : 'tag tag--busy'}>
              {t(`pilot-publish.${one.state}`, { day: one.day ?? '' })}
            </span>
          </p>
          <Handed partner={one} result={result} />
          {one.state === 'confirmed' ? null : <LinkForm partner={one} mail={mail} result={result} />}
        </li>
      ))}
    </ul>
  );
};

const Handed = ({ partner, result }: { partner: Partner; result: Result | undefined }) => {
  const { t } = useWords();
  if (!result || result.kind === 'failed' || result.partner !== partner.id) return null;
  if (result.kind === 'mailed')
    return (
      <p className="notice notice--ok" role="status">
        {t('pilot-publish.mailed', { email: result.email })}
      </p>
    );
  return <LinkBox url={result.url} text={t('pilot-publish.link-made', { partner: partner.name })} />;
};

const LinkForm = ({ partner, mail, result }: { partner: Partner; mail: boolean; result: Result | undefined }) => {
  const { t } = useWords();
  const failed = result?.kind === 'failed' && result.form.values.partner === partner.id ? result.form : undefined;
  const field = `email-${partner.id}`;
  return (
    <form method="post" className="small-form" noValidate>
      <input type="hidden" name="intent" value="link" />
      <input type="hidden" name="partner" value={partner.id} />
      {mail ? (
        <div className={failed ? 'field field--error' : 'field'}>
          <label className="label" htmlFor={field}>
            {t('pilot-publish.email')} <span className="muted">{t('form.optional')}</span>
          </label>
          {failed ? (
            <p className="field-error" id={`${field}-error`}>
              {t(failed.errors.email?.message ?? 'error.email')}
            </p>
          ) : null}
          <input
            className="input"
            id={field}
            name="email"
            type="email"
            autoComplete="off"
            defaultValue={String(failed?.values.email ?? '')}
            aria-describedby={failed ? `${field}-error` : undefined}
            aria-invalid={failed ? true : undefined}
          />
        </div>
      ) : null}
      <button className="button button--secondary" type="submit">
        {t(mail ? 'pilot-publish.link-or-mail' : 'pilot-publish.link')}
        <span className="visually-hidden"> {partner.name}</span>
      </button>
    </form>
  );
};
