import type { Action } from './action.ts';
import type { Answer } from './answer.ts';
import { scores } from './answer.ts';
import type { Item } from './checklist.ts';
import type { CountedAnswers } from './verdict.ts';

export const roundKinds = [
  'baseline',
  'in-between',
  'after-stage',
  'month-1',
  'month-3',
  'month-6',
  'month-12',
] as const;
export type RoundKind = (typeof roundKinds)[number];

/** Why an item is asked again in a next round. */
export type AskReason = 'action-done' | 'expired' | 'disputed' | 'open';

/**
 * The items to look at again: what a finished action re-opened and what expired; in a next round also what is in
 * dispute or was never known. Nothing else is asked anew.
 */
export function toAskAgain(
  items: Item[],
  answers: CountedAnswers,
  reopened: Set<string>,
  nextRound: boolean,
): Map<string, AskReason> {
  const asked = new Map<string, AskReason>();
  for (const item of items) {
    const reason = reasonFor(item, answers, reopened);
    if (reason && (nextRound || reason === 'action-done' || reason === 'expired')) asked.set(item.id, reason);
  }
  return asked;
}

function reasonFor(item: Item, answers: CountedAnswers, reopened: Set<string>): AskReason | null {
  const counted = answers[item.id];
  if (reopened.has(item.id)) return 'action-done';
  if (counted?.expired) return 'expired';
  if (counted?.disputed) return 'disputed';
  return !counted || counted.value === null || counted.value === 'unknown' ? 'open' : null;
}

/** Items that a finished action re-opened: no answer of the workplace has come in since. */
export function reopenedItems(actions: Action[], answers: Answer[]): Set<string> {
  const latest = new Map<string, number>();
  for (const answer of answers.filter(({ voice }) => scores(voice)))
    latest.set(answer.item, Math.max(latest.get(answer.item) ?? 0, answer.seq));
  const done = actions.filter((action) => action.status === 'done' && action.doneSeq !== null);
  return new Set(
    done.flatMap((action) => action.items.filter((item) => (latest.get(item) ?? 0) <= (action.doneSeq as number))),
  );
}
