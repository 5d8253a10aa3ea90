import { useWords } from './words.tsx';

export type ShownLink = {
  id: string;
  kind: string;
  label: string;
  voice: string;
  item: string | null;
  made: string;
  opened: string | null;
  until: string | null;
  stopped: boolean;
};

/** Who can open the assessment, and a button to stop each. */
export const LinkList = ({ links }: { links: ShownLink[] }) => {
  const { t } = useWords();
  if (links.length === 0) return <p className="muted small">{t('access.nobody')}</p>;
  return (
    <ul className="list" role="list">
      {links.map((link) => (
        <li key={link.id} className="stack stack--tight">
          <p>
            <strong>{link.label || t(`access.${link.kind}`)}</strong>{' '}
            <span className="muted">
              {[
                t(`access.${link.kind}`),
                link.item,
                t('access.made-on', { day: link.made }),
                link.opened ? t('access.opened-on', { day: link.opened }) : t('access.unopened'),
                link.until ? t('access.until', { day: link.until }) : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </p>
          {link.stopped ? (
            <p className="small">{t('access.stopped')}</p>
          ) : (
            <form method="post" className="no-print">
              <input type="hidden" name="link" value={link.id} />
              <button className="button button--secondary button--small" type="submit" name="intent" value="revoke">
                {t('access.stop')}
                <span className="visually-hidden"> {link.label}</span>
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
};
