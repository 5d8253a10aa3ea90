import type { Language } from '#app/domain/checklist.ts';
import type { Translate } from '#app/domain/words.ts';

/** The browser's own bar has the colour of our header: `vlak` of tokens.css. */
export const barColours = { light: '#ffffff', dark: '#1a2322' };

/** `vloer` of tokens.css, light: what a phone shows while the app opens. */
const ground = '#f3f5f3';

/** Address of what a phone needs to put the toolbox on its screen, or the visit of one placement. */
export const manifestOf = (language: Language, placement?: string): string =>
  `/${language}/manifest${placement ? `/${placement}` : ''}`;

/**
 * A web app manifest (W3C). A visit is an app of its own: it has to open where there is no network, and only that page
 * is kept on the phone.
 */
export function manifest(language: Language, t: Translate, placement: string | undefined) {
  const start = placement ? `/${language}/placements/${placement}/visit` : `/${language}`;
  return {
    id: placement ? `/placements/${placement}/visit` : '/',
    name: placement ? t('site.visit-name') : t('site.name'),
    short_name: placement ? t('site.visit-short-name') : t('site.short-name'),
    description: placement ? t('site.visit-description') : t('site.description'),
    lang: language,
    start_url: start,
    scope: placement ? start : '/',
    display: 'standalone',
    background_color: ground,
    theme_color: barColours.light,
    icons,
  };
}

const icons = [
  { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
  { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
  { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
];
