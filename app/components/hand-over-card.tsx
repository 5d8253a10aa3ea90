import type { ReactNode } from 'react';
import { QrPicture } from './qr-picture.tsx';
import { useWords } from './words.tsx';

export type HandedLink = { url: string; qr: { size: number; path: string } };

/** A link to hand over: to scan, and to copy. */
export const HandOverCard = ({
  title,
  text,
  link,
  children,
}: {
  title: string;
  text: string;
  link: HandedLink;
  children?: ReactNode;
}) => {
  const { t } = useWords();
  return (
    <section className="card hand-over" aria-labelledby="hand-over">
      <h2 id="hand-over">{title}</h2>
      <p className="small muted">{text}</p>
      <QrPicture qr={link.qr} label={t('sharing.qr')} />
      <label className="small" htmlFor="handed-link">
        {t('site.link')}
      </label>
      <input className="input" id="handed-link" readOnly value={link.url} />
      {children}
    </section>
  );
};
