import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { createInvitation } from '#app/data/invitation.server.ts';
import { createOrganisation } from '#app/data/organisation.server.ts';
import { createPlacement, type StoredPlacement } from '#app/data/placement.server.ts';
import { createSignInLink } from '#app/data/sign-in.server.ts';
import type { ShareScope } from '#app/domain/access.ts';
import { brusselsDay } from '#app/domain/calendar.ts';
import { invitationDays, type OrganisationKind, type OrganisationRole } from '#app/domain/organisation.ts';
import { makePlacementCode } from '#app/domain/placement-code.ts';
import type { TestApp } from './app.ts';
import { startAssessmentFields, type Visitor } from './visitor.ts';
import type { Workplace } from './workplace.ts';

/** Somebody who signed in, with their browser. */
export type SignedInVisitor = { visitor: Visitor; id: string; email: string };

/** Signs in with a link, as the mail would bring it. */
export async function signIn(app: TestApp, email: string, visitor = app.visitor()): Promise<SignedInVisitor> {
  const { store, newId, newToken, hash, now } = app.services;
  const token = newToken();
  const expiresAt = new Date(now().getTime() + 10 * 60_000);
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
  await coach.visitor.post('/nl/organisations', {
    kind: 'coaching',
    name: `GTB ${email.split('@')[0]}`,
    label: 'jobcoach',
  });
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
  const event = { id: newId(), at: now(), side: 'coach', what: 'placement.begun', detail: {} } as const;
  // Another placement may have the code that was drawn.
  while (!(await createPlacement(store, placement, event))) {
    if (over.code) throw new Error(`The code ${over.code} is taken.`);
    placement.code = makePlacementCode(randomBytes);
  }
  return placement;
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

/** Makes somebody a member of an organisation. */
export async function joinOrganisation(
  { services: { store, now } }: TestApp,
  organisationId: string,
  who: SignedInVisitor,
) {
  const membership = { organisationId, personId: who.id, role: 'member', joinedAt: now() } as const;
  await store.write((tx) => tx.insert(store.t.membership).values(membership));
}

/** A threshold and a task, noted by the coach of a placement; their ids. */
export async function noteAtPlacement(app: TestApp, { visitor }: SignedInVisitor, placementId: string) {
  const base = `/nl/placements/${placementId}`;
  await visitor.post(base, {
    intent: 'threshold',
    text: 'De afwas staat naast de ketels, dan is praten moeilijk.',
    weight: 'noticeable',
  });
  await visitor.post(`${base}/tasks`, {
    ...{ title: 'Tafels dekken', when: 'early', minutes: '45', per: 'day', needs: ['fixed-hours'], risk: 'some' },
    ...{ adapted: 'Een foto van een gedekte tafel', doneBy: 'De kok', carve: 'yes' },
  });
  const { read, t } = app.services.store;
  const [threshold] = await read
    .select()
    .from(t.placementThreshold)
    .where(eq(t.placementThreshold.placementId, placementId));
  const [task] = await read.select().from(t.task).where(eq(t.task.placementId, placementId));
  return { threshold: threshold?.id ?? '', task: task?.id ?? '' };
}
