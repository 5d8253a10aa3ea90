import type { ShownEarlier } from '#app/domain/shown-item.ts';
import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

/** What was answered to a question that another version of the checklist asks: it counts for nothing and stays. */
export const EarlierAnswer = ({ earlier }: { earlier: ShownEarlier }) => {
  const { t } = useWords();
  return (
    <div className="with-icon with-icon--top">
      <Icon name="refresh-cw" />
      <div>
        <p>
          <strong>{t('earlier.title', { version: earlier.version })}</strong> {earlier.title}
        </p>
        {earlier.answers.map((answer) => (
          <div key={answer.id} className="small">
            <p>
              <strong>{t(`answer.${answer.value}`)}</strong> {answer.meaning} ·{' '}
              {answer.who || t(`voice.${answer.voice}`)}
            </p>
            {answer.reason ? <p>{answer.reason}</p> : null}
            {answer.note ? <p>{t('overview.note', { note: answer.note })}</p> : null}
            {answer.proof ? <p>{t('earlier.proof', { proof: answer.proof })}</p> : null}
          </div>
        ))}
      </div>
    </div>
  );
};
