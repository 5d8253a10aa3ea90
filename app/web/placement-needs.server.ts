import { changePlacement } from '#app/data/placement.server.ts';
import { listNeeds, saveNeeds } from '#app/data/placement-need.server.ts';
import { needGroupKey } from '#app/domain/need.ts';
import { matchNeeds } from '#app/domain/needs-match.ts';
import { agreementInput, needsInput } from '#app/domain/placement-input.ts';
import type { FailedForm, Typed } from '#app/domain/posted-form.ts';
import { checkForm, typedValues } from './form.ts';
import { type Footing, readFooting } from './placement-basis.server.ts';
import { eventOf } from './placement-event.ts';
import { writeEvent } from './placement-recording.server.ts';
import type { PlacementVisit } from './placement-visit.server.ts';

/** The whole list to pick from, by group, and the chosen ones laid beside what the workplace answered. */
export async function needsPage(visit: PlacementVisit) {
  const { services, placement, language, t } = visit;
  const [chosen, footing] = await Promise.all([listNeeds(services.store, placement.id), readFooting(visit)]);
  const { needs } = services.findGuidance(language);
  const groups = [...new Set(needs.map(({ group }) => group))];
  return {
    groups: groups.map((group) => ({
      group,
      name: t(needGroupKey(group)),
      needs: needs.filter((one) => one.group === group).map(({ id, title, meaning }) => ({ id, title, meaning })),
    })),
    chosen,
    beside: footing.counted ? drawMatches(visit, footing, chosen) : null,
    sharedOn: placement.needsSharedOn,
  };
}

/** Each chosen need: fits, needs adapting with what would meet it, blocks, or not known. */
function drawMatches({ services, placement, language, checklist }: PlacementVisit, footing: Footing, chosen: string[]) {
  const needs = services.findGuidance(language).needs.filter(({ id }) => chosen.includes(id));
  const titleOf = (list: { id: string; title: string }[], id: string) => list.find((one) => one.id === id)?.title ?? id;
  return matchNeeds(needs, placement.sector, footing.items, footing.counted ?? {}).map(({ need, fit, items }) => ({
    id: need,
    title: titleOf(needs, need),
    fit,
    items: items
      .filter(({ met }) => !met)
      .map(({ item, remedies }) => ({
        id: item,
        title: titleOf(footing.items, item),
        remedies: remedies.map((id) => titleOf(checklist.remedies, id)),
      })),
  }));
}

/** What the coach posted about the needs; a form that did not pass, or null. An unknown intent does nothing. */
export async function needsActions(visit: PlacementVisit, posted: FormData): Promise<FailedForm | null> {
  const values = typedValues(posted, ['need']);
  switch (posted.get('intent')) {
    case 'pick':
      return pick(visit, values);
    case 'share':
      return agree(visit, values);
    case 'take-back':
      return shareNeeds(visit, null);
    default:
      return null;
  }
}

async function pick(visit: PlacementVisit, values: Typed): Promise<FailedForm | null> {
  const form = checkForm(values, needsInput);
  if (!form.ok) return form;
  return form.data.need.length > 0 ? recordNeeds(visit, form.data.need) : eraseNeeds(visit);
}

async function agree(visit: PlacementVisit, values: Typed): Promise<FailedForm | null> {
  const form = checkForm(values, agreementInput(visit.today));
  return form.ok ? shareNeeds(visit, form.data.agreedOn) : form;
}

/** Records which needs there are, and says so to the coach alone. */
async function recordNeeds(visit: PlacementVisit, chosen: string[]): Promise<null> {
  const { services, placement, language } = visit;
  const all = services.findGuidance(language).needs.map(({ id }) => id);
  const needs = all.filter((id) => chosen.includes(id));
  return writeEvent(visit, 'placement.needs-saved', (tx) => saveNeeds(tx, services.store, placement.id, needs));
}

/** The worker agreed on this day that the workplace sees the needs; null takes it back. */
async function shareNeeds(visit: PlacementVisit, day: string | null): Promise<null> {
  const { services, placement } = visit;
  if (day === null && placement.needsSharedOn === null) return null;
  const event = eventOf(visit, day ? 'placement.needs-shared' : 'placement.needs-taken-back', day ? { day } : {});
  await services.store.write((tx) => changePlacement(tx, services.store, placement.id, { needsSharedOn: day }, event));
  return null;
}

/** Erases the needs now, to the byte. */
async function eraseNeeds(visit: PlacementVisit): Promise<null> {
  const { services, placement } = visit;
  if ((await listNeeds(services.store, placement.id)).length === 0) return null;
  const { store } = services;
  const event = eventOf(visit, 'placement.needs-erased');
  await store.write(async (tx) => {
    await saveNeeds(tx, store, placement.id, []);
    await changePlacement(tx, store, placement.id, { needsSharedOn: null }, event);
  });
  await store.scrub().catch(() => undefined);
  return null;
}
