import { thresholdValues } from '#app/domain/checklist.ts';
import type { SubmissionFacts } from '#app/domain/submission.ts';
import type { Plan } from './hand-in-rows.ts';
import type { Member } from './member.ts';
import { isSafeGroup, organisationsOf } from './organisations.ts';
import type { HandInFigures } from './published.ts';
import { rounded, shareOf } from './rounded.ts';
import { rules } from './rules.ts';

/** What is counted of one hand-in: its frozen facts, and the plan as it stood that night. */
export type CountedFacts = SubmissionFacts & { plan: Plan };
export type CountedMember = Member & { facts: CountedFacts };

/** The figures of a group that may be shown. */
export function handInFigures(members: readonly CountedMember[]): HandInFigures {
  const facts = members.map((member) => member.facts);
  const total = facts.length;
  const perItem = (matches: (value: string) => boolean) => shares(members, matches);
  const chosen = counts(facts, ({ plan }) => plan.chosen);
  const finished = counts(facts, ({ plan }) => plan.finished);
  return {
    workplaces: rounded(total),
    levels: levelGroups(members),
    dimensions: middles(members, ({ dimensions }) =>
      Object.entries(dimensions).flatMap(([id, { met, total: whole }]) =>
        whole === 0 ? [] : [[id, rounded((100 * met) / whole)] as const],
      ),
    ),
    open: keepIds(
      perItem((value) => value === 'untouched' || value === 'partly'),
      thresholdsIn(facts),
    ),
    unknown: perItem((value) => value === 'unknown'),
    notApplicable: perItem((value) => value === 'not-applicable'),
    holdsBack: mapValues(
      counts(facts, ({ way }) => way ?? []),
      (count) => ({
        count: rounded(count),
        share: shareOf(count, total),
      }),
    ),
    remedies: mapValues(chosen, (count, id) => ({ chosen: rounded(count), finished: rounded(finished[id] ?? 0) })),
    instruments: mapValues(
      counts(facts, ({ plan }) => plan.instruments),
      rounded,
    ),
    seconds: middles(members, ({ seconds }) => Object.entries(seconds ?? {})),
  };
}

/** Neighbouring levels together until each group has enough organisations; what is left over joins the group below it. */
function levelGroups(members: readonly CountedMember[]): HandInFigures['levels'] {
  const groups: { levels: number[]; members: CountedMember[] }[] = [];
  for (const level of [1, 2, 3, 4, 5]) {
    const here = members.filter(({ facts }) => facts.level === level);
    const open = groups.at(-1);
    if (open && !organisationsOf(open.members).isEnough(rules)) {
      open.levels.push(level);
      open.members.push(...here);
    } else groups.push({ levels: [level], members: [...here] });
  }
  const last = groups.at(-1);
  if (last && groups.length > 1 && !organisationsOf(last.members).isEnough(rules)) {
    groups.pop();
    groups.at(-1)?.levels.push(...last.levels);
    groups.at(-1)?.members.push(...last.members);
  }
  return groups.map(({ levels, members: here }) => ({
    levels,
    count: rounded(here.length),
    share: shareOf(here.length, members.length),
  }));
}

/** Items that were answered as a threshold is. */
const thresholdsIn = (facts: readonly CountedFacts[]): Set<string> =>
  new Set(
    facts.flatMap(({ items }) =>
      Object.keys(items).filter((id) => thresholdValues.some((value) => value === items[id])),
    ),
  );

const keepIds = <T>(of: Record<string, T>, ids: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(of).filter(([id]) => ids.has(id)));

/** How many hand-ins have each of these ids. */
function counts(facts: readonly CountedFacts[], idsOf: (facts: CountedFacts) => readonly string[]) {
  const found: Record<string, number> = {};
  for (const one of facts) for (const id of new Set(idsOf(one))) found[id] = (found[id] ?? 0) + 1;
  return found;
}

/**
 * Of the hand-ins in which an item is asked, the share whose answer matches. Who is asked is a group of its own: of too few
 * organisations nothing is said, however many there are in the row.
 */
function shares(members: readonly CountedMember[], matches: (value: string) => boolean): Record<string, number> {
  const asked = membersPer(members, ({ items }) => Object.entries(items));
  return mapValues(asked, (list) => shareOf(list.filter(({ value }) => matches(value)).length, list.length));
}

/** The median per id, rounded. */
const middles = (
  members: readonly CountedMember[],
  valuesOf: (facts: CountedFacts) => readonly (readonly [string, number])[],
): Record<string, number> =>
  mapValues(membersPer(members, valuesOf), (list) => rounded(median(list.map(({ value }) => value))));

/** Per id the members that have a value for it, where they are a group that may be shown. */
function membersPer<T>(
  members: readonly CountedMember[],
  valuesOf: (facts: CountedFacts) => readonly (readonly [string, T])[],
): Record<string, { member: CountedMember; value: T }[]> {
  const found = new Map<string, { member: CountedMember; value: T }[]>();
  for (const member of members)
    for (const [id, value] of valuesOf(member.facts)) {
      const list = found.get(id);
      if (list) list.push({ member, value });
      else found.set(id, [{ member, value }]);
    }
  const safe = [...found].filter(([, list]) =>
    isSafeGroup(
      list.map(({ member }) => member),
      rules,
    ),
  );
  return Object.fromEntries(safe);
}

const median = (list: readonly number[]): number =>
  [...list].sort((one, other) => one - other)[Math.floor(list.length / 2)] ?? 0;

const mapValues = <T, R>(of: Record<string, T>, change: (value: T, id: string) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(of).map(([id, value]) => [id, change(value, id)]));
