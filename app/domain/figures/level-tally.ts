import { Organisations } from './organisations.ts';
import { rules } from './rules.ts';

/** Levels that are shown together, and how many workplaces have one of them. */
type LevelGroup = { levels: number[]; count: number; organisations: Organisations };

/** Counts the levels of the hand-ins of a row; of each, organisations until there are enough. */
export class LevelTally {
  readonly #levels: LevelGroup[] = [1, 2, 3, 4, 5].map((level) => ({
    levels: [level],
    count: 0,
    organisations: new Organisations(),
  }));

  add(member: { organisation: string; account: boolean }, level: number): void {
    const group = this.#levels[level - 1];
    if (!group) return;
    group.count++;
    if (!group.organisations.isEnough(rules)) group.organisations.add(member);
  }

  /** Neighbouring levels together until each group has enough organisations; what is left over joins the group below it. */
  groups(): Pick<LevelGroup, 'levels' | 'count'>[] {
    const groups: LevelGroup[] = [];
    for (const level of this.#levels) {
      const open = groups.at(-1);
      if (open && !open.organisations.isEnough(rules)) join(open, level);
      else groups.push(level);
    }
    const last = groups.at(-1);
    if (last && groups.length > 1 && !last.organisations.isEnough(rules)) {
      groups.pop();
      join(groups.at(-1) as LevelGroup, last);
    }
    return groups;
  }
}

function join(group: LevelGroup, other: LevelGroup): void {
  group.levels.push(...other.levels);
  group.count += other.count;
  group.organisations.addAll(other.organisations);
}
