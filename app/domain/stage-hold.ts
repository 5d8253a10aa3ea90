import type { Role } from './access.ts';
import type { Item, LevelNumber } from './checklist.ts';
import type { Phase } from './placement.ts';
import type { CountedAnswers } from './verdict.ts';
import { judge } from './verdict.ts';

/** The level that permits a stage. */
const stageLevel: LevelNumber = 3;

/** Says that the stage may start although this item is unmet; `by`: how the person came in, `at` ISO 8601 UTC. */
export type Waiver = { item: string; reason: string; by: Role; at: string };

/** An item that holds the stage. A legal one cannot be waived. */
export type HeldItem = { item: string; legal: boolean };

/**
 * What a stage rests on: the workplace's own answers, or, where no assessment is shared, the legal duties that the coach
 * ticks one by one; the stage is then marked as one without self-scan.
 */
export type StageBasis = { kind: 'self-scan'; held: HeldItem[] } | { kind: 'no-self-scan'; unticked: string[] };

/**
 * The essential items needed by level 3 or before that are unmet by what counts now, less those waived; none left: the
 * stage may start (product: job coach's journey). Met is what the verdict calls met.
 */
export function stageHold(items: Item[], answers: CountedAnswers, waivers: Waiver[]): HeldItem[] {
  const [result] = judge([{ number: stageLevel, bar: null }], items, answers).levels;
  const unmet = new Set(result?.unmetEssential);
  return items
    .filter(({ id }) => unmet.has(id))
    .filter((item) => !waivers.some((waiver) => waiver.item === item.id && refuseWaiver(item, waiver) === null))
    .map(({ id, legal }) => ({ item: id, legal: legal !== null }));
}

/** Whether a placement waits for its workplace now: the next step is onto the floor, and something unmet holds it. */
export const waitsForHost = ({ phase }: { phase: Phase }, held: readonly HeldItem[]): boolean =>
  phase === 'matching' && held.length > 0;

/** Why this item may not be waived so, as a key of interface words; null when it may. */
export function refuseWaiver({ legal }: Item, { by, reason }: Pick<Waiver, 'by' | 'reason'>): WaiverRefusal | null {
  if (by !== 'owner') return 'hold.only-owner';
  if (legal) return 'hold.legal';
  return reason.trim() === '' ? 'hold.reason-needed' : null;
}
type WaiverRefusal = 'hold.only-owner' | 'hold.legal' | 'hold.reason-needed';

/** The legal duties that must be in order before a stage, in the order of the checklist. */
export const legalItemsToTick = (items: Item[]): Item[] =>
  items.filter(({ legal, neededBy }) => legal !== null && neededBy <= stageLevel);

/** The basis of a stage where nothing is shared; `items` of the checklist, `ticked` by id. */
export const withoutSelfScan = (items: Item[], ticked: Iterable<string>): StageBasis => {
  const seen = new Set(ticked);
  return {
    kind: 'no-self-scan',
    unticked: legalItemsToTick(items)
      .map(({ id }) => id)
      .filter((id) => !seen.has(id)),
  };
};
