import type { FailedForm } from '#app/domain/posted-form.ts';
import { TextField, typedOr } from './fields.tsx';
import { useWords } from './words.tsx';

export type ShownPasskey = { id: string; label: string; made: string; used: string | null };
type FailedRename = FailedForm & { passkey: string };

/** One's own passkeys: each with its name, to change, and a button to remove it. */
export const PasskeyList = ({ passkeys, failed }: { passkeys: ShownPasskey[]; failed: FailedRename | undefined }) => {
  const { t } = useWords();
  if (passkeys.length === 0) return <p className="muted">{t('passkey.none')}</p>;
  return (
    <ul className="list" role="list">
      {passkeys.map((one) => (
        <li key={one.id} className="stack stack--tight">
          <PasskeyForm passkey={one} failed={failed?.passkey === one.id ? failed : undefined} />
          <p className="muted small">
            {t('passkey.made', { day: one.made })} ·{' '}
            {one.used ? t('passkey.used', { day: one.used }) : t('passkey.unused')}
          </p>
        </li>
      ))}
    </ul>
  );
};

/** The page that comes back after a mistake opens here, at the message. */
const PasskeyForm = ({ passkey, failed }: { passkey: ShownPasskey; failed: FailedForm | undefined }) => {
  const { t } = useWords();
  return (
    <form method="post" action="#passkeys" className="stack stack--tight" noValidate>
      <input type="hidden" name="passkey" value={passkey.id} />
      <TextField
        name="label"
        id={`passkey-${passkey.id}`}
        label={t('passkey.label')}
        error={failed?.errors.label}
        value={typedOr(failed?.values, 'label', passkey.label)}
        register={{ name: 'label' }}
      />
      <p className="row">
        <button className="button button--secondary" type="submit" name="intent" value="rename-passkey">
          {t('passkey.rename')}
        </button>
        <button className="button button--secondary" type="submit" name="intent" value="remove-passkey">
          {t('passkey.remove')}
          <span className="visually-hidden"> {passkey.label}</span>
        </button>
      </p>
    </form>
  );
};
