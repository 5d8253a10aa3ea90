import { Icon } from './icon.tsx';
import { Waiting } from './waiting.tsx';
import { useWords } from './words.tsx';

export type ShownShare = {
  id: string;
  state: string;
  email: string | null;
  organisation: string;
  until: string | null;
  answered: number;
  total: number;
};

/** A coach who waits for the employer, or who is looking along: what to do next, and one button to stop. */
export const ShareCard = ({ share, base }: { share: ShownShare; base: string }) => {
  const { t } = useWords();
  const waits = share.state === 'waiting';
  const who = { email: share.email ?? '', organisation: share.organisation };
  return (
    <section className={waits ? 'notice notice--highlight' : 'notice notice--ok'} aria-labelledby={`share-${share.id}`}>
      <Icon name={waits ? 'users' : 'circle-check'} />
      <div className="notice__row">
        <div>
          <h2 id={`share-${share.id}`}>{waits ? t('sharing.waits', who) : t('sharing.runs', who)}</h2>
          <p>
            {waits
              ? t('sharing.waits-text', who)
              : t('sharing.runs-text', {
                  email: who.email,
                  answered: share.answered,
                  total: share.total,
                  day: share.until ?? '',
                })}
          </p>
          {waits || share.answered > 0 ? null : <Waiting text={t('sharing.waiting-answers')} href={`${base}/share`} />}
        </div>
        <form method="post" className="row no-print">
          <input type="hidden" name="share" value={share.id} />
          {waits ? (
            <button className="button button--small" type="submit" name="intent" value="confirm">
              {t('sharing.confirm')}
            </button>
          ) : share.answered > 0 ? (
            <a className="button button--small" href={`${base}/compare`}>
              {t('sharing.compare')}
            </a>
          ) : null}
          <button className="button button--secondary button--small" type="submit" name="intent" value="stop">
            {waits ? t('sharing.refuse') : t('sharing.stop')}
          </button>
        </form>
      </div>
    </section>
  );
};
