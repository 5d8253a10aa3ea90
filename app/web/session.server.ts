import { createCookie, createSessionStorage, type Session } from '@remix-run/node';
import {
  createSession,
  deleteSession,
  endOneSession,
  findSession,
  replaceSession,
  spendChallenge,
  updateSession,
} from '#app/data/session.server.ts';
import { passkeyMinutes } from '#app/domain/passkey-input.ts';
import type { Services } from './services.ts';

/** What a browser is allowed, kept in the database; the cookie holds only a random key. */
export type SessionData = {
  /** Assessment id to the id of the link that opened it. */
  grants: Record<string, string>;
  /** Key of this browser as an author of answers. */
  author: string;
  /** Random key shared by all assessments of this browser: organisations are counted with it. */
  countingKey: string;
  /** Who signed in, when (ISO 8601), and on what. */
  person?: string;
  signedInAt?: string;
  device?: string;
  /** The campaign that led this browser to an edition, by the id of the edition. */
  campaigns?: Record<string, string>;
  /** The challenge of a passkey that was asked for, and until when (ISO 8601); spent by one answer. */
  challenge?: { value: string; until: string };
};
export type AppSession = Session<SessionData>;

const year = 365 * 24 * 60 * 60;

/** Session storage on the database; the key in the cookie is hashed at rest. */
function storageFor({ store, hash, now, newToken, secure, cookieSecret }: Services) {
  const cookie = createCookie(secure ? '__Host-session' : 'session', {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: year,
    secrets: [cookieSecret],
  });
  const { parse } = cookie;
  // What else we signed is no key, such as the cookie of codes under this name.
  cookie.parse = async (header) => {
    const key: unknown = await parse(header);
    return typeof key === 'string' ? key : null;
  };
  return createSessionStorage<SessionData>({
    cookie,
    async createData(data, expires) {
      const key = newToken();
      await createSession(store, {
        id: hash(key),
        data,
        createdAt: now(),
        expiresAt: expires ?? inAYear(now()),
        personId: data.person ?? null,
        device: data.device ?? '',
      });
      return key;
    },
    readData: (key) => findSession(store, hash(key), now()) as Promise<SessionData | null>,
    updateData: (key, data, expires) => updateSession(store, hash(key), data, expires ?? inAYear(now())),
    deleteData: (key) => deleteSession(store, hash(key)),
  });
}

const inAYear = (from: Date) => new Date(from.getTime() + year * 1000);

const storages = new WeakMap<Services, ReturnType<typeof storageFor>>();
function storage(services: Services) {
  const known = storages.get(services) ?? storageFor(services);
  storages.set(services, known);
  return known;
}

/** What of a request tells who sent it. */
export type WithCookies = { headers: { get: (name: string) => string | null } };

export async function readSession(services: Services, request: WithCookies): Promise<AppSession> {
  const session = await storage(services).getSession(request.headers.get('Cookie'));
  if (!session.has('author')) {
    session.set('author', services.newId());
    session.set('countingKey', services.newId());
    session.set('grants', {});
  }
  return session as AppSession;
}

/** Lets this browser open an assessment through a link; gives the Set-Cookie value. */
export const grant = (services: Services, session: AppSession, assessment: string, link: string): Promise<string> =>
  renew(services, session, { grants: { ...session.get('grants'), [assessment]: link } });

/** Signs somebody in on this browser; what it could open without account stays open. Gives the Set-Cookie value. */
export const signIn = (services: Services, session: AppSession, person: string, device: string): Promise<string> =>
  renew(services, session, { person, device, signedInAt: services.now().toISOString(), challenge: undefined });

/**
 * The session gets another key, so that who planted or copied the old one is not let in. The old key opens what it
 * opened for a while longer: this answer may never arrive.
 */
async function renew(services: Services, session: AppSession, changes: { [K in keyof SessionData]?: unknown }) {
  const renewed = (await storage(services).getSession()) as AppSession;
  for (const [name, value] of Object.entries({ ...session.data, ...changes }))
    if (value !== undefined) renewed.set(name as keyof SessionData, value as never);
  if (session.id)
    await replaceSession(services.store, services.hash(session.id), new Date(services.now().getTime() + oldKeyLasts));
  return storage(services).commitSession(renewed);
}

const oldKeyLasts = 60 * 60_000;

/** Keeps a challenge for a passkey in this browser's session; gives the Set-Cookie value. */
export function keepChallenge(services: Services, session: AppSession, value: string): Promise<string> {
  const until = new Date(services.now().getTime() + passkeyMinutes * 60_000).toISOString();
  session.set('challenge', { value, until });
  // A browser of which nothing else is known is not remembered for a year because of it.
  return storage(services).commitSession(session, session.id ? {} : { maxAge: passkeyMinutes * 60 });
}

/** The challenge that this browser was given, once and in time; null otherwise. */
export async function takeChallenge(services: Services, session: AppSession): Promise<string | null> {
  const kept = (await spendChallenge(services.store, services.hash(session.id))) as SessionData['challenge'] | null;
  session.unset('challenge');
  return kept && kept.until > services.now().toISOString() ? kept.value : null;
}

/** Keeps through which campaign this browser came to an edition; gives the Set-Cookie value. */
export function keepCampaign(services: Services, session: AppSession, edition: string, campaign: string) {
  session.set('campaigns', { ...session.get('campaigns'), [edition]: campaign });
  const isKnown = session.has('person') || Object.keys(session.get('grants') ?? {}).length > 0;
  // A browser of which nothing else is known is remembered for the week in which it is counted once.
  return storage(services).commitSession(session, isKnown ? {} : { maxAge: 7 * 24 * 60 * 60 });
}

/** The name of this session in the database. */
export const sessionRow = (services: Services, session: AppSession): string => services.hash(session.id);

/** Forgets one assessment in this browser. */
export function forget(services: Services, session: AppSession, assessment: string): Promise<string> {
  const { [assessment]: _, ...rest } = session.get('grants') ?? {};
  session.set('grants', rest);
  return storage(services).commitSession(session);
}

/** Forgets everything in this browser; who was signed in is out, also with a key that was renewed a moment ago. */
export async function endSession(services: Services, session: AppSession): Promise<string> {
  const person = session.get('person');
  if (person) await endOneSession(services.store, person, services.hash(session.id));
  return storage(services).destroySession(session);
}
