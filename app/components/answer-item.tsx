import { keepName } from '#app/domain/kept-text.ts';
import type { RemarkKind } from '#app/domain/remark.ts';
import type { ShownItem } from '#app/domain/shown-item.ts';
import { Reason, Scale } from './answer-scale.tsx';
import { EarlierAnswer } from './earlier-answer.tsx';
import { KeepText } from './fields.tsx';
import { Icon } from './icon.tsx';
import { Kind } from './item-kind.tsx';
import { type Evidence, Why } from './item-why.tsx';
import { KeptFieldset } from './kept.tsx';
import { Beside, Rivals } from './other-answers.tsx';
import { RemarkFold } from './remark-fold.tsx';
import { useWords } from './words.tsx';

type Props = {
  shown: ShownItem;
  itemUrl: string;
  canAsk: boolean;
  evidence?: Evidence;
  /** The kinds of remark made here; none at all for who may make none. */
  remarks?: RemarkKind[] | undefined;
};

/** One item with its answer scale, reason, explanation and note; a part of the section's form. */
export const AnswerItem = ({ shown, itemUrl, canAsk, evidence, remarks }: Props) => {
  const { t } = useWords();
  const { item, code, error } = shown;
  return (
    <li className={`item item--${item.kind}`} id={item.id} data-item={item.id} data-base={shown.base.join(' ')}>
      <input type="hidden" name={`${item.id}.base`} value={shown.base.join(' ')} />
      <input type="hidden" name={`${item.id}.id`} value={shown.newId} />
      <KeptFieldset
        of={item}
        by={isTyped(shown) ? null : keyOf(shown, canAsk, evidence, remarks)}
        url={itemUrl}
        labelled={error ? `${item.id}-error` : undefined}
        draw={(url) => (
          <>
            <legend>
              <Kind item={item} askedBy={shown.askedBy} />
              <span className="statement">
                <span className="statement__code">{code}</span>
                {item.title}
              </span>
            </legend>
            <Again shown={shown} />
            {shown.earlier.map((one) => (
              <EarlierAnswer key={one.id} earlier={one} />
            ))}
            <p className="field-error" id={`${item.id}-error`} data-message hidden={!error}>
              <Icon name="circle-alert" />
              <span>{error ? t(error) : ''}</span>
            </p>
            <Rivals shown={shown} itemUrl={url} />
            <Beside answers={shown.beside} />
            <Scale shown={shown} />
            {item.kind === 'prerequisite' ? <Reason shown={shown} /> : null}
            <KeepText name={keepName(item.id)} hidden={error !== 'error.identity'} />
            <div className="item__extras">
              <Why item={item} sources={shown.sources} evidence={evidence} />
              <Notes shown={shown} />
              {remarks ? <RemarkFold item={item.id} title={item.title} made={remarks} itemUrl={url} /> : null}
              {canAsk ? (
                <a className="icon-link small" href={url}>
                  <Icon name="users" />
                  {t('item.ask-or-history')}
                </a>
              ) : null}
            </div>
          </>
        )}
      />
    </li>
  );
};

/** Whether somebody typed something of what is shown, or said it in an earlier version or beside others. */
const isTyped = ({ fields, rivals, beside, earlier, error }: ShownItem): boolean =>
  [fields.reasonText, fields.note, fields.proof].some((text) => text !== '') ||
  rivals.length + beside.length + earlier.length > 0 ||
  error !== null;

/** What an item without typed texts looks like, beside the item itself. */
const keyOf = (shown: ShownItem, ...more: unknown[]): string =>
  JSON.stringify([
    shown.code,
    shown.askedBy,
    shown.fields.value,
    shown.fields.reasonId,
    shown.again,
    shown.previous,
    more,
  ]);

const Again = ({ shown }: { shown: ShownItem }) => {
  const { t } = useWords();
  if (!shown.again) return null;
  return (
    <p className="small with-icon with-icon--top">
      <Icon name="refresh-cw" />
      <span>
        {t(`again.${shown.again}`)}{' '}
        {shown.previous ? t('again.previous', { answer: t(`answer.${shown.previous}`) }) : ''}
      </span>
    </p>
  );
};

const Notes = ({ shown: { item, code, fields } }: { shown: ShownItem }) => {
  const { t } = useWords();
  return (
    <details className="disclosure" open={fields.note !== '' || fields.proof !== ''}>
      <summary>
        <Icon name="notebook-pen" />
        {t('item.note')}
      </summary>
      <div className="disclosure__body">
        <label htmlFor={`${item.id}-note`}>{t('item.note-label', { code })}</label>
        <textarea
          className="input"
          id={`${item.id}-note`}
          name={`${item.id}.note`}
          rows={2}
          defaultValue={fields.note}
          aria-describedby={`${item.id}-no-names`}
        />
        <label htmlFor={`${item.id}-proof`}>{t('item.proof-label')}</label>
        <textarea
          className="input"
          id={`${item.id}-proof`}
          name={`${item.id}.proof`}
          rows={2}
          defaultValue={fields.proof}
          aria-describedby={`${item.id}-no-names`}
        />
        <p className="muted tiny" id={`${item.id}-no-names`}>
          {t('item.no-names')}
        </p>
      </div>
    </details>
  );
};
