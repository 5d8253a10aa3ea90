import type { HandInFigures } from './published.ts';
import { shareOf } from './rounded.ts';

export type Share = { count: number; share: number };

/**
 * How many workplaces reached a level or went further, from published counts; null where levels that were taken together
 * lie on both sides.
 */
export function readyFrom({ levels, workplaces }: Pick<HandInFigures, 'levels' | 'workplaces'>, level: number) {
  const isHere = (group: number[]) => group.every((one) => one >= level);
  const isBelow = (group: number[]) => group.every((one) => one < level);
  if (levels.some((group) => !isHere(group.levels) && !isBelow(group.levels))) return null;
  const count = levels.filter((group) => isHere(group.levels)).reduce((sum, group) => sum + group.count, 0);
  return { count: Math.min(count, workplaces), share: shareOf(count, workplaces) } satisfies Share;
}

/** The levels above the first: of each, who is ready for it. */
export const readyLevels = [2, 3, 4, 5] as const;
