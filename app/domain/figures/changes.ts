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
  const there = Map.groupBy(now, ({ source }) => source);
  const stood = Map.groupBy(
    standing.filter(({ until }) => until === null),
    ({ source }) => source,
  );
  return [...new Set([...there.keys(), ...stood.keys()])].flatMap((source) => {
    const [before, after] = [stood.get(source) ?? [], there.get(source) ?? []];
    const add = after.filter(({ id }) => !before.some((one) => one.id === id));
    const remove = before.filter(({ id }) => !after.some((one) => one.id === id));
    if (add.length + remove.length === 0) return [];
    return [{ add, remove, forced: remove.some((member) => !isThere(member)) }];
  });
}
