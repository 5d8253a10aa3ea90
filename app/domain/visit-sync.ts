import type { ThresholdWeight } from './placement-threshold.ts';
import type { EntryOf } from './visit-entry.ts';

/** What can be said of a threshold that was met: how heavy it is, and since when it is lowered (YYYY-MM-DD) or null. */
export type ThresholdValue = { weight: ThresholdWeight; loweredOn: string | null };

/** Another value for the same threshold, written over an older version; `entry` is the one that brought it. */
export type RivalValue = ThresholdValue & { entry: string; by: string; at: string };

/** A threshold as stored. With rivals it waits until the coach chooses; meanwhile its own value stands. */
export type MetThreshold = ThresholdValue & {
  id: string;
  item: string | null;
  text: string;
  seenOn: string;
  version: number;
  rivals: RivalValue[];
};

/**
 * What becomes of an entry. `stored`: it stands, `version` is the newest. `conflict`: kept beside what was stored since.
 * `refused`: nothing changed, `error` is a key of interface words.
 */
export type EntryOutcome =
  | { outcome: 'stored'; version?: number; open?: string[] }
  | { outcome: 'conflict'; version?: number; open?: string[]; others: OtherValue[] }
  | { outcome: 'refused'; error: string };

/** A value that stands beside the one sent: who and when (ISO 8601). */
export type OtherValue = { value: string; loweredOn?: string | null; note?: string; by: string; at: string };

/** What is stored about the threshold of an entry: `handled`, this entry came before; `last`, who wrote it and when. */
export type WeighState = { threshold: MetThreshold | null; handled: boolean; last: { by: string; at: string } };

/** What to write: the threshold anew, or nothing. */
export type WeighMerge = { change: Pick<MetThreshold, 'weight' | 'loweredOn' | 'version' | 'rivals'> | null } & {
  outcome: EntryOutcome;
};

/**
 * Merges another weight into a threshold (product: works without network). Over the version that was on screen it
 * stands, and settles what was in dispute; over an older one it stands beside, unless it says the same. `from`: who
 * sends it, and when. An entry that came before changes nothing, whatever happened since.
 */
export function mergeWeight(
  entry: EntryOf<'weigh'>,
  { threshold, handled, last }: WeighState,
  from: { by: string; at: string },
): WeighMerge {
  if (!threshold) return { change: null, outcome: { outcome: 'refused', error: 'error.threshold' } };
  if (handled) return { change: null, outcome: standing(entry.id, threshold, last) };
  const sent = { weight: entry.weight, loweredOn: entry.loweredOn || null };
  const version = threshold.version + 1;
  if (Number(entry.version) === threshold.version)
    return { change: { ...sent, version, rivals: [] }, outcome: { outcome: 'stored', version } };
  if (saysTheSame(sent, threshold) && threshold.rivals.length === 0)
    return { change: null, outcome: { outcome: 'stored', version: threshold.version } };
  const rivals = [...threshold.rivals, { ...sent, entry: entry.id, ...from }];
  const { weight, loweredOn } = threshold;
  return {
    change: { weight, loweredOn, version, rivals },
    outcome: standing(entry.id, { ...threshold, version, rivals }, last),
  };
}

/** How an entry stands now: in dispute while it is one of the rivals. */
function standing(entry: string, threshold: MetThreshold, last: { by: string; at: string }): EntryOutcome {
  const { version, rivals, weight, loweredOn } = threshold;
  if (!rivals.some((one) => one.entry === entry)) return { outcome: 'stored', version };
  const others = rivals.filter((one) => one.entry !== entry);
  return {
    outcome: 'conflict',
    version,
    others: [
      { value: weight, loweredOn, ...last },
      ...others.map(({ weight: value, loweredOn: day, by, at }) => ({ value, loweredOn: day, by, at })),
    ],
  };
}

const saysTheSame = (one: ThresholdValue, other: ThresholdValue): boolean =>
  one.weight === other.weight && one.loweredOn === other.loweredOn;
