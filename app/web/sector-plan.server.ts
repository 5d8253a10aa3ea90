import { listSectorActions, saveSectorAction } from '#app/data/sector-action.server.ts';
import { showDay } from '#app/domain/calendar.ts';
import type { Checklist } from '#app/domain/checklist.ts';
import { totalOf } from '#app/domain/figures/shown-tables.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { proposedItems, type SectorAction } from '#app/domain/sector-action.ts';
import { sectorActionInput } from '#app/domain/sector-action-input.ts';
import { federationFigures } from './federation-figures.server.ts';
import type { FederationVisit } from './federation-visit.server.ts';
import { checkForm, typedValues } from './form.ts';
import { logLine } from './organisation-visit.server.ts';

/** The plan of a federation for one sector, and what the figures propose for it. */
export async function readSectorPlan(visit: FederationVisit, checklist: Checklist, request: Request) {
  const { services, organisation, language } = visit;
  const [actions, { figures }] = await Promise.all([
    listSectorActions(services.store, organisation.id, checklist.sector),
    federationFigures(visit, checklist.sector, request),
  ]);
  const total = totalOf(figures.tables);
  const names = new Map(checklist.items.map(({ id, negative }) => [id, negative]));
  return {
    actions: actions.map((one) => ({
      ...one,
      day: one.due && showDay(language, one.due),
      about: one.item ? (names.get(one.item) ?? null) : null,
    })),
    proposals: (total ? proposedItems(total, actions) : []).flatMap(({ item, count, share }) => {
      const name = names.get(item);
      return name ? [{ item, name, count, share }] : [];
    }),
    items: checklist.items.map(({ id, negative }) => ({ id, label: negative })),
  };
}

/** Adds or changes an action as posted; of another federation or sector is 404. Null when it was done. */
export async function changeSectorPlan(
  visit: FederationVisit,
  checklist: Checklist,
  posted: FormData,
): Promise<{ action: string; form: FailedForm } | null> {
  const asked = String(posted.get('action') ?? '');
  const form = checkForm(typedValues(posted), sectorActionInput);
  if (!form.ok) return { action: asked, form };
  const { services, organisation } = visit;
  const { item, due, ...rest } = form.data;
  const known = await listSectorActions(services.store, organisation.id, checklist.sector);
  if (asked !== '' && !known.some(({ id }) => id === asked)) throw new Response(null, { status: 404 });
  const action: SectorAction = {
    ...rest,
    id: asked || services.newId(),
    sector: checklist.sector,
    item: checklist.items.some(({ id }) => id === item) ? item : null,
    due: due || null,
  };
  const saved = await saveSectorAction(services.store, organisation.id, action, services.now(), (isNew) =>
    logLine(visit, isNew ? 'sector-action-added' : 'sector-action-changed', { title: action.title }),
  );
  if (!saved) throw new Response(null, { status: 404 });
  return null;
}
