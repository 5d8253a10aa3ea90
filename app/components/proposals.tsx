import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

export type ShownProposal = { id: string; title: string; note: string; items: string[] };

/** What the job coach proposes: it counts nowhere until the owner takes it into the plan. */
export const Proposals = ({ proposals, mayDecide }: { proposals: ShownProposal[]; mayDecide: boolean }) => {
  const { t } = useWords();
  return (
    <section className="sheet" aria-labelledby="proposals">
      <h2 id="proposals">{t('propose.list')}</h2>
      <p className="small">{mayDecide ? t('propose.list-text') : t('propose.list-waits')}</p>
      <ul className="list" role="list">
        {proposals.map((one) => (
          <li key={one.id} className="stack stack--tight">
            <p className="with-icon with-icon--top">
              <Icon name="hand-helping" />
              <span>
                <strong>{one.title}</strong>
                {one.items.length > 0 ? (
                  <span className="muted"> {t('plan.for', { items: one.items.join(', ') })}</span>
                ) : null}
              </span>
            </p>
            {one.note ? <p className="small">{one.note}</p> : null}
            {mayDecide ? (
              <form method="post" className="row no-print">
                <input type="hidden" name="proposal" value={one.id} />
                <button className="button button--small" type="submit" name="intent" value="accept">
                  {t('propose.accept')}
                  <span className="visually-hidden"> {one.title}</span>
                </button>
                <button className="button button--secondary button--small" type="submit" name="intent" value="decline">
                  {t('propose.decline')}
                  <span className="visually-hidden"> {one.title}</span>
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
};
