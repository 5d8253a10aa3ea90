import type { SectorId } from './checklist.ts';
import type { HandInFigures } from './figures/published.ts';
import { byValue } from './figures/shown-tables.ts';

export const sectorActionStatuses = ['todo', 'doing', 'done', 'dropped'] as const;
export type SectorActionStatus = (typeof sectorActionStatuses)[number];

/** What a federation itself undertakes for its sector. */
export type SectorAction = {
  id: string;
  sector: SectorId;
  /** The item it wants to move, if it is about one. */
  item: string | null;
  title: string;
  /** A function or a service, never a person. */
  owner: string;
  /** YYYY-MM-DD */
  due: string | null;
  status: SectorActionStatus;
  note: string;
};

/** Items that hold most workplaces back and that no action is about yet, heaviest first, at most five. */
export const proposedItems = ({ holdsBack }: HandInFigures, actions: readonly Pick<SectorAction, 'item'>[]) =>
  byValue(holdsBack, ({ count }) => count)
    .filter(([item, { count }]) => count > 0 && !actions.some((one) => one.item === item))
    .slice(0, 5)
    .map(([item, { count, share }]) => ({ item, count, share }));
