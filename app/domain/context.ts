import type { Checklist, Item } from './checklist.ts';

/** The answer that switches nothing off. */
export const notYetKnown = 'unknown';
export const outsideFlanders = 'outside-flanders';

/** Answers to the five context questions: option ids. Several shifts can be chosen. */
export type Context = {
  subSector: string;
  size: string;
  place: string;
  targetJob: string;
  shifts: string[];
};

/** Whether an item can apply in this context; a question answered *not yet known* switches nothing off. */
export function applies(item: Item, context: Context): boolean {
  const fits = (allowed: string[] | undefined, given: string[]) =>
    !allowed || given.length === 0 || given.includes(notYetKnown) || given.some((id) => allowed.includes(id));
  const { onlyFor } = item;
  return (
    fits(onlyFor.subSector, [context.subSector]) &&
    fits(onlyFor.size, [context.size]) &&
    fits(onlyFor.targetJob, [context.targetJob]) &&
    fits(onlyFor.shifts, context.shifts)
  );
}

/** The items that apply, in the order in which they are asked. */
export const itemsFor = (checklist: Checklist, context: Context): Item[] =>
  checklist.items.filter((item) => applies(item, context));
