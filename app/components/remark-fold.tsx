import { type RemarkKind, remarkId, remarkKinds } from '#app/domain/remark.ts';
import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

type Props = { item: string; title: string; made: readonly RemarkKind[]; itemUrl: string };

/** What does not fit an item, in one tap: buttons of the section's own form, so that what was answered is kept too. */
export const RemarkFold = ({ item, title, made, itemUrl }: Props) => {
  const { t } = useWords();
  return (
    <details className="disclosure">
      <summary>
        <Icon name="message-circle" />
        {made.length > 0 ? t('remark.made', { count: made.length }) : t('remark.fold')}
      </summary>
      <div className="disclosure__body">
        <p className="small" id={`${item}-remark`}>
          {t('remark.intro')}
        </p>
        <div className="row">
          {remarkKinds.map((kind) => (
            <button
              key={kind}
              className="button button--secondary button--small"
              type="submit"
              name={made.includes(kind) ? 'take-back' : 'remark'}
              value={remarkId(item, kind)}
            >
              {made.includes(kind) ? t('remark.take-back', { remark: t(`remark.${kind}`) }) : t(`remark.${kind}`)}
              <span className="visually-hidden">: {title}</span>
            </button>
          ))}
        </div>
        <p className="small">
          <a href={`${itemUrl}#remark`}>{t('remark.to-note')}</a>
        </p>
      </div>
    </details>
  );
};

/** Enter in a text field sends the answers, not the first remark: a form's first button is the one that Enter presses. */
export const EnterSends = () => {
  const { t } = useWords();
  return (
    <button className="visually-hidden" type="submit" tabIndex={-1} aria-hidden="true">
      {t('section.last')}
    </button>
  );
};
