import { type Language, languages } from '#app/domain/checklist.ts';

export const isLanguage = (text: string | undefined): text is Language =>
  (languages as readonly string[]).includes(text ?? '');

/** The language in the URL; an unknown one is a page that does not exist. */
export function requireLanguage(params: { lang?: string | undefined }): Language {
  if (isLanguage(params.lang)) return params.lang;
  throw new Response(null, { status: 404 });
}

/** The same page in another language; files and the start page have none in their path. */
export const inLanguage = (pathname: string, language: Language): string => {
  const [, first, ...rest] = pathname.split('/');
  return isLanguage(first) ? `/${[language, ...rest].join('/')}` : `/${language}`;
};

/**
 * The Set-Cookie value that remembers a language for a year; null when this browser does already. Over https bound to this
 * very host.
 */
export function languageCookie(language: Language, cookies: string | null | undefined, secure: boolean): string | null {
  if (languageIn(cookies) === language) return null;
  const name = secure ? '__Host-lang' : 'lang';
  return `${name}=${language}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

const languageIn = (cookies: string | null | undefined): string | undefined =>
  /(?:^|;\s*)(?:__Host-)?lang=([a-z]{2})/.exec(cookies ?? '')?.[1];

/** The reader's language: cookie first, then what the browser prefers, then Dutch. */
export function preferredLanguage(request: Request): Language {
  const remembered = languageIn(request.headers.get('Cookie'));
  if (isLanguage(remembered)) return remembered;
  const accepted = (request.headers.get('Accept-Language') ?? '')
    .split(',')
    .map((one) => one.trim().slice(0, 2).toLowerCase());
  return accepted.find(isLanguage) ?? 'nl';
}
