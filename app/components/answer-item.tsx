import type { ReactNode } from 'react';
import { anchorValues } from '#app/domain/answer.ts';
import type { Item, Source } from '#app/domain/checklist.ts';
import { keepName } from '#app/domain/kept-text.ts';
import type { RemarkKind } from '#app/domain/remark.ts';
import type { ShownItem } from '#app/domain/shown-item.ts';
import { EarlierAnswer } from './earlier-answer.tsx';
import { EvidenceLine } from './evidence-line.tsx';
import { KeepText } from './fields.tsx';
import { glyphCount, Steps, Wall } from './glyphs.tsx';
import { Icon } from './icon.tsx';
import { KeptFieldset } from './kept.tsx';
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
type Evidence = Parameters<typeof EvidenceLine>[0]['evidence'];

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

export const Kind = ({ item, askedBy = null }: { item: Item; askedBy?: string | null }) => {
  const { t } = useWords();
  return (
    <span className="kind">
      <span className="kind__name">
        {item.kind === 'prerequisite' ? <Wall laid={3} /> : <Steps high={2} />}
        {t(`kind.${item.kind}`)}
      </span>
      {item.essential ? (
        <span className="essential">
          <Icon name="key-round" />
          {item.legal ? t('item.legal') : t('item.essential')}
        </span>
      ) : null}
      {askedBy ? <span className="tag tag--accent">{askedBy}</span> : null}
    </span>
  );
};

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

/** Two people on one item: both values, and until it is settled the lower counts. */
const Rivals = ({ shown, itemUrl }: { shown: ShownItem; itemUrl: string }) => {
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
const Beside = ({ answers }: { answers: ShownItem['beside'] }) => {
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

const Scale = ({ shown: { item, fields } }: { shown: ShownItem }) => {
  const { t } = useWords();
  return (
    <div className="scale">
      {anchorValues(item.kind).map((value, index) => (
        <label key={value}>
          <Radio name={item.id} value={value} chosen={fields.value} />
          <span>
            {t(`answer.${value}`)}
            <span className="anchor-text">{item.anchors[index]}</span>
          </span>
          {item.kind === 'prerequisite' ? <Wall laid={glyphCount[value]} /> : <Steps high={glyphCount[value]} />}
        </label>
      ))}
      <div className="scale__asides">
        <label className="scale__aside">
          <Radio name={item.id} value="unknown" chosen={fields.value} />
          {t('answer.unknown')}
        </label>
        {item.kind === 'prerequisite' ? (
          <label className="scale__aside">
            <Radio name={item.id} value="not-applicable" chosen={fields.value} />
            {t('answer.not-applicable')}
          </label>
        ) : null}
      </div>
    </div>
  );
};

const Radio = ({ name, value, chosen }: { name: string; value: string; chosen: string }) => (
  <input type="radio" name={`${name}.value`} value={value} defaultChecked={chosen === value} />
);

/** Why an item does not apply: one of its own reasons, or words of one's own. */
const Reason = ({ shown: { item, fields } }: { shown: ShownItem }) => {
  const { t } = useWords();
  return (
    <div className="reason" data-reason>
      {item.naReasons.length > 0 ? (
        <p>
          <label className="small" htmlFor={`${item.id}-reason`}>
            {t('item.reason-listed')}
          </label>
          <select
            className="input input--short"
            id={`${item.id}-reason`}
            name={`${item.id}.reasonId`}
            defaultValue={fields.reasonId}
          >
            <option value="">{t('item.reason-own')}</option>
            {item.naReasons.map((reason) => (
              <option key={reason.id} value={reason.id}>
                {reason.label}
              </option>
            ))}
          </select>
        </p>
      ) : null}
      <p>
        <label className="small" htmlFor={`${item.id}-reason-text`}>
          {t('item.reason-text')}
        </label>
        <input
          className="input"
          id={`${item.id}-reason-text`}
          name={`${item.id}.reasonText`}
          defaultValue={fields.reasonText}
          autoComplete="off"
        />
      </p>
    </div>
  );
};

type WhyProps = { item: Item; sources: Source[]; evidence?: Evidence; open?: boolean };

export const Why = ({ item, sources, evidence, open = false }: WhyProps) => {
  const { t } = useWords();
  return (
    <details className="disclosure why" open={open}>
      <summary>
        <span className="chevron">
          <Icon name="chevron-down" />
        </span>
        {t('item.why')}
      </summary>
      <div className="disclosure__body">
        <p>{item.why}</p>
        {item.legal ? (
          <p>
            <strong>{t('item.legal-duty')}</strong> {item.legal.article}
          </p>
        ) : null}
        <p>{item.example}</p>
        <EvidenceLine evidence={evidence} />
        <p>
          <strong>{t('item.look-at')}</strong> {item.lookAt}
        </p>
        <p className="source">
          {item.hideable ? t('item.no-verdict') : t('item.counts', { level: item.neededBy, weight: item.weight })}
        </p>
        <p className="source">
          {t('item.source')}{' '}
          {sources.map((source, index) => (
            <span key={source.id}>
              {index > 0 ? '; ' : ''}
              <SourceName source={source} />
            </span>
          ))}
        </p>
      </div>
    </details>
  );
};

export const SourceName = ({ source }: { source: Source }): ReactNode => {
  const text = [source.publisher, source.title, source.year].filter(Boolean).join(', ');
  return source.url ? (
    <a href={source.url} rel="noreferrer">
      {text}
    </a>
  ) : (
    text
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
