import type { PlacementSide } from './placement.ts';
import type { RivalValue } from './visit-sync.ts';

export const thresholdWeights = ['small', 'noticeable', 'high'] as const;
/** How much a threshold met on the way weighs: klein, merkbaar, hoog (product: job coach's journey). */
export type ThresholdWeight = (typeof thresholdWeights)[number];

export const helpedAnswers = ['yes', 'partly', 'no'] as const;
/** Whether a remedy that was tried helped. */
export type Helped = (typeof helpedAnswers)[number];

/** What somebody saw; `item` of the checklist where it is one of those, `seenOn` YYYY-MM-DD. */
export type SeenThreshold = { text: string; weight: ThresholdWeight; item: string | null; seenOn: string };

/** What another device wrote over the same version; on a visit with who, when, and what further devices say. */
export type ThresholdRival = SeenThreshold & Partial<RivalValue> & { more?: RivalValue[] };

/** One that is kept; `rival` is what another device wrote over the same version, until somebody chooses. */
export type PlacementThreshold = SeenThreshold & {
  id: string;
  /** Null while it is open. */
  loweredOn: string | null;
  side: PlacementSide;
  version: number;
  rival: ThresholdRival | null;
};

/** `helped` null = not known yet; `remedy` of the checklist, or null where `text` says it. */
export type TriedRemedy = {
  id: string;
  thresholdId: string;
  remedy: string | null;
  text: string;
  triedOn: string;
  helped: Helped | null;
};

/** Steps of the drawing: three for a high one, none once it is lowered. */
export const stepsOf = ({ weight, loweredOn }: Pick<PlacementThreshold, 'weight' | 'loweredOn'>): 0 | 1 | 2 | 3 =>
  loweredOn === null ? ((thresholdWeights.indexOf(weight) + 1) as 1 | 2 | 3) : 0;

/** The heaviest that is open; null when none is. */
export const heaviestOpen = (
  thresholds: Pick<PlacementThreshold, 'weight' | 'loweredOn'>[],
): ThresholdWeight | null => {
  const steps = Math.max(0, ...thresholds.map(stepsOf));
  return thresholdWeights[steps - 1] ?? null;
};

/** Open ones first, heaviest on top; then the lowered ones; newest first within. */
export const inOrderOfWeight = <T extends PlacementThreshold>(thresholds: T[]): T[] =>
  [...thresholds].sort(
    (one, other) =>
      stepsOf(other) - stepsOf(one) ||
      (one.seenOn < other.seenOn ? 1 : one.seenOn > other.seenOn ? -1 : one.id < other.id ? -1 : 1),
  );

/** `kept`: written; `rival`: somebody else was first, both stay; `choose`: two already lie side by side. */
export type Rewriting = { outcome: 'kept' | 'rival' | 'choose'; changes: Partial<PlacementThreshold> };

/** What a change made on a screen that showed `version` does: the later never silently takes the place of the earlier. */
export function rewrite(stored: PlacementThreshold, version: number, seen: SeenThreshold): Rewriting {
  if (stored.rival) return { outcome: 'choose', changes: {} };
  if (version !== stored.version) return { outcome: 'rival', changes: { rival: seen, version: stored.version + 1 } };
  return { outcome: 'kept', changes: { ...seen, version: stored.version + 1 } };
}

/** Puts the chosen one of two in place. */
export const settle = (stored: PlacementThreshold, chosen: 'first' | 'rival'): Partial<PlacementThreshold> => ({
  ...(chosen === 'rival' && stored.rival ? valuesOf(stored.rival, stored) : {}),
  rival: null,
  version: stored.version + 1,
});

const valuesOf = ({ text, weight, item, seenOn, loweredOn }: ThresholdRival, stored: PlacementThreshold) => ({
  text,
  weight,
  item,
  seenOn,
  loweredOn: loweredOn === undefined ? stored.loweredOn : loweredOn,
});
