import { createInvitation } from '#app/data/invitation.server.ts';
import { createLink } from '#app/data/link.server.ts';
import { createSignInLink } from '#app/data/sign-in.server.ts';
import type { ShareScope } from '#app/domain/access.ts';
import { invitationDays, type OrganisationKind, type OrganisationRole } from '#app/domain/organisation.ts';
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

/** Makes an organisation from its page; gives its id. */
export async function newOrganisation(
  owner: Visitor,
  kind: OrganisationKind = 'employer',
  name = 'Woonzorgcentrum De Linde',
  label = 'HR-verantwoordelijke',
): Promise<string> {
  const made = await owner.post('/nl/organisations', { kind, name, label });
  const id = /\/organisations\/([\w-]+)$/.exec(made.headers.get('Location') ?? '')?.[1];
  if (!id) throw new Error(`No organisation was made: ${made.status}`);
  return id;
}

/** Lets somebody join an organisation by an invitation, as the mail would bring it. */
export async function join(
  app: TestApp,
  organisationId: string,
  person: SignedInVisitor,
  role: OrganisationRole,
): Promise<void> {
  const token = await newInvitation(app, organisationId, person.email, role);
  const response = await person.visitor.post(`/nl/invitations/${token}`, {});
  if (response.status !== 302) throw new Error(`Joining gave ${response.status}`);
}

/** An open invitation; gives the secret of its link. */
export async function newInvitation(
  { services: { store, newId, newToken, hash, now } }: TestApp,
  organisationId: string,
  email: string,
  role: OrganisationRole,
): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(now().getTime() + invitationDays * 24 * 60 * 60_000);
  await createInvitation(
    store,
    { id: newId(), organisationId, email, role, tokenHash: hash(token), createdAt: now(), expiresAt },
    { id: newId(), at: now(), who: 'test', what: 'invited', detail: { email, role } },
  );
  return token;
}
