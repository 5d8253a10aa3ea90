import { randomBytes } from 'node:crypto';
import { createLink } from '#app/data/link.server.ts';
import { createOrganisation } from '#app/data/organisation.server.ts';
import { createPlacement, type StoredPlacement } from '#app/data/placement.server.ts';
import { createSignInLink } from '#app/data/sign-in.server.ts';
import type { ShareScope } from '#app/domain/access.ts';
import { brusselsDay } from '#app/domain/calendar.ts';
import { makePlacementCode } from '#app/domain/placement-code.ts';
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

/** A coaching organisation of this coach. */
export async function createCoaching(app: TestApp, coach: SignedInVisitor): Promise<string> {
  const { store, newId, now } = app.services;
  const id = newId();
  const organisation = { id, kind: 'coaching', name: 'Maatwerk De Brug', demo: false, createdAt: now() } as const;
  await createOrganisation(store, organisation, { personId: coach.id, label: 'Jobcoach' });
  return id;
}

/** A placement of this coach, straight into the database, in the state that a test needs. */
export async function storePlacement(
  app: TestApp,
  coach: SignedInVisitor,
  over: Partial<StoredPlacement> = {},
): Promise<StoredPlacement> {
  const { store, newId, now } = app.services;
  const placement: StoredPlacement = {
    id: newId(),
    code: makePlacementCode(randomBytes),
    organisationId: over.organisationId ?? (await createCoaching(app, coach)),
    coachId: coach.id,
    assessmentId: null,
    assessmentErasedOn: null,
    sector: 'care',
    hostName: 'Woonzorgcentrum De Linde',
    place: 'Gent',
    targetJob: 'Keuken en maaltijden',
    hostEmail: '',
    language: 'nl',
    route: 'trajectory',
    phase: 'preparation',
    since: brusselsDay(now()),
    stageStart: null,
    firstContractDay: null,
    legalTicked: [],
    needsSharedOn: null,
    previousId: null,
    closedOn: null,
    outcome: null,
    outcomeReason: null,
    outcomeNote: '',
    demo: false,
    createdAt: now(),
    activeAt: now(),
    ...over,
  };
  const event = { id: newId(), at: now(), side: 'coach', what: 'placement.begun', detail: {}, forHost: true } as const;
  await createPlacement(store, placement, event);
  return placement;
}

/** Makes somebody a member of an organisation. */
export async function joinOrganisation(
  { services: { store, now } }: TestApp,
  organisationId: string,
  who: SignedInVisitor,
) {
  const membership = { organisationId, personId: who.id, role: 'member', joinedAt: now() } as const;
  await store.write((tx) => tx.insert(store.t.membership).values(membership));
}
