import { type MailStop, stopText } from './mail-stop.ts';

/** Where links in letters lead: paths and addresses as somebody reads them. */

/** Somebody who is signed in goes on at once. */
export const signInFor = (language: string, path: string): string =>
  `/sign-in?next=${encodeURIComponent(`/${language}${path}`)}`;

/** Where one click stops these mails. */
export const stopUrl = (
  { baseUrl, seal }: { baseUrl: string; seal: (text: string) => string },
  language: string,
  stop: MailStop,
): string => `${baseUrl}/${language}/mail/stop/${seal(stopText(stop))}`;
