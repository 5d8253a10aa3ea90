import type { AnswerValue } from './answer.ts';
import type { Item, SectorId } from './checklist.ts';
import type { Counted, CountedAnswers } from './verdict.ts';
import { isOpen, meets, sixthsOf, sixthsToMeet } from './verdict.ts';
import { remediesFor } from './what-helps.ts';
import { lifts } from './what-if.ts';

/** What a need is about: per sector the ids of the items that say whether the workplace offers it. */
export type NeedTouches = { id: string; touches: Record<SectorId, string[]> };

/**
 * `fits`: every touched item is met. `blocks`: a touched essential item needed by level 3 or before has its worst
 * answer. `unknown`: no touched item is answered, or none applies here. `adapt`: all between.
 */
export type NeedFit = 'fits' | 'adapt' | 'blocks' | 'unknown';

/** One touched item; `remedies`: ids of those that would meet it, none when it is met. */
export type TouchedItem = {
  item: string;
  value: AnswerValue | null;
  met: boolean;
  blocks: boolean;
  remedies: string[];
};
export type NeedMatch = { need: string; fit: NeedFit; items: TouchedItem[] };

/**
 * Lays what a workplace must offer beside what it answered (product: job coach's journey). `items`: those that apply
 * here. Met is what the verdict calls met, for items that are not essential too; one that is not applicable for an own
 * reason leaves both sides unless it is essential, as in the score. In the order of the needs and of the checklist.
 */
export function matchNeeds(
  needs: NeedTouches[],
  sector: SectorId,
  items: Item[],
  answers: CountedAnswers,
): NeedMatch[] {
  return needs.map(({ id, touches }) => {
    const touched = items
      .filter((item) => touches[sector].includes(item.id) && !isLeftOut(item, answers[item.id]))
      .map((item) => touchedItem(item, answers[item.id]));
    return { need: id, fit: fitOf(touched, answers), items: touched };
  });
}

const isLeftOut = (item: Item, counted: Counted | undefined): boolean =>
  counted?.value === 'not-applicable' && !counted.listedReason && !item.essential;

function touchedItem(item: Item, counted: Counted | undefined): TouchedItem {
  const met = meets(item, counted);
  return {
    item: item.id,
    value: counted?.value ?? null,
    met,
    blocks: !met && blocks(item, counted),
    remedies: met ? [] : remediesThatMeet(item, counted),
  };
}

const blocks = ({ essential, neededBy }: Item, counted: Counted | undefined): boolean =>
  essential && neededBy <= 3 && (counted?.value === 'not-yet' || counted?.value === 'untouched');

const remediesThatMeet = (item: Item, counted: Counted | undefined): string[] =>
  remediesFor(item)
    .filter(({ to }) => lifts(item, counted, to) && sixthsOf(item, to) >= sixthsToMeet(item))
    .map(({ id }) => id);

function fitOf(touched: TouchedItem[], answers: CountedAnswers): NeedFit {
  if (touched.some((one) => one.blocks)) return 'blocks';
  if (touched.every(({ item }) => isOpen(answers[item]))) return 'unknown';
  return touched.every(({ met }) => met) ? 'fits' : 'adapt';
}
