import { findAssessmentByCode } from '#app/data/assessment.server.ts';
import { listMemberships } from '#app/data/organisation.server.ts';
import { listThresholds, listTried } from '#app/data/placement-threshold.server.ts';
import { newPlacementInput, typedHost } from '#app/domain/placement-input.ts';
import { legalItemsToTick } from '#app/domain/stage-hold.ts';
import { requireFollowUp } from '#app/web/follow-up.server.ts';
import { sendStep } from '#app/web/follow-up-form.server.ts';
import { checkForm, typedValues } from '#app/web/form.ts';
import { readFooting } from '#app/web/placement-basis.server.ts';
import { beginPlacement } from '#app/web/placement-beginning.server.ts';
import { moveOn } from '#app/web/placement-moving.server.ts';
import { needsActions } from '#app/web/placement-needs.server.ts';
import { recordAtPlacement } from '#app/web/placement-recording.server.ts';
import { findPlacementVisit, type PlacementVisit } from '#app/web/placement-visit.server.ts';
import type { Services } from '#app/web/services.ts';
import { changeAtThreshold } from '#app/web/threshold-changing.server.ts';
import type { DemoPlacement, FollowUpScene, PlacementScene } from '#drizzle/seed/placement-scenes.ts';
import { placements } from '#drizzle/seed/placements.ts';
import { type Actor, daysBefore, expectDone, playAs, posted } from './demo-moment.ts';

/** Plays the placements of the demo's coach through the forms of the pages, each on its day. */
export async function playPlacements(services: Services): Promise<void> {
  for (const one of placements) await play(services, one);
}

async function play(services: Services, { host, daysAgo, begin, scenes }: DemoPlacement) {
  let id = '';
  await playAs(daysBefore(services, daysAgo), 'coach', async (actor) => {
    const shared = host && (await findAssessmentByCode(services.store, services.hash(host)));
    const fields = { ...begin, host: shared ? shared.id : typedHost };
    const form = checkForm(typedValues(posted(services, fields)), newPlacementInput);
    if (!form.ok) return expectDone(form);
    const memberships = await listMemberships(services.store, actor.person.id);
    const begun = await beginPlacement(actor, memberships, form.data);
    if (!('id' in begun)) throw new Error(`The demo cannot begin a placement: ${begun.message}`);
    id = begun.id;
  });
  for (const [order, scene] of scenes.entries())
    await playAs(daysBefore(services, scene.daysAgo, order), 'coach', (actor) => send(services, actor, id, scene));
}

async function send(services: Services, actor: Actor, id: string, scene: PlacementScene): Promise<void> {
  const visit = await findPlacementVisit(actor.services, actor.request, id, 'nl');
  if (!visit) throw new Error('The coach of the demo may not open this placement');
  const form = posted(services, scene.fields);
  switch (scene.form) {
    case 'move':
      for (const item of await legalToTick(visit)) form.append('legal', item);
      return expectDone(await moveOn(visit, form));
    case 'needs':
      return expectDone(await needsActions(visit, form));
    case 'record':
      return expectDone((await recordAtPlacement(visit, form))?.form ?? null);
    case 'threshold':
      return changeThreshold(visit, scene.threshold, form);
    case 'follow-up':
      return fillIn(actor, id, scene, form);
  }
}

/** Without a self-scan the coach ticked every legal duty. */
async function legalToTick(visit: PlacementVisit): Promise<string[]> {
  const { counted, items } = await readFooting(visit);
  return counted ? [] : legalItemsToTick(items).map((item) => item.id);
}

async function changeThreshold(visit: PlacementVisit, text: string, form: FormData) {
  const { services, placement } = visit;
  const threshold = (await listThresholds(services.store, placement.id)).find((one) => one.text === text);
  if (!threshold) throw new Error(`The demo never noted: ${text}`);
  const tried = await listTried(services.store, placement.id);
  const last = tried.filter((one) => one.thresholdId === threshold.id).at(-1);
  if (form.get('intent') === 'helped' && last) form.set('tried', last.id);
  expectDone((await changeAtThreshold(visit, threshold, form))?.form ?? null);
}

/** Every step of the form in turn; each answers with the address of the next. */
async function fillIn(actor: Actor, placement: string, { month, side }: FollowUpScene, form: FormData) {
  const { services, request } = actor;
  const params = { lang: 'nl', placement, month: String(month) };
  const at = new URL(`/nl/placements/${placement}/follow-ups/${month}?side=${side}`, services.baseUrl);
  const { steps } = services.findGuidance('nl').followUp[side];
  for (const { id } of steps) {
    at.searchParams.set('step', id);
    const headers = { Cookie: request.headers.get('Cookie') ?? '' };
    const step = new Request(at, { method: 'POST', headers, body: form });
    const visit = await requireFollowUp({ request: step, params, context: { services } });
    const answer = await sendStep(visit, step).catch((thrown: unknown) => thrown);
    if (!(answer instanceof Response)) throw new Error(`The demo fills in month ${month} wrongly at ${id}`);
    if (answer.status >= 400) throw answer;
  }
}
