import { listWaivers } from '#app/data/waiver.server.ts';
import type { Item } from '#app/domain/checklist.ts';
import { itemsFor } from '#app/domain/context.ts';
import { legalItemsToTick, type StageBasis, stageHold, type Waiver, withoutSelfScan } from '#app/domain/stage-hold.ts';
import type { CountedAnswers } from '#app/domain/verdict.ts';
import { readState } from './assessment-state.server.ts';
import type { PlacementVisit } from './placement-visit.server.ts';

/** What a stage rests on now, and the workplace's answers where this visitor may read them. */
export type Footing = {
  items: Item[];
  /** Null without a self-scan that this visitor may read. */
  counted: CountedAnswers | null;
  waivers: Waiver[];
  basis: StageBasis;
};

/** Reads the workplace as it is now: its own answers, or the legal duties that the coach ticks. */
export async function readFooting(visit: PlacementVisit): Promise<Footing> {
  const { workplace, placement, checklist, services } = visit;
  const waivers = await listWaivers(services.store, placement.id);
  if (!workplace) {
    const { items } = checklist;
    return { items, counted: null, waivers, basis: withoutSelfScan(items, placement.legalTicked) };
  }
  const { counted } = await readState(workplace);
  const items = itemsFor(checklist, workplace.assessment.context);
  return { items, counted, waivers, basis: { kind: 'self-scan', held: stageHold(items, counted, waivers) } };
}

/** Items as a page draws them, in the order of the checklist. */
export const drawItems = ({ items }: Pick<Footing, 'items'>, ids: string[]) =>
  items
    .filter(({ id }) => ids.includes(id))
    .map(({ id, title, negative, legal }) => ({ id, title, negative, legal: legal?.article ?? null }));

/** The legal duties to tick one by one where there is no self-scan. */
export const drawLegal = ({ items, counted }: Footing) =>
  counted
    ? []
    : drawItems(
        { items },
        legalItemsToTick(items).map(({ id }) => id),
      );

/** Why the stage may start although something is unmet, with the title of the item. */
export const drawWaivers = ({ waivers, items }: Footing) =>
  waivers.map(({ item, reason }) => ({
    item,
    reason,
    title: items.find(({ id }) => id === item)?.title ?? item,
  }));
