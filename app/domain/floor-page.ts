import type { Item } from './checklist.ts';
import type { ThresholdWeight } from './placement-threshold.ts';
import type { RivalValue } from './visit-sync.ts';

/** A form that was refused on a page without script: why, and what was typed. */
export type RefusedEntry = { form: string; error: string; values: Record<string, string> };

/** A threshold on the page of a visit; `last` and rivals say who wrote, and when in words. */
export type FloorThreshold = {
  id: string;
  text: string;
  /** In words. */
  seenOn: string;
  weight: ThresholdWeight;
  loweredOn: string | null;
  version: number;
  newId: string;
  last: { by: string; at: string };
  rivals: RivalValue[];
};

/** An item to look at on the floor, with the coach's own answer. */
export type FloorItem = {
  item: Pick<Item, 'id' | 'title' | 'kind' | 'anchors'>;
  code: string;
  /** Whether the coach answered it: before that nothing of the workplace's answer is shown. */
  answered: boolean;
  /** What counts now for the workplace; null when nothing does, or while the coach has not answered. */
  counted: string | null;
  newId: string;
  base: string;
  value: string;
  note: string;
  /** With more than one the coach chooses. */
  rivals: { id: string; value: string; note: string; by: string; at: string }[];
};

/**
 * Whether an item stands on the page of a visit. What the coach did not answer always does, so that the list itself does
 * not tell what the workplace says there (product: a coach answers apart); afterwards what either of them finds unmet.
 */
export const standsOpen = (one: { answered: boolean; metByWorkplace: boolean; metByCoach: boolean }): boolean =>
  !one.answered || !one.metByWorkplace || !one.metByCoach;

/** The form on the page for each entry, so that a refusal stands beside it. */
export const formOf = (entry: { kind?: string; item?: string; threshold?: string }): string =>
  [entry.kind, entry.kind === 'answer' ? entry.item : entry.kind === 'weigh' ? entry.threshold : '']
    .filter(Boolean)
    .join('-');
