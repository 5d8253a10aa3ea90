import { redirect } from '@remix-run/node';
import { findPerson, type Person } from '#app/data/person.server.ts';
import type { Language } from '#app/domain/checklist.ts';
import type { Translate } from '#app/domain/words.ts';
import { requireLanguage } from './language.ts';
import type { Services } from './services.ts';
import { type AppSession, readSession } from './session.server.ts';

/** Somebody who signed in, on one page. */
export type SignedIn = { services: Services; session: AppSession; language: Language; t: Translate; person: Person };

type Asked = { request: Request; params: { lang?: string }; context: { services: Services } };

/** Who is signed in, or a redirect to signing in that comes back to this page. */
export async function requirePerson({ request, params, context: { services } }: Asked): Promise<SignedIn> {
  const language = requireLanguage(params);
  const session = await readSession(services, request);
  const person = await findSignedIn(services, session);
  if (!person) throw redirect(signInPath(language, request));
  return { services, session, language, t: services.translate[language], person };
}

/** Who is signed in on this browser; after ninety days they sign in again. */
export async function findSignedIn(services: Services, session: AppSession): Promise<Person | null> {
  const [id, since] = [session.get('person'), session.get('signedInAt')];
  if (!id || !isFresh(services, since)) return null;
  return findPerson(services.store, id);
}

/** Whether signing in at this moment (ISO 8601) still counts. */
export const isFresh = ({ now }: Services, since: string | undefined): boolean =>
  since !== undefined && now().getTime() - Date.parse(since) <= signedInFor;

const signedInFor = 90 * 24 * 60 * 60_000;

/** Only a page that was asked for by GET can be gone back to. */
function signInPath(language: Language, request: Request): string {
  const { pathname, search } = new URL(request.url);
  const next = request.method === 'GET' ? pathname.replace(/\.data$/, '') + search : '';
  return `/${language}/sign-in${next ? `?next=${encodeURIComponent(next)}` : ''}`;
}
