import { useWords } from './words.tsx';

export type ShownSession = { id: string; device: string; since: string; own: boolean };

/** Where somebody is signed in, and a button to end each of the others. */
export const SessionList = ({ sessions }: { sessions: ShownSession[] }) => {
  const { t } = useWords();
  return (
    <>
      <ul className="list" role="list">
        {sessions.map((one) => (
          <li key={one.id} className="row row--apart">
            <p>
              <strong>{one.device || t('account.device-unknown')}</strong>
              <span className="muted small block">{t('account.since', { day: one.since })}</span>
            </p>
            {one.own ? (
              <span className="tag tag--done">{t('account.this-device')}</span>
            ) : (
              <form method="post">
                <input type="hidden" name="session" value={one.id} />
                <button
                  className="button button--secondary button--small"
                  type="submit"
                  name="intent"
                  value="end-session"
                >
                  {t('account.end-session')}
                  <span className="visually-hidden"> {one.device}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form method="post" className="row">
        <button className="button button--secondary" type="submit" name="intent" value="sign-out">
          {t('account.sign-out')}
        </button>
        {sessions.length > 1 ? (
          <button className="button button--secondary" type="submit" name="intent" value="end-others">
            {t('account.end-others')}
          </button>
        ) : null}
      </form>
    </>
  );
};
