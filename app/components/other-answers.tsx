import type { ShownItem } from '#app/domain/shown-item.ts';
import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

/** Two people on one item: both values, and until it is settled the lower counts. */
export const Rivals = ({ shown, itemUrl }: { shown: ShownItem; itemUrl: string }) => {
  const { t } = useWords();
  return (
    <div className="notice notice--highlight" data-conflict hidden={shown.rivals.length === 0}>
      <Icon name="triangle-alert" />
      <div>
        <h2>{t('conflict.title')}</h2>
        {shown.rivals.map((answer) => (
          <p key={answer.id}>
            <strong>{t(`answer.${answer.value}`)}</strong> · {answer.authorLabel || t(`voice.${answer.voice}`)}
            {answer.note ? ` · ${answer.note}` : ''}
          </p>
        ))}
        <p>
          {t('conflict.lower-counts')} <a href={itemUrl}>{t('conflict.settle')}</a>
        </p>
      </div>
    </div>
  );
};

/** What others answered, for a job coach who has answered too. */
export const Beside = ({ answers }: { answers: ShownItem['beside'] }) => {
  const { t } = useWords();
  return answers.map((answer) => (
    <p className="small with-icon with-icon--top" key={answer.id}>
      <Icon name="users" />
      <span>
        {t('item.beside', {
          who: answer.authorLabel || t(`voice.${answer.voice}`),
          answer: t(`answer.${answer.value}`),
        })}
        {answer.note ? ` · ${answer.note}` : ''}
      </span>
    </p>
  ));
};
