import { createCookie, createSessionStorage, type Session } from '@remix-run/node';
import { createSession, deleteSession, findSession, replaceSession, updateSession } from '#app/data/session.server.ts';
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
  /** The challenge of a passkey that was asked for; spent by the answer. */
  challenge?: string;
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

export async function readSession(services: Services, request: Request): Promise<AppSession> {
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

/** Forgets one assessment in this browser. */
export function forget(services: Services, session: AppSession, assessment: string): Promise<string> {
  const { [assessment]: _, ...rest } = session.get('grants') ?? {};
  session.set('grants', rest);
  return storage(services).commitSession(session);
}

/** Forgets everything in this browser. */
export const endSession = (services: Services, session: AppSession): Promise<string> =>
  storage(services).destroySession(session);
