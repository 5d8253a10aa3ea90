import {
  addHandover,
  closeHandovers,
  findOpenHandover,
  type Handover,
  listOpenHandovers,
  revokeHandover,
} from '#app/data/handover.server.ts';
import { postSealed } from '#app/data/mail.server.ts';
import { listMemberships } from '#app/data/organisation.server.ts';
import { addEvent, changePlacement, findPlacement } from '#app/data/placement.server.ts';
import { showDay } from '#app/domain/calendar.ts';
import { acceptInput, handOverInput } from '#app/domain/placement-input.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { coachingOf } from './caseload.server.ts';
import { checkForm, failForm, typedValues } from './form.ts';
import type { SignedIn } from './person.server.ts';
import { eventOf } from './placement-event.ts';
import { writeEvent } from './placement-recording.server.ts';
import type { PlacementVisit } from './placement-visit.server.ts';

/** Days that an invitation to take over works. */
export const handOverDays = 14;

/** Who is invited to take this placement over. */
export async function openHandovers({ services, placement, language }: PlacementVisit) {
  const open = await listOpenHandovers(services.store, placement.id, services.now());
  return open.map(({ id, email, expiresAt }) => ({ id, email, until: showDay(language, expiresAt) }));
}

/** Invites another coach by mail, or stops an invitation; a form that did not pass, or null. */
export async function handOver(visit: PlacementVisit, posted: FormData): Promise<FailedForm | null> {
  if (posted.get('intent') === 'stop') return stop(visit, String(posted.get('handover')));
  const values = typedValues(posted);
  const form = checkForm(values, handOverInput);
  if (!form.ok) return form;
  const { services, placement, language, person } = visit;
  if (!services.mail) return failForm(values, 'email', 'placement-hand-over.no-mail');
  if (form.data.email === person?.email && visit.role === 'coach')
    return failForm(values, 'email', 'placement-hand-over.yourself');
  const [token, now] = [services.newToken(), services.now()];
  const handover = {
    id: services.newId(),
    placementId: placement.id,
    email: form.data.email,
    tokenHash: services.hash(token),
    createdAt: now,
    expiresAt: new Date(now.getTime() + handOverDays * 24 * 60 * 60_000),
  };
  await writeEvent(visit, 'placement.hand-over-asked', (tx) => addHandover(tx, services.store, handover));
  await postSealed(services, {
    id: `hand-over-${handover.id}`,
    kind: 'hand-over',
    placementId: placement.id,
    to: handover.email,
    language,
    payload: { url: `${services.baseUrl}/${language}/hand-over/${token}` },
  });
  return null;
}

async function stop(visit: PlacementVisit, id: string): Promise<null> {
  const { services, placement } = visit;
  const event = eventOf(visit, 'placement.hand-over-stopped');
  await services.store.write(async (tx) => {
    const stopped = await revokeHandover(tx, services.store, placement.id, id, event.at);
    if (stopped) await addEvent(tx, services.store, placement.id, event);
  });
  return null;
}

/** What somebody who opens the link may know, or null: the link is for the address it was mailed to. */
export async function findInvitation({ services, person }: SignedIn, token: string): Promise<Handover | null> {
  const { store, hash, now } = services;
  const handover = await findOpenHandover(store.read, store, hash(token), now());
  return handover?.email === person.email ? handover : null;
}

/** The page behind the link: which placement, and where this person may take it. */
export async function invitationPage(signedIn: SignedIn, { placementId }: Handover) {
  const { services, person, t } = signedIn;
  const placement = await findPlacement(services.store, placementId);
  if (!placement) return null;
  const coaching = coachingOf(await listMemberships(services.store, person.id));
  return {
    code: placement.code,
    host: [placement.hostName, placement.place].filter(Boolean).join(', '),
    phase: t(`phase.${placement.phase}`),
    organisations: coaching.map(({ organisation }) => ({ id: organisation.id, label: organisation.name })),
  };
}

/**
 * Takes the placement over with its history, once; its id, or null where the invitation is spent by now or this person
 * has no coaching organisation.
 */
export async function accept(signedIn: SignedIn, token: string, posted: FormData): Promise<string | null> {
  const { services, person } = signedIn;
  const form = checkForm(typedValues(posted), acceptInput);
  const coaching = coachingOf(await listMemberships(services.store, person.id));
  const asked = form.ok ? form.data.organisation : '';
  const chosen = coaching.find(({ organisation }) => organisation.id === asked) ?? coaching[0];
  if (!chosen) return null;
  const { store, hash } = services;
  const event = eventOf({ services, role: 'coach' }, 'placement.handed-over');
  return store.write(async (tx) => {
    const handover = await findOpenHandover(tx, store, hash(token), event.at);
    if (handover?.email !== person.email) return null;
    const changes = { coachId: person.id, organisationId: chosen.organisation.id };
    await changePlacement(tx, store, handover.placementId, changes, event);
    await closeHandovers(tx, store, handover.placementId, handover.id, event.at);
    return handover.placementId;
  });
}
