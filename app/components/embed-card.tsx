import type { Language } from '#app/domain/checklist.ts';

export type EmbedCardProps = {
  language: Language;
  name: string;
  organisation: string;
  sentence: string;
  button: string;
  newTab: string;
  link: string;
  /** #rrggbb, an edge without meaning. */
  accent: string | null;
  logo: { source: string; text: string } | null;
};

/** A whole page of its own, small enough for a frame on somebody else's website: no script, no cookie, no style inside. */
export const EmbedCard = ({
  language,
  name,
  organisation,
  sentence,
  button,
  newTab,
  link,
  ...look
}: EmbedCardProps) => (
  <html lang={language}>
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <title>{name}</title>
      <link rel="stylesheet" href="/embed.css" />
    </head>
    <body>
      <svg className="edge" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect width="100" height="1" fill={look.accent ?? '#12544b'} />
      </svg>
      <article>
        {look.logo ? <img src={look.logo.source} alt={look.logo.text} height="36" /> : null}
        <h1>{name}</h1>
        {organisation ? <p className="by">{organisation}</p> : null}
        <p>{sentence}</p>
        <p>
          <a className="button" href={link} target="_blank" rel="noopener">
            {button} <small>{newTab}</small>
          </a>
        </p>
      </article>
    </body>
  </html>
);
