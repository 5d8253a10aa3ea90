import type { AnswerValue } from '#app/domain/answer.ts';
import type { PaperMistake } from '#app/domain/paper.ts';
import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

/** What could not be read, piece by piece. */
export const PaperProblems = ({ mistakes, isEmpty }: { mistakes: PaperMistake[]; isEmpty: boolean }) => {
  const { t } = useWords();
  if (mistakes.length === 0 && !isEmpty) return null;
  return (
    <div className="notice notice--error" role="alert">
      <Icon name="circle-alert" />
      <div>
        <h2>{t('paper.problems')}</h2>
        {isEmpty ? <p>{t('paper.nothing')}</p> : <p>{t('paper.save-first')}</p>}
        {mistakes.map(({ typed, error }) => (
          <p key={`${typed} ${error}`}>{t(error, { typed })}</p>
        ))}
      </div>
    </div>
  );
};

type Line = {
  code: string;
  title: string;
  value: AnswerValue;
  reason: string;
  was: string | null;
  same: boolean;
};

/** What was understood, with what stands there now; saving sends exactly what was read here. */
export const PaperUnderstood = ({
  lines,
  typed,
  maySave,
}: {
  lines: Line[];
  typed: Record<string, string>;
  maySave: boolean;
}) => {
  const { t } = useWords();
  return (
    <section aria-labelledby="understood">
      <h2 id="understood">{t('paper.understood')}</h2>
      <p>{t('paper.understood-intro', { count: lines.length })}</p>
      <dl className="review">
        {lines.map((line) => (
          <div key={line.code}>
            <dt>
              {line.code} {line.title}
            </dt>
            <dd>
              <strong>{t(`answer.${line.value}`)}</strong>
              {line.reason ? ` · ${line.reason}` : ''}
              {line.same ? ` · ${t('paper.same')}` : ''}
              {line.was && !line.same ? ` · ${t('paper.was', { answer: t(`answer.${line.was}`) })}` : ''}
            </dd>
          </div>
        ))}
      </dl>
      {maySave ? (
        <form method="post">
          {Object.entries(typed).map(([name, text]) => (
            <input key={name} type="hidden" name={name} value={text} />
          ))}
          <p className="step-buttons">
            <button className="button" type="submit" name="intent" value="save">
              {t('paper.save')}
            </button>
          </p>
        </form>
      ) : null}
    </section>
  );
};
