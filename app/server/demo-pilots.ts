import { findAssessmentByCode } from '#app/data/assessment.server.ts';
import { listMemberships } from '#app/data/organisation.server.ts';
import { findWholePilot } from '#app/data/pilot.server.ts';
import { listPlacementsAt } from '#app/data/placement.server.ts';
import { brusselsDay } from '#app/domain/calendar.ts';
import { isPilotPhase } from '#app/domain/pilot.ts';
import { newPilotInput } from '#app/domain/pilot-input.ts';
import { checkForm, typedValues } from '#app/web/form.ts';
import { findOrganisationFor, type OrganisationVisit } from '#app/web/organisation-visit.server.ts';
import { beginPilot } from '#app/web/pilot-beginning.server.ts';
import { savePhase } from '#app/web/pilot-phase.server.ts';
import { confirmAs, publishActions, readConfirming } from '#app/web/pilot-publishing.server.ts';
import { recordInPilot } from '#app/web/pilot-recording.server.ts';
import type { PilotVisit } from '#app/web/pilot-visit.server.ts';
import type { Services } from '#app/web/services.ts';
import type { DemoPilot, PilotScene } from '#drizzle/seed/pilot-scenes.ts';
import { pilots } from '#drizzle/seed/pilots.ts';
import type { Fields } from '#drizzle/seed/placement-scenes.ts';
import { type Actor, daysBefore, expectDone, playAs, posted } from './demo-moment.ts';

/** Plays the pilots of the demo's coach through the forms of the pages, each on its day. */
export async function playPilots(services: Services): Promise<void> {
  for (const one of pilots) await play(services, one);
}

async function play(services: Services, { daysAgo, begin, links, scenes }: DemoPilot) {
  let id = '';
  await playAs(daysBefore(services, daysAgo), 'coach', async (actor) => {
    const form = checkForm(typedValues(posted(services, begin)), newPilotInput);
    if (!form.ok) return expectDone(form);
    id = (await beginPilot(await leaderOf(actor), form.data)) ?? '';
  });
  const linking = { form: 'record', daysAgo: links.daysAgo, fields: await linksOf(services, links.codes) } as const;
  const inTurn = [...scenes, linking].sort((one, other) => other.daysAgo - one.daysAgo);
  for (const [order, scene] of inTurn.entries())
    await playAs(daysBefore(services, scene.daysAgo, order), 'coach', (actor) => send(services, actor, id, scene));
}

async function leaderOf(actor: Actor): Promise<OrganisationVisit> {
  const [membership] = await listMemberships(actor.services.store, actor.person.id);
  return findOrganisationFor(actor, membership?.organisation.id ?? '', 'lead-pilot');
}

/** The workplaces and every placement there. */
async function linksOf({ store, hash }: Services, codes: string[]): Promise<Fields> {
  const found = await Promise.all(codes.map((code) => findAssessmentByCode(store, hash(code))));
  const assessments = found.flatMap((one) => one?.id ?? []);
  const there = await Promise.all(assessments.map((id) => listPlacementsAt(store, id)));
  return { intent: 'links', assessments, placements: there.flat().map(({ id }) => id) };
}

async function send(services: Services, actor: Actor, id: string, scene: PilotScene): Promise<void> {
  const leader = await leaderOf(actor);
  const whole = await findWholePilot(services.store, leader.organisation.id, id);
  if (!whole) throw new Error('The coach of the demo leads no such pilot');
  const visit: PilotVisit = { ...leader, whole, open: true, today: brusselsDay(actor.services.now()) };
  const form = posted(services, scene.fields);
  if (scene.form === 'phase') {
    if (!isPilotPhase(scene.phase)) throw new Error(`The demo has no phase ${scene.phase}`);
    return expectDone(await savePhase(visit, scene.phase, form));
  }
  if (scene.form === 'confirm') return confirmAsPartners(visit);
  const result = await (scene.form === 'publish' ? publishActions(visit, form) : recordInPilot(visit, form));
  expectDone(result.kind === 'failed' ? result.form : null);
}

/** Each partner gets its link, reads the text behind it and confirms that. */
async function confirmAsPartners(visit: PilotVisit): Promise<void> {
  for (const { id, name } of visit.whole.partners) {
    const made = await publishActions(visit, posted(visit.services, { intent: 'link', partner: id }));
    const token = made.kind === 'link' ? made.url.split('/').at(-1) : '';
    const read = await readConfirming(visit, token ?? '');
    const text = posted(visit.services, { text: read?.hash ?? '' });
    if (!(await confirmAs(visit, token ?? '', text))) throw new Error(`${name} of the demo confirms another text`);
  }
}
