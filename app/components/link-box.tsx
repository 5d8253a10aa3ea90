import { useWords } from './words.tsx';

/** A secret link, shown once, in a field that is easy to copy. */
export const LinkBox = ({ url, text }: { url: string; text: string }) => {
  const { t } = useWords();
  return (
    <div className="notice notice--ok" role="status">
      <div>
        <p>{text}</p>
        <label className="visually-hidden" htmlFor="made-link">
          {t('site.link')}
        </label>
        <input className="input" id="made-link" readOnly value={url} />
      </div>
    </div>
  );
};
