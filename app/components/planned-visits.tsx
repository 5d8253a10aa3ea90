import type { CoachPage, Failed } from './coach-page.ts';
import { VisitForm } from './coach-record.tsx';
import { Folded } from './folded.tsx';
import { useWords } from './words.tsx';

/** Visits to come, and a form for the next. */
export const PlannedVisits = ({ page, failed }: { page: CoachPage; failed: Failed }) => {
  const { t } = useWords();
  if (page.closedOn) return null;
  return (
    <Folded
      title={t('visits.planned', { count: page.visits.length })}
      id="visits"
      open={page.visits.some(({ late }) => late) || Boolean(failed('visit'))}
    >
      {page.visits.length > 0 ? (
        <ul className="list" role="list">
          {page.visits.map((one) => (
            <li key={one.id} className="row row--apart">
              <span>
                <strong>
                  {one.day}
                  {one.time ? `, ${t('placement.hour', { time: one.time })}` : ''}
                </strong>{' '}
                {one.purpose}
              </span>
              {one.begun ? null : (
                <form method="post">
                  <input type="hidden" name="visit" value={one.id} />
                  <button
                    className="button button--secondary button--small"
                    type="submit"
                    name="intent"
                    value="remove-visit"
                  >
                    {t('visits.remove')}
                    <span className="visually-hidden"> {one.day}</span>
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">{t('visits.none')}</p>
      )}
      <details className="disclosure" open={Boolean(failed('visit'))}>
        <summary>{t('visits.new')}</summary>
        <div className="disclosure__body">
          <VisitForm result={failed('visit')} />
        </div>
      </details>
    </Folded>
  );
};
