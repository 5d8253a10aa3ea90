import { postSealed } from '#app/data/mail.server.ts';
import { createSignInLink, spendSignInLink } from '#app/data/sign-in.server.ts';
import type { Language } from '#app/domain/checklist.ts';
import { ownPath, signInMinutes } from '#app/domain/sign-in-input.ts';
import { deviceOf } from './device.ts';
import { noteSecurity } from './security-event.ts';
import type { Services } from './services.ts';
import { readSession, signIn } from './session.server.ts';

/**
 * Mails a link to sign in. The page says the same for every address, so that nobody can find out who is known; too many
 * from one network address or to one mail address are not sent.
 */
export async function mailSignInLink(
  services: Services,
  from: string,
  { email, next }: { email: string; next: string },
  language: Language,
): Promise<void> {
  const key = services.hash(`sign-in:${email}`);
  if (!services.mail) return;
  if (!(await services.signInLimits.mayTry(from, key))) return noteSecurity(services, { event: 'sign-in-too-often' });
  await services.signInLimits.wrong(from, key);
  const token = services.newToken();
  const [id, now] = [services.newId(), services.now()];
  await createSignInLink(services.store, {
    id,
    email,
    tokenHash: services.hash(token),
    language,
    next: ownPath(next),
    createdAt: now,
    expiresAt: new Date(now.getTime() + signInMinutes * 60_000),
  });
  const url = `${services.baseUrl}/${language}/sign-in/${token}`;
  await postSealed(services, { id: `sign-in-${id}`, kind: 'sign-in', to: email, language, payload: { url } });
}

/** Signs in with a mailed link, once; gives where to go and the Set-Cookie value, or null when the link is spent. */
export async function signInWithLink(services: Services, request: Request, token: string, language: Language) {
  const { store, hash, newId, now } = services;
  const spent = await spendSignInLink(store, hash(token), { id: newId() }, now());
  noteSecurity(
    services,
    spent ? { event: 'signed-in', way: 'link', person: spent.person.id } : { event: 'sign-in-refused', way: 'link' },
  );
  if (!spent) return null;
  const session = await readSession(services, request);
  const cookie = await signIn(services, session, spent.person.id, deviceOf(request));
  return { to: ownPath(spent.next) || `/${language}/account`, cookie };
}
