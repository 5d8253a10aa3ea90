import type { LoaderFunctionArgs } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { useNonce } from './components/nonce.ts';
import { SiteFooter } from './components/site-footer.tsx';
import { type NavLink, SiteHeader } from './components/site-header.tsx';
import { useWords, WordsForScript } from './components/words.tsx';
import { languages } from './domain/checklist.ts';
import type { EditionBrand } from './domain/edition-brand.ts';
import type { MenuFederation, PersonMenu } from './domain/person-menu.ts';
import type { Translate } from './domain/words.ts';
import styles from './styles.css?url';
import { inLanguage, isLanguage } from './web/language.ts';
import { barColours, manifestOf } from './web/manifest.ts';
import type { RouteHandle } from './web/route-handle.ts';

export const links = () => [
  {
    rel: 'preload',
    href: '/fonts/atkinson-next.woff2',
    as: 'font',
    type: 'font/woff2',
    crossOrigin: 'anonymous' as const,
  },
  { rel: 'preload', href: '/fonts/bitter.woff2', as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' as const },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
];

/** Error pages have no loader of their own to name them. */
export const meta = () => [{ title: 'Toolbox Doorstroom' }];

export const loader = ({ context }: LoaderFunctionArgs) => ({
  demo: context.services.demo,
  baseUrl: context.services.baseUrl,
});

export function Layout({ children }: { children: ReactNode }) {
  const { language, t } = useWords();
  const nonce = useNonce();
  const { pathname } = useLocation();
  const site = useRouteLoaderData<typeof loader>('root');
  const matches = useMatches();
  const handles = matches.map((match) => (match.handle ?? {}) as RouteHandle);
  const hydrate = handles.find((handle) => handle.hydrate)?.hydrate;
  const ownApp = handles.some((handle) => handle.ownApp);
  const hasLanguage = isLanguage(pathname.split('/')[1]);
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {Object.entries(barColours).map(([theme, colour]) => (
          <meta key={theme} name="theme-color" media={`(prefers-color-scheme: ${theme})`} content={colour} />
        ))}
        <link rel="manifest" href={manifestOf(language, ownApp ? matches.at(-1)?.params.placement : undefined)} />
        <Meta />
        {hasLanguage && site
          ? languages.map((one) => (
              <link key={one} rel="alternate" hrefLang={one} href={site.baseUrl + inLanguage(pathname, one)} />
            ))
          : null}
        <Links />
      </head>
      <body>
        <a className="skip" href="#content">
          {t('site.skip')}
        </a>
        {site?.demo ? (
          <p className="demo-strip" role="note">
            {t('site.demo')}
          </p>
        ) : null}
        <SiteHeader
          nav={
            handles.some((handle) => handle.bare) ? [] : nearestOnly(navFor(matches, handles, pathname, language, t))
          }
          otherLanguages={languages.map((one) => ({
            language: one,
            href: inLanguage(pathname, one),
            current: one === language,
          }))}
          edition={dataOf(matches).edition ?? null}
        />
        <main id="content">{children}</main>
        <SiteFooter />
        {hydrate ? (
          <>
            <WordsForScript later={['error.', 'form.', ...hydrate]} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  );
}

function navFor(
  matches: ReturnType<typeof useMatches>,
  handles: RouteHandle[],
  pathname: string,
  language: string,
  t: Translate,
): NavLink[] {
  const params = matches.at(-1)?.params ?? {};
  const link = (path: string, key: string): NavLink => ({
    href: `/${language}${path}`,
    label: t(key),
    current: placeOf(pathname, `/${language}${path}`),
  });
  const shown = handles.find((handle) => handle.nav)?.nav;
  const assessment = shown === 'placement' ? (dataOf(matches).assessment ?? undefined) : params.assessment;
  if (shown === 'person' || (shown === 'placement' && !assessment)) return personNav(matches, link);
  if (!shown || !assessment)
    return [
      link('', 'site.self-scan'),
      link('/pilots', 'site.pilots'),
      link('/rules', 'site.rules'),
      link('/support', 'site.support'),
      link('/account', 'site.sign-in'),
      link('/help', 'site.help'),
    ];
  const base = `/assessments/${assessment}`;
  const may = dataOf(matches).may ?? [];
  return [
    ...(isVisitingCoach(may) ? [link('/shared', 'site.shared')] : []),
    ...(may.includes('read-answers') ? [link(base, 'site.overview')] : []),
    ...(may.includes('read-result') ? [link(`${base}/result`, 'site.result')] : []),
    ...(may.includes('read-plan') ? [link(`${base}/plan`, 'site.plan')] : []),
    ...(may.includes('compare') && !may.includes('share') ? [link(`${base}/compare`, 'site.compare')] : []),
    ...(may.includes('share') ? [link(`${base}/access`, 'site.access')] : []),
    ...(dataOf(matches).hasPlacements ? [link(`${base}/placements`, 'site.placements')] : []),
    link('/help', 'site.help'),
  ];
}

/** Of what leads to this page and to what it is under, only the nearest says so. */
function nearestOnly(links: NavLink[]): NavLink[] {
  const nearest = Math.max(...links.map(({ current, href }) => (current ? href.length : 0)));
  return links.map((one) => (one.href.length < nearest ? { ...one, current: undefined } : one));
}

/** A page under one of the menu stands there too; the home page and the overview are above everything. */
function placeOf(pathname: string, href: string): NavLink['current'] {
  if (pathname === href) return 'page';
  const above = /^\/[a-z]{2}(\/assessments\/[^/]+)?$/.test(href);
  return !above && pathname.startsWith(`${href}/`) ? 'true' : undefined;
}

/** A coach came from a list of their own and goes back to it; everybody else is at home here. */
const isVisitingCoach = (may: string[]): boolean =>
  may.includes('hand-over') || (may.includes('compare') && !may.includes('see-placements'));

/** The menu of somebody who signed in: what their organisations are for. */
function personNav(matches: ReturnType<typeof useMatches>, link: NewLink): NavLink[] {
  const { kinds = [], federation = null } = dataOf(matches).menu ?? {};
  return [
    ...(federation ? federationNav(federation, link) : []),
    ...(kinds.includes('coaching') ? [link('/placements', 'site.placements')] : []),
    ...(kinds.includes('coaching') ? [link('/shared', 'site.shared')] : []),
    ...(kinds.length > 0 ? [link('/organisations', 'site.organisations')] : []),
    link('/account', 'site.account'),
    link('/help', 'site.help'),
  ];
}

/** What a federation comes for stands first, for who may see it there. */
function federationNav({ id, figures, campaigns }: MenuFederation, link: NewLink): NavLink[] {
  const base = `/organisations/${id}`;
  return [
    ...(figures ? [link(`${base}/figures`, 'site.figures')] : []),
    ...(campaigns ? [link(`${base}/campaigns`, 'campaigns.title')] : []),
  ];
}

type NewLink = (path: string, key: string) => NavLink;

type MenuData = {
  menu?: PersonMenu | null;
  may?: string[];
  assessment?: string | null;
  hasPlacements?: boolean;
  edition?: EditionBrand | null;
};
const dataOf = (matches: ReturnType<typeof useMatches>): MenuData => (matches.at(-1)?.data as MenuData) ?? {};

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { language, t } = useWords();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const kind = [403, 404, 413, 429, 503].includes(status) ? String(status) : '500';
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t(`problem.${kind}.title`)}</h1>
        <p className="lead">{t(`problem.${kind}.text`)}</p>
      </div>
      <p className="row">
        <a className="button" href={`/${language}`}>
          {t('problem.home')}
        </a>
        <a className="icon-link" href={`/${language}/resume`}>
          {t('problem.resume')}
        </a>
      </p>
    </div>
  );
}
