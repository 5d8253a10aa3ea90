import type { Checklist, Dimension, Item } from './checklist.ts';
import type { CountedAnswers } from './verdict.ts';

export type SectionStatus = 'done' | 'busy' | 'to-do';
export type SectionProgress = {
  dimension: Dimension;
  /** Place among the sections that have items, from 1. */
  number: number;
  items: Item[];
  answered: number;
  status: SectionStatus;
};

/** The sections of a checklist that have items in this context, and how far each is; a re-opened item is to do. */
export function sectionsOf(
  checklist: Checklist,
  items: Item[],
  answers: CountedAnswers,
  reopened: Set<string> = new Set(),
): SectionProgress[] {
  return checklist.dimensions
    .map((dimension) => ({ dimension, items: items.filter((item) => item.dimension === dimension.id) }))
    .filter((section) => section.items.length > 0)
    .map((section, index) => {
      const answered = section.items.filter((item) => isAnswered(answers, item) && !reopened.has(item.id)).length;
      return { ...section, number: index + 1, answered, status: statusOf(answered, section.items.length) };
    });
}

/** *Don't know* is an answer; an expired answer is not one any more. */
export const isAnswered = (answers: CountedAnswers, item: Item): boolean => {
  const counted = answers[item.id];
  return counted !== undefined && counted.value !== null && !counted.expired;
};

const statusOf = (answered: number, all: number): SectionStatus =>
  answered === all ? 'done' : answered > 0 ? 'busy' : 'to-do';

/** How an item is called on screen: section number and place in it, such as 4.1. */
export function itemCode(sections: SectionProgress[], item: string): string {
  for (const section of sections) {
    const place = section.items.findIndex((one) => one.id === item);
    if (place >= 0) return `${section.number}.${place + 1}`;
  }
  return '';
}

/** Minutes still to go: one per open item, rounded up to five. */
export const minutesLeft = (open: number): number => Math.ceil(open / 5) * 5;
