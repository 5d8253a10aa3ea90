import type { CoachPage, Failed } from './coach-page.ts';
import { GuidanceForm, NoteForm } from './coach-record.tsx';
import { Folded } from './folded.tsx';
import { useWords } from './words.tsx';

/** What only the coach reads: notes, and hours of guidance. */
export const CoachOwnRecord = ({ page, failed }: { page: CoachPage; failed: Failed }) => {
  const { t } = useWords();
  return (
    <Folded
      title={t('notes.kept', { count: page.notes.length, time: page.total })}
      id="own"
      open={Boolean(failed('note') || failed('guidance'))}
    >
      <p className="small muted">{t('notes.intro')}</p>
      <ul className="list" role="list">
        {page.notes.map((one) => (
          <li key={one.id}>
            <span className="muted small">{one.day}</span>
            <p className="typed">{one.text}</p>
          </li>
        ))}
      </ul>
      {page.closedOn ? null : <NoteForm result={failed('note')} />}
      <h3>{t('guidance.title')}</h3>
      <p>{t('guidance.total', { time: page.total })}</p>
      {page.guidance.length > 0 ? (
        <details className="disclosure">
          <summary>{t('guidance.each')}</summary>
          <ul className="list small" role="list">
            {page.guidance.map((one) => (
              <li key={one.id} className="row row--apart">
                <span>
                  {one.day}, {one.kind}
                </span>
                <span>{one.time}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {page.closedOn ? null : (
        <details className="disclosure" open={Boolean(failed('guidance'))}>
          <summary>{t('guidance.new')}</summary>
          <div className="disclosure__body">
            <GuidanceForm result={failed('guidance')} today={page.today} />
          </div>
        </details>
      )}
    </Folded>
  );
};
