import type { SectorId } from './checklist.ts';

/** In the order in which a coach goes through them. */
export const needGroups = [
  'hours',
  'travel',
  'pace',
  'guidance',
  'communication',
  'contact',
  'body',
  'senses',
] as const;
export type NeedGroup = (typeof needGroups)[number];

/** What a workplace must offer; never a trait of a person, never health (product: the job coach's journey). */
export type Need = {
  id: string;
  group: NeedGroup;
  /** Starts with what the workplace offers. */
  title: string;
  /** What this asks on the floor. */
  meaning: string;
  /** Per sector the items whose answer tells whether the workplace can offer it; at least one. */
  touches: Record<SectorId, string[]>;
};

/** The key of the name of a group in the interface words. */
export const needGroupKey = (group: NeedGroup) => `need-group.${group}`;
