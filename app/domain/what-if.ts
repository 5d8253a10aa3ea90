import type { AnchorValue, Item } from './checklist.ts';
import type { Counted, CountedAnswers } from './verdict.ts';
import { fulfilment, sixthsOf } from './verdict.ts';

/** The answers as they would be if these remedies were done; an answer never becomes worse. */
export function withRemedies(items: Item[], answers: CountedAnswers, remedyIds: Iterable<string>): CountedAnswers {
  const done = new Set(remedyIds);
  const lifted = { ...answers };
  for (const item of items) {
    for (const { id, to } of item.remedies) {
      if (done.has(id) && lifts(item, lifted[item.id], to)) lifted[item.id] = answered(to);
    }
  }
  return lifted;
}

/**
 * Whether this answer is better than the present one. Not applicable is left as it is, unless it holds an essential
 * item back: then it ranks between *started* or *partly* and *largely*.
 */
export function lifts(item: Item, counted: Counted | undefined, to: AnchorValue): boolean {
  const target = sixthsOf(item, to);
  const present = fulfilment(item, counted);
  if (present === null) return item.essential && counted?.listedReason !== true && target >= 4;
  return target > present;
}

const answered = (value: AnchorValue): Counted => ({ value, listedReason: false, disputed: false, expired: false });
