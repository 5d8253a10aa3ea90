import type { Change, Member, Standing } from './member.ts';

/**
 * What differs between who stands and who is there now, one change per source. `isThere` tells whether what a standing member
 * came from still exists and may be counted: when it does not, the change cannot wait.
 */
export function changesBetween(
  standing: readonly Standing[],
  now: readonly Member[],
  isThere: (member: Standing) => boolean,
): Change[] {
  const open = standing.filter(({ until }) => until === null);
  const added = Map.groupBy(missingFrom(open, now), ({ source }) => source);
  const removed = Map.groupBy(missingFrom(now, open), ({ source }) => source);
  return [...new Set([...added.keys(), ...removed.keys()])].map((source) => {
    const [add, remove] = [added.get(source) ?? [], removed.get(source) ?? []];
    return { add, remove, forced: remove.some((member) => !isThere(member)) };
  });
}

/** Members with equal ids are the same. */
function missingFrom<T extends Member>(known: readonly Member[], members: readonly T[]): T[] {
  const ids = new Set(known.map(({ id }) => id));
  return members.filter(({ id }) => !ids.has(id));
}
