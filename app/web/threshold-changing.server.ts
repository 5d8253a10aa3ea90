import { addEvent } from '#app/data/placement.server.ts';
import { addTried, changeHelped, changeThreshold, findThreshold } from '#app/data/placement-threshold.server.ts';
import type { PlacementEventKey } from '#app/domain/placement-event.ts';
import { changedThresholdInput, helpedInput, triedInput } from '#app/domain/placement-input.ts';
import { type PlacementThreshold, type Rewriting, rewrite, settle } from '#app/domain/placement-threshold.ts';
import type { FailedForm, Typed } from '#app/domain/posted-form.ts';
import { remediesFor } from '#app/domain/what-helps.ts';
import { checkForm, failForm, typedValues } from './form.ts';
import { eventOf } from './placement-event.ts';
import { writeEvent } from './placement-recording.server.ts';
import type { PlacementVisit } from './placement-visit.server.ts';
import { findItem } from './versions.server.ts';

/** The threshold of the address, or 404. */
export async function requireThreshold({ services, placement }: PlacementVisit, id: string | undefined) {
  const threshold = await findThreshold(services.store.read, services.store, placement.id, id ?? '');
  if (!threshold) throw new Response(null, { status: 404 });
  return threshold;
}

/** The remedies of the checklist that belong to this threshold, to choose what was tried from. */
export const remediesAt = (visit: PlacementVisit, { item }: PlacementThreshold) => {
  const { checklist } = visit;
  const about = findItem(visit, item);
  const ids = about ? remediesFor(about).map(({ id }) => id) : [];
  return checklist.remedies.filter(({ id }) => ids.includes(id)).map(({ id, title }) => ({ id, label: title }));
};

type Change = (visit: PlacementVisit, threshold: PlacementThreshold, values: Typed) => Promise<FailedForm | null>;

const changes: Record<string, Change> = {
  change,
  choose,
  lower: (visit, threshold) => setLowered(visit, threshold, visit.today),
  reopen: (visit, threshold) => setLowered(visit, threshold, null),
  try: tryRemedy,
  helped: noteHelped,
};

/** Changes a threshold as posted; an unknown intent is 404. */
export async function changeAtThreshold(visit: PlacementVisit, threshold: PlacementThreshold, posted: FormData) {
  const intent = String(posted.get('intent'));
  const doIt = Object.hasOwn(changes, intent) ? changes[intent] : undefined;
  if (!doIt) throw new Response(null, { status: 404 });
  const form = await doIt(visit, threshold, typedValues(posted));
  return form && { intent, form };
}

async function change(visit: PlacementVisit, { id }: PlacementThreshold, values: Typed) {
  const form = checkForm(values, changedThresholdInput);
  if (!form.ok) return form;
  const { version, seenOn, item, text, weight } = form.data;
  if (seenOn > visit.today) return failForm(values, 'seenOn', 'placement-error.in-future');
  const isItem = findItem(visit, item) !== undefined;
  const seen = { text, weight, item: isItem ? item : null, seenOn: seenOn || visit.today };
  const { outcome } = await rewriteWith(visit, id, (stored) => rewrite(stored, version, seen));
  return outcome === 'choose' ? failForm(values, 'text', 'threshold.choose-first') : null;
}

async function choose(visit: PlacementVisit, { id }: PlacementThreshold, values: Typed) {
  const chosen = values.version === 'rival' ? 'rival' : 'first';
  await rewriteWith(visit, id, (stored) => ({ outcome: 'settled', changes: settle(stored, chosen) }));
  return null;
}

type Outcome = Rewriting['outcome'] | 'settled';
const eventFor: Record<Exclude<Outcome, 'choose'>, PlacementEventKey> = {
  kept: 'placement.threshold-changed',
  rival: 'placement.threshold-rival',
  settled: 'placement.threshold-settled',
};

/** Reads and writes in one transaction, so that two devices cannot both be first. */
async function rewriteWith(
  visit: PlacementVisit,
  id: string,
  work: (stored: PlacementThreshold) => { outcome: Outcome; changes: Partial<PlacementThreshold> },
): Promise<{ outcome: Outcome }> {
  const { services, placement } = visit;
  const { store } = services;
  const [eventId, at] = [services.newId(), services.now()];
  return store.write(async (tx) => {
    const stored = await findThreshold(tx, store, placement.id, id);
    if (!stored) return { outcome: 'choose' as const };
    const { outcome, changes: written } = work(stored);
    if (outcome === 'choose') return { outcome };
    await changeThreshold(tx, store, id, written);
    await addEvent(tx, store, placement.id, { ...eventOf(visit, eventFor[outcome]), id: eventId, at });
    return { outcome };
  });
}

function setLowered(visit: PlacementVisit, { id }: PlacementThreshold, loweredOn: string | null) {
  const { store } = visit.services;
  const what = loweredOn ? 'placement.threshold-lowered' : 'placement.threshold-opened';
  return writeEvent(visit, what, (tx) => changeThreshold(tx, store, id, { loweredOn }));
}

async function tryRemedy(visit: PlacementVisit, threshold: PlacementThreshold, values: Typed) {
  const form = checkForm(values, triedInput);
  if (!form.ok) return form;
  const { services, placement, today } = visit;
  const { remedy, tried: text, triedOn, helped } = form.data;
  if (triedOn > today) return failForm(values, 'triedOn', 'placement-error.in-future');
  const known = remediesAt(visit, threshold).some(({ id }) => id === remedy);
  if (remedy !== '' && !known) return failForm(values, 'remedy', 'error.option');
  const tried = {
    id: services.newId(),
    placementId: placement.id,
    thresholdId: threshold.id,
    remedy: remedy || null,
    text,
    triedOn: triedOn || today,
    helped: helped || null,
  };
  return writeEvent(visit, 'placement.tried', (tx) => addTried(tx, services.store, tried));
}

async function noteHelped(visit: PlacementVisit, threshold: PlacementThreshold, values: Typed) {
  const form = checkForm(values, helpedInput);
  if (!form.ok) return form;
  const { services, placement } = visit;
  const event = eventOf(visit, 'placement.helped');
  const change = { id: form.data.tried, helped: form.data.helped };
  await services.store.write(async (tx) => {
    const done = await changeHelped(tx, services.store, threshold.id, change);
    if (done) await addEvent(tx, services.store, placement.id, event);
  });
  return null;
}
