import { createLink } from '#app/data/link.server.ts';
import { createSignInLink } from '#app/data/sign-in.server.ts';
import type { ShareScope } from '#app/domain/access.ts';
import type { TestApp } from './app.ts';
import type { Visitor } from './visitor.ts';

/** Somebody who signed in, with their browser. */
export type SignedInVisitor = { visitor: Visitor; id: string; email: string };

/** Signs in with a link, as the mail would bring it. */
export async function signIn(app: TestApp, email: string, visitor = app.visitor()): Promise<SignedInVisitor> {
  const { store, newId, newToken, hash, now } = app.services;
  const token = newToken();
  const expiresAt = new Date(now().getTime() + 15 * 60_000);
  const link = {
    id: newId(),
    email,
    tokenHash: hash(token),
    language: 'nl',
    next: '',
    createdAt: now(),
    expiresAt,
  } as const;
  await createSignInLink(store, link);
  const response = await visitor.post(`/nl/sign-in/${token}`, {});
  if (response.status !== 302) throw new Error(`Signing in gave ${response.status}`);
  const people = await store.read.select().from(store.t.person);
  return { visitor, email, id: people.find((one) => one.email === email)?.id ?? '' };
}

/** Shares an assessment with a coach who is bound and confirmed. */
export async function shareWithCoach(
  app: TestApp,
  assessmentId: string,
  coach: SignedInVisitor,
  scope: ShareScope[] = ['plan', 'notes'],
): Promise<string> {
  const { store, newId, newToken, hash, now } = app.services;
  const id = newId();
  await createLink(store, {
    id,
    assessmentId,
    kind: 'coach',
    tokenHash: hash(newToken()),
    label: 'Jobcoach',
    voice: 'job-coach',
    item: null,
    question: '',
    createdAt: now(),
    expiresAt: new Date(now().getTime() + 90 * 24 * 60 * 60_000),
    revokedAt: null,
    openedAt: now(),
    personId: coach.id,
    boundAt: now(),
    confirmedAt: now(),
    scope,
  });
  return id;
}
