import { createSignInLink } from '#app/data/sign-in.server.ts';
import type { ShareScope } from '#app/domain/access.ts';
import type { TestApp } from './app.ts';
import { startAssessmentFields, type Visitor } from './visitor.ts';
import type { Workplace } from './workplace.ts';

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

/** A job coach who signed in and belongs to an organisation of job coaches. */
export async function signInCoach(app: TestApp, email: string): Promise<SignedInVisitor> {
  const coach = await signIn(app, email);
  await coach.visitor.post('/nl/organisations', { kind: 'coaching', name: `GTB ${email}`, label: 'jobcoach' });
  return coach;
}

/** The owner makes a link for a coach; gives its secret and id. */
export async function offerShare(
  { app, id, base, owner }: Workplace,
  scope: ShareScope[] = ['plan', 'notes'],
): Promise<{ token: string; share: string }> {
  await owner.post(`${base}/share`, { intent: 'offer', scope, months: '3' });
  return { token: await secretOn(owner, `${base}/share`, 'share'), share: await newestShare(app, id) };
}

/** The secret of the link that this page shows. */
export async function secretOn(visitor: Visitor, page: string, kind: 'share' | 'take-over' | 'voice'): Promise<string> {
  const text = await (await visitor.get(page)).text();
  const token = new RegExp(`value="[^"]*/nl/${kind}/([\\w-]+)"`).exec(text)?.[1];
  if (!token) throw new Error(`${page} shows no link to ${kind}`);
  return token;
}

async function newestShare({ services: { store } }: TestApp, assessment: string): Promise<string> {
  const links = await store.read.select().from(store.t.link);
  const shares = links.filter((one) => one.assessmentId === assessment && one.kind === 'coach' && !one.personId);
  return shares.at(-1)?.id ?? '';
}

/** Shares with a coach, who opens the link and whom the owner confirms; gives the id of the share. */
export async function shareWithCoach(
  workplace: Workplace,
  coach: SignedInVisitor,
  scope: ShareScope[] = ['plan', 'notes'],
): Promise<string> {
  const { token, share } = await offerShare(workplace, scope);
  const bound = await coach.visitor.post(`/nl/share/${token}`, { name: 'GTB', label: 'jobcoach' });
  if (bound.status !== 302) throw new Error(`Binding gave ${bound.status}`);
  await workplace.owner.post(`${workplace.base}/share`, { intent: 'confirm', share });
  return share;
}

/** A coach starts an assessment for an employer; gives its id. */
export async function startForEmployer(coach: SignedInVisitor, voice = 'hr'): Promise<string> {
  const response = await coach.visitor.post('/nl/shared/start?sector=care', { ...startAssessmentFields, voice });
  const id = /\/assessments\/([^/]+)\//.exec(response.headers.get('Location') ?? '')?.[1];
  if (!id) throw new Error(`No assessment was started: ${response.status}`);
  return id;
}
