import type { FollowUpMonth } from '#app/domain/follow-up-schedule.ts';

/** A day as months and days from today, or one that is still to come this week. */
export type DemoDay = { months?: number; days: number } | 'later-this-week';
/** What is posted: texts, lists of ticks, and days. */
export type Fields = Record<string, string | string[] | { on: DemoDay }>;

/** A form of a placement as its coach sends it. `threshold`: the one that was noted before with this text. */
export type PlacementScene = { daysAgo: number; fields: Fields } & (
  | { form: 'move' | 'needs' | 'record' }
  | { form: 'threshold'; threshold: string }
  | FollowUpScene
);
export type FollowUpScene = { form: 'follow-up'; month: FollowUpMonth; side: 'coach' | 'employer' };

/** A placement from its first day; `host` is the code of a shared workplace, or null where the coach types it. */
export type DemoPlacement = { host: string | null; daysAgo: number; begin: Fields; scenes: PlacementScene[] };

export const move = (daysAgo: number, to: string, fields: Fields = {}): PlacementScene => ({
  form: 'move',
  daysAgo,
  fields: { to, ...fields },
});

/** What is ticked before somebody comes onto the floor. */
export const ontoFloor = ['real-vacancy', 'who-pays', 'insurance-and-safety'];

/** A threshold that was met on the floor; `item` empty where it is not in the checklist. */
export const met = (daysAgo: number, weight: string, item: string, text: string): PlacementScene => ({
  form: 'record',
  daysAgo,
  fields: { intent: 'threshold', text, weight, item },
});

export const tried = (daysAgo: number, threshold: string, remedy: string, helped: string): PlacementScene => ({
  form: 'threshold',
  threshold,
  daysAgo,
  fields: { intent: 'try', remedy, tried: '', helped },
});

export const lowered = (daysAgo: number, threshold: string): PlacementScene => ({
  form: 'threshold',
  threshold,
  daysAgo,
  fields: { intent: 'lower' },
});

export const followUp = (
  daysAgo: number,
  month: FollowUpMonth,
  side: FollowUpScene['side'],
  fields: Fields,
): PlacementScene => ({ form: 'follow-up', month, side, daysAgo, fields });
