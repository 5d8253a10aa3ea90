import { findPersonByEmail, markActive, type Person } from '#app/data/person.server.ts';
import { createSignInLink } from '#app/data/sign-in.server.ts';
import type { Language } from '#app/domain/checklist.ts';
import { type DemoPerson, demoLinkDays, demoPeople, isDemoPerson } from '#app/domain/demo-person.ts';
import { deviceOf } from './device.ts';
import { noteSecurity } from './security-event.ts';
import type { Services } from './services.ts';
import { readSession, signIn } from './session.server.ts';

/* Nobody reads the mail of invented people, so the demo lets its visitor in as one of them; no other installation does. */

/** Who can be signed in as: nobody outside the demo, and in it nobody whose account was erased. */
export async function listDemoPeople(services: Services): Promise<DemoPerson[]> {
  const names = Object.keys(demoPeople) as DemoPerson[];
  const found = await Promise.all(names.map((name) => findDemoPerson(services, name)));
  return names.filter((_, index) => found[index] !== null);
}

/** Signs in as somebody of the demo; gives the Set-Cookie value, or null where that is not possible. */
export async function signInAsDemoPerson(services: Services, request: Request, name: string): Promise<string | null> {
  const person = await findDemoPerson(services, name);
  if (!person) return null;
  const { store, now } = services;
  await store.write((tx) => markActive(tx, store, person.id, now()));
  noteSecurity(services, { event: 'signed-in', way: 'demo', person: person.id });
  return signIn(services, await readSession(services, request), person.id, deviceOf(request));
}

/** A link that signs in as somebody of the demo, once; null where that is not possible. Works longer than a mailed one. */
export async function demoSignInLink(services: Services, name: DemoPerson): Promise<string | null> {
  const person = await findDemoPerson(services, name);
  if (!person) return null;
  const { store, newId, newToken, hash, now, baseUrl } = services;
  const { email, language } = person;
  const [token, createdAt] = [newToken(), now()];
  await createSignInLink(store, {
    id: newId(),
    email,
    tokenHash: hash(token),
    language,
    next: demoStart(language, name),
    createdAt,
    expiresAt: new Date(createdAt.getTime() + demoLinkDays * 24 * 60 * 60_000),
  });
  return `${baseUrl}/${language}/sign-in/${token}`;
}

/** Where the visit of each begins: the coach at the caseload, HR at the organisation. */
export const demoStart = (language: Language, name: string): string =>
  `/${language}/${name === 'coach' ? 'placements' : 'organisations'}`;

const findDemoPerson = async ({ demo, store }: Services, name: string): Promise<Person | null> =>
  demo && isDemoPerson(name) ? findPersonByEmail(store, demoPeople[name]) : null;
