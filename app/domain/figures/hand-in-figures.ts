import { thresholdValues } from '#app/domain/checklist.ts';
import { levelOf } from './coded-facts.ts';
import {
  askedOf,
  type CountedMember,
  HandInTally,
  has,
  hasDimension,
  middleOf,
  middleSeconds,
  sumOf,
  timesOf,
} from './hand-in-tally.ts';
import { Organisations } from './organisations.ts';
import type { HandInFigures } from './published.ts';
import { rounded, shareOf } from './rounded.ts';
import { rules } from './rules.ts';
import { SafePart } from './safe-part.ts';

/** The figures of a group that may be shown. */
export function handInFigures(members: readonly CountedMember[]): HandInFigures {
  const tally = new HandInTally();
  for (const { facts } of members) tally.add(facts);
  const part = new SafePart(members);
  const asked = [...tally.items].filter(([id, item]) =>
    part.isSafe(askedOf(item), ({ facts }) => has(facts.coded, id, 'value')),
  );
  const timed = [...tally.items].filter(([id, { seconds }]) =>
    part.isSafe(sumOf(seconds), ({ facts }) => has(facts.coded, id, 'seconds')),
  );
  const dimensions = [...tally.dimensions].filter(([id, list]) =>
    part.isSafe(sumOf(list), ({ facts }) => hasDimension(facts.coded, id)),
  );
  const shares = (items: typeof asked, values: Parameters<typeof timesOf>[1]) =>
    mapped(items, (item) => shareOf(timesOf(item, values), askedOf(item)));
  return {
    workplaces: rounded(tally.total),
    levels: levelGroups(members),
    dimensions: mapped(dimensions, (list) => rounded(middleOf(list, rules.step))),
    open: shares(
      asked.filter(([, item]) => timesOf(item, thresholdValues) > 0),
      ['untouched', 'partly'],
    ),
    unknown: shares(asked, ['unknown']),
    notApplicable: shares(asked, ['not-applicable']),
    holdsBack: mapped(tally.holdsBack, (count) => ({ count: rounded(count), share: shareOf(count, tally.total) })),
    remedies: mapped(tally.chosen, (count, id) => ({
      chosen: rounded(count),
      finished: rounded(tally.finished.get(id) ?? 0),
    })),
    instruments: mapped(tally.instruments, rounded),
    seconds: mapped(timed, middleSeconds),
  };
}

type LevelGroup = { levels: number[]; count: number; organisations: Organisations };

/** Neighbouring levels together until each group has enough organisations; what is left over joins the group below it. */
function levelGroups(members: readonly CountedMember[]): HandInFigures['levels'] {
  const groups: LevelGroup[] = [];
  for (const group of levelsOf(members)) {
    const open = groups.at(-1);
    if (open && !open.organisations.isEnough(rules)) join(open, group);
    else groups.push(group);
  }
  const last = groups.at(-1);
  if (last && groups.length > 1 && !last.organisations.isEnough(rules)) {
    groups.pop();
    join(groups.at(-1) as LevelGroup, last);
  }
  return groups.map(({ levels, count }) => ({
    levels,
    count: rounded(count),
    share: shareOf(count, members.length),
  }));
}

function levelsOf(members: readonly CountedMember[]): LevelGroup[] {
  const groups = [1, 2, 3, 4, 5].map((level) => ({ levels: [level], count: 0, organisations: new Organisations() }));
  for (const member of members) {
    const group = groups[levelOf(member.facts.coded) - 1];
    if (!group) continue;
    group.count++;
    if (!group.organisations.isEnough(rules)) group.organisations.add(member);
  }
  return groups;
}

function join(group: LevelGroup, other: LevelGroup): void {
  group.levels.push(...other.levels);
  group.count += other.count;
  group.organisations.addAll(other.organisations);
}

const mapped = <T, R>(of: Iterable<readonly [string, T]>, change: (value: T, id: string) => R): Record<string, R> =>
  Object.fromEntries([...of].map(([id, value]) => [id, change(value, id)]));
