import type { Item, RemedyLink } from './checklist.ts';
import type { CountedAnswers } from './verdict.ts';
import { lifts } from './what-if.ts';

/** An item that can still be lifted, and the ids of the remedies that would lift it. */
export type Gap = { item: Item; remedies: string[] };

/** All remedies of an item, those of an edition behind ours. */
export const remediesFor = ({ remedies, alsoHelps = [] }: Item): RemedyLink[] => [...remedies, ...alsoHelps];

/** Every gap with its remedies (product: from gap to action); what no remedy would lift is left out. */
export const whatHelps = (items: Item[], answers: CountedAnswers): Gap[] =>
  items
    .map((item) => ({
      item,
      remedies: remediesFor(item)
        .filter(({ to }) => lifts(item, answers[item.id], to))
        .map(({ id }) => id),
    }))
    .filter(({ remedies }) => remedies.length > 0);
