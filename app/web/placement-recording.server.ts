import { addGuidance, addNote } from '#app/data/coach-record.server.ts';
import type { Db } from '#app/data/db.server.ts';
import { addEvent } from '#app/data/placement.server.ts';
import { addThreshold } from '#app/data/placement-threshold.server.ts';
import { addVisit, removeVisit } from '#app/data/planned-visit.server.ts';
import { saveWaiver } from '#app/data/waiver.server.ts';
import type { PlacementPermission } from '#app/domain/access.ts';
import type { PlacementEventKey } from '#app/domain/placement-event.ts';
import { guidanceInput, noteInput, thresholdInput, visitInput, waiverInput } from '#app/domain/placement-input.ts';
import type { FailedForm, Typed } from '#app/domain/posted-form.ts';
import { refuseWaiver } from '#app/domain/stage-hold.ts';
import { checkForm, failForm, typedValues } from './form.ts';
import { readFooting } from './placement-basis.server.ts';
import { eventOf } from './placement-event.ts';
import type { PlacementVisit } from './placement-visit.server.ts';
import { findItem } from './versions.server.ts';

/** A form that did not pass, by what it wanted to do; null when it is done, or when there was nothing to do. */
export type Recorded = { intent: string; form: FailedForm } | null;
type Recording = (visit: PlacementVisit, values: Typed) => Promise<FailedForm | null>;

/** What can be noted on the page of a placement, and who may. */
const recordings: Record<string, { needs: PlacementPermission; record: Recording }> = {
  threshold: { needs: 'note-threshold', record: noteThreshold },
  visit: { needs: 'record', record: planVisit },
  'remove-visit': { needs: 'record', record: takeBackVisit },
  guidance: { needs: 'record', record: noteGuidance },
  note: { needs: 'record', record: noteNote },
  waive: { needs: 'waive', record: waive },
};

/** Notes what was posted; an unknown intent and what this visitor may not do are 404. Nothing is added once it closed. */
export async function recordAtPlacement(visit: PlacementVisit, posted: FormData): Promise<Recorded> {
  const intent = String(posted.get('intent'));
  const recording = Object.hasOwn(recordings, intent) ? recordings[intent] : undefined;
  if (!recording || !visit.may(recording.needs)) throw new Response(null, { status: 404 });
  if (visit.placement.closedOn) throw new Response(null, { status: 404 });
  const form = await recording.record(visit, typedValues(posted));
  return form && { intent, form };
}

/** Does something and says in the history that it happened, in one transaction. */
export async function writeEvent(
  visit: PlacementVisit,
  what: PlacementEventKey,
  work: (tx: Db) => Promise<unknown>,
  detail: Record<string, string> = {},
): Promise<null> {
  const { store } = visit.services;
  const event = eventOf(visit, what, detail);
  await store.write(async (tx) => {
    await work(tx);
    await addEvent(tx, store, visit.placement.id, event);
  });
  return null;
}

async function noteThreshold(visit: PlacementVisit, values: Typed) {
  const form = checkForm(values, thresholdInput);
  if (!form.ok) return form;
  const { services, placement, today } = visit;
  const { text, weight, item, seenOn } = form.data;
  if (seenOn > today) return failForm(values, 'seenOn', 'placement-error.in-future');
  const threshold = {
    id: services.newId(),
    placementId: placement.id,
    text,
    weight,
    item: findItem(visit, item)?.id ?? null,
    seenOn: seenOn || today,
    loweredOn: null,
    side: visit.role === 'coach' ? ('coach' as const) : ('host' as const),
    version: 1,
    rival: null,
    createdAt: services.now(),
  };
  return writeEvent(visit, 'placement.threshold-noted', (tx) => addThreshold(tx, services.store, threshold));
}

async function planVisit(visit: PlacementVisit, values: Typed) {
  const form = checkForm(values, visitInput);
  if (!form.ok) return form;
  const { services, placement, today } = visit;
  const { visitOn, time, purpose } = form.data;
  if (visitOn < today) return failForm(values, 'visitOn', 'placement-error.past');
  const planned = { id: services.newId(), placementId: placement.id, on: visitOn, time, purpose };
  return writeEvent(visit, 'placement.visit-planned', (tx) => addVisit(tx, services.store, planned), { day: visitOn });
}

async function takeBackVisit({ services, placement, ...visit }: PlacementVisit, values: Typed) {
  const event = eventOf({ services, ...visit }, 'placement.visit-removed');
  await services.store.write(async (tx) => {
    const removed = await removeVisit(tx, services.store, placement.id, String(values.visit));
    if (removed) await addEvent(tx, services.store, placement.id, event);
  });
  return null;
}

async function noteGuidance(visit: PlacementVisit, values: Typed) {
  const form = checkForm(values, guidanceInput);
  if (!form.ok) return form;
  const { services, placement, today } = visit;
  const { guidedOn, minutes, kind } = form.data;
  if (guidedOn > today) return failForm(values, 'guidedOn', 'placement-error.in-future');
  const time = { id: services.newId(), placementId: placement.id, on: guidedOn, minutes, kind };
  return writeEvent(visit, 'placement.guided', (tx) => addGuidance(tx, services.store, time));
}

async function noteNote(visit: PlacementVisit, values: Typed) {
  const form = checkForm(values, noteInput);
  if (!form.ok) return form;
  const { services, placement } = visit;
  const note = { id: services.newId(), placementId: placement.id, text: form.data.note, at: services.now() };
  return writeEvent(visit, 'placement.noted', (tx) => addNote(tx, services.store, note));
}

/** Only an item that holds the stage now, and never a legal duty. */
async function waive(visit: PlacementVisit, values: Typed) {
  const form = checkForm(values, waiverInput);
  if (!form.ok) return form;
  const { basis, items } = await readFooting(visit);
  const item = items.find(({ id }) => id === form.data.item);
  const holds = basis.kind === 'self-scan' && basis.held.some((one) => one.item === form.data.item);
  if (!item || !holds) return failForm(values, 'reason', 'hold.gone');
  const { services, placement } = visit;
  const waiver = { item: item.id, reason: form.data.reason, by: 'owner', at: services.now().toISOString() } as const;
  const refused = refuseWaiver(item, waiver);
  if (refused) return failForm(values, 'reason', refused);
  return writeEvent(visit, 'placement.waived', (tx) => saveWaiver(tx, services.store, placement.id, waiver));
}
