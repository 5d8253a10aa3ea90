import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

type CopyFieldProps = { id: string; label: string; value: string; rows?: number };

/** A text to take along: it can be selected without script; with it (copy.js) a button appears. */
export const CopyField = ({ id, label, value, rows }: CopyFieldProps) => {
  const { t } = useWords();
  const shared = { id, className: 'input copy-field__text', readOnly: true, spellCheck: false, defaultValue: value };
  return (
    <div className="copy-field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <div className="copy-field__row">
        {rows ? <textarea rows={rows} {...shared} /> : <input type="text" {...shared} />}
        <button
          className="button button--secondary button--small"
          type="button"
          hidden
          data-copy={id}
          data-copied={t('campaign.copied')}
        >
          <Icon name="copy" />
          <span data-copy-text>{t('campaign.copy')}</span>
          <span className="visually-hidden"> {label}</span>
        </button>
      </div>
      <span className="visually-hidden" role="status" data-copy-status={id} />
    </div>
  );
};
