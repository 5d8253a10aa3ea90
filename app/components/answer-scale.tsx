import { anchorValues } from '#app/domain/answer.ts';
import type { ShownItem } from '#app/domain/shown-item.ts';
import { glyphCount, Steps, Wall } from './glyphs.tsx';
import { useWords } from './words.tsx';

/** The four answers in the item's own words, and what stands beside them. */
export const Scale = ({ shown: { item, fields } }: { shown: ShownItem }) => {
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
export const Reason = ({ shown: { item, fields } }: { shown: ShownItem }) => {
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
