import type { Action } from './action.ts';
import { anchorValues } from './answer.ts';
import type { Item } from './checklist.ts';
import type { SubmissionFacts } from './submission.ts';

/** One hand-in, frozen; `on` is its day in Brussels, YYYY-MM-DD. */
export type HandIn = { on: string; facts: Pick<SubmissionFacts, 'level' | 'items'> };

/** `other`: one of the two answers is no anchor, such as not known before and answered now. */
export type Direction = 'up' | 'down' | 'other';

export type ItemMove = {
  item: string;
  from: string;
  to: string;
  direction: Direction;
  /** Ids of the actions on this item that were done from the day of the first hand-in to that of the second. */
  actions: string[];
};

export type ComparedRounds = { levelBefore: number; levelAfter: number; moves: ItemMove[] };

/**
 * What changed from one hand-in of an assessment to a later one, in the order of the checklist. An item that is not in
 * both is left out: it did not move, the context did. That an action goes with a move does not say that it caused it.
 */
export const compareHandIns = (items: Item[], before: HandIn, after: HandIn, actions: Action[]): ComparedRounds => ({
  levelBefore: before.facts.level,
  levelAfter: after.facts.level,
  moves: items.flatMap((item) => {
    const [from, to] = [before, after].map(({ facts }) => facts.items[item.id]);
    if (from === undefined || to === undefined || from === to) return [];
    const done = actions.filter((action) => action.items.includes(item.id) && isDoneBetween(action, before, after));
    return [{ item: item.id, from, to, direction: directionOf(item, from, to), actions: done.map(({ id }) => id) }];
  }),
});

function directionOf({ kind }: Item, from: string, to: string): Direction {
  const anchors: readonly string[] = anchorValues(kind);
  const [start, end] = [anchors.indexOf(from), anchors.indexOf(to)];
  if (start < 0 || end < 0) return 'other';
  return end > start ? 'up' : 'down';
}

const isDoneBetween = ({ status, doneAt }: Action, before: HandIn, after: HandIn): boolean =>
  status === 'done' && doneAt !== null && doneAt >= before.on && doneAt <= after.on;
