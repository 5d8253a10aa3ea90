import { postSealed } from '#app/data/mail.server.ts';
import { changePilot, findWholePilot } from '#app/data/pilot.server.ts';
import {
  confirmText,
  findConfirmingPartner,
  publishPilot,
  saveConfirmToken,
  takeBackConfirmation,
} from '#app/data/pilot-confirmation.server.ts';
import { brusselsDay, showDay } from '#app/domain/calendar.ts';
import type { Language } from '#app/domain/checklist.ts';
import { confirmLinkInput } from '#app/domain/pilot-input.ts';
import { publishProblems } from '#app/domain/pilot-publishing.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { checkForm, failForm, typedValues } from './form.ts';
import { drawStory } from './pilot-story.server.ts';
import { type PilotVisit, tellPilot } from './pilot-visit.server.ts';
import type { Services } from './services.ts';

/** The text as everyone would read it, who confirmed it, and what still stands in the way. */
export async function readPublishing(visit: PilotVisit) {
  const { services, organisation, whole, language, today } = visit;
  const { open, hash, traces } = await tellPilot(services, organisation, whole);
  return {
    report: drawStory(visit, open, today),
    partners: whole.partners.map(({ id, name, confirmedHash, confirmedAt }) => ({
      ...{ id, name },
      state: confirmedHash === null ? 'waits' : confirmedHash === hash ? 'confirmed' : 'changed',
      day: confirmedAt && showDay(language, confirmedAt),
    })),
    problems: publishProblems(whole, open, traces, hash),
    published: whole.pilot.publishedAt && showDay(language, whole.pilot.publishedAt),
  };
}

export type PublishResult =
  | { kind: 'link'; partner: string; url: string }
  | { kind: 'mailed'; partner: string; email: string }
  | { kind: 'failed'; form: FailedForm }
  | { kind: 'done' };

/** Hands a partner its link, puts the pilot in the library, or takes it out. */
export function publishActions(visit: PilotVisit, form: FormData): Promise<PublishResult> {
  switch (form.get('intent')) {
    case 'link':
      return handLink(visit, form);
    case 'publish':
      return publish(visit);
    case 'withdraw':
      return withdraw(visit);
    default:
      throw new Response(null, { status: 404 });
  }
}

async function handLink(
  { services, whole, language, organisation, t }: PilotVisit,
  posted: FormData,
): Promise<PublishResult> {
  const partner = whole.partners.find(({ id }) => id === posted.get('partner'));
  if (!partner) throw new Response(null, { status: 404 });
  const form = checkForm(typedValues(posted), confirmLinkInput);
  if (!form.ok) return { kind: 'failed', form };
  const token = services.newToken();
  await saveConfirmToken(services.store, whole.pilot.id, partner.id, services.hash(token));
  const url = `${services.baseUrl}/${language}/pilots/confirm/${token}`;
  const { email } = form.data;
  if (!email || !services.mail) return { kind: 'link', partner: partner.id, url };
  const about = t('mail.pilot-confirm.about', { organisation: organisation.name, pilot: whole.pilot.title });
  await postSealed(services, {
    ...{ kind: 'pilot-confirm', to: email, language },
    payload: { lines: JSON.stringify([about]), url },
  });
  return { kind: 'mailed', partner: partner.id, email };
}

async function publish({ services, organisation, whole }: PilotVisit): Promise<PublishResult> {
  const { open, hash, traces } = await tellPilot(services, organisation, whole);
  const [problem] = publishProblems(whole, open, traces, hash);
  if (problem) return { kind: 'failed', form: failForm({}, 'publish', problem) };
  const published = await publishPilot(services.store, whole.pilot.id, open, hash, services.now());
  return published ? { kind: 'done' } : { kind: 'failed', form: failForm({}, 'publish', 'pilot-error.not-confirmed') };
}

async function withdraw({ services, whole }: PilotVisit): Promise<PublishResult> {
  await changePilot(services.store, whole.pilot.id, { publishedAt: null, published: null }, services.now());
  return { kind: 'done' };
}

/** What a partner reads behind its link: the text, and whether it confirmed exactly this; null when the link is spent. */
export async function readConfirming(
  { services, language }: { services: Services; language: Language },
  token: string,
) {
  const found = await findConfirmingPartner(services.store, services.hash(token));
  const whole = found && (await findWholePilot(services.store, found.organisationId, found.pilotId));
  if (!found || !whole) return null;
  const { open, hash } = await tellPilot(services, { id: found.organisationId, name: found.organisation }, whole);
  const { partner, pilotId } = found;
  return {
    ...{ hash, pilotId, partnerId: partner.id, name: partner.name, organisation: found.organisation },
    report: drawStory({ services, language }, open, brusselsDay(services.now())),
    confirmed: partner.confirmedHash === hash && partner.confirmedAt ? showDay(language, partner.confirmedAt) : null,
    published: whole.pilot.publishedAt !== null,
  };
}

/** Confirms the text that was on screen, or takes a confirmation back; false when the text is another one by now. */
export async function confirmAs(
  { services, language }: { services: Services; language: Language },
  token: string,
  form: FormData,
): Promise<boolean> {
  const confirming = await readConfirming({ services, language }, token);
  if (!confirming) throw new Response(null, { status: 404 });
  const { pilotId, partnerId, hash } = confirming;
  if (form.get('intent') === 'take-back') {
    await takeBackConfirmation(services.store, pilotId, partnerId, services.now());
    return true;
  }
  if (form.get('text') !== hash) return false;
  await confirmText(services.store, partnerId, hash, services.now());
  return true;
}
