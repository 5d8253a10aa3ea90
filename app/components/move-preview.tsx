import type { ShownMove, ShownMoveLine } from '#app/domain/shown-move.ts';
import { useWords } from './words.tsx';

/** What moving to a version beside this one would bring, and the button that does it. */
export const MovePreview = ({ preview, to }: { preview: ShownMove; to: 'next' | 'back' }) => {
  const { t } = useWords();
  return (
    <>
      <dl className="review">
        {([preview.before, preview.after] as const).map((one, at) => (
          <div key={one.version}>
            <dt>{t(at === 0 ? 'version.verdict-now' : 'version.verdict-then', { version: one.version })}</dt>
            <dd>
              <strong>{t('version.level', { level: one.level, name: one.name })}</strong>{' '}
              {one.open > 0 ? t('version.open', { count: one.open, best: one.best }) : t('version.all-known')}
            </dd>
          </div>
        ))}
      </dl>
      <p>{t('version.kept', { count: preview.kept })}</p>
      <ul className="list" role="list">
        {preview.lines.map((line) => (
          <MoveLine key={line.key} line={line} />
        ))}
      </ul>
      <form method="post">
        <p className="step-buttons">
          <button className={to === 'next' ? 'button' : 'button button--secondary'} name="to" value={to} type="submit">
            {t(to === 'next' ? 'version.submit-next' : 'version.submit-back', { version: preview.version })}
          </button>
        </p>
      </form>
    </>
  );
};

const MoveLine = ({ line }: { line: ShownMoveLine }) => {
  const { t } = useWords();
  return (
    <li>
      <p>
        <span className="tag">{t(`move.${line.kind}`)}</span> {line.why}
      </p>
      {line.before.map((one) => (
        <div key={one.id}>
          <p>
            <strong>{t('version.old-words')}</strong> {one.title}
          </p>
          {one.answers.map((answer) => (
            <p className="small" key={answer.id}>
              {t('version.answer', {
                who: answer.who || t(`voice.${answer.voice}`),
                answer: t(`answer.${answer.value}`),
              })}
              {answer.texts.map((text) => ` · ${text}`)}
            </p>
          ))}
        </div>
      ))}
      {line.after.map((one) => (
        <p key={one.id}>
          <strong>{t('version.new-words')}</strong> {one.title}
        </p>
      ))}
      <p className="small">{t(`move.${line.kind}-answer`)}</p>
    </li>
  );
};
