import { useWords } from './words.tsx';

export type ShownPasskey = { id: string; label: string; made: string; used: string | null };

/** One's own passkeys: each with its name, to change, and a button to remove it. */
export const PasskeyList = ({ passkeys }: { passkeys: ShownPasskey[] }) => {
  const { t } = useWords();
  if (passkeys.length === 0) return <p className="muted">{t('passkey.none')}</p>;
  return (
    <ul className="list" role="list">
      {passkeys.map((one) => (
        <li key={one.id} className="stack stack--tight">
          <form method="post" className="inline-form">
            <input type="hidden" name="passkey" value={one.id} />
            <label className="stack stack--tight">
              <span className="label">{t('passkey.label')}</span>
              <input
                className="input"
                name="label"
                defaultValue={one.label}
                required
                maxLength={120}
                autoComplete="off"
              />
            </label>
            <button className="button button--secondary" type="submit" name="intent" value="rename-passkey">
              {t('passkey.rename')}
            </button>
            <button
              className="button button--secondary"
              type="submit"
              name="intent"
              value="remove-passkey"
              formNoValidate
            >
              {t('passkey.remove')}
              <span className="visually-hidden"> {one.label}</span>
            </button>
          </form>
          <p className="muted small">
            {t('passkey.made', { day: one.made })} ·{' '}
            {one.used ? t('passkey.used', { day: one.used }) : t('passkey.unused')}
          </p>
        </li>
      ))}
    </ul>
  );
};
