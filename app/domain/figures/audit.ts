import { combinationsToNothing, combine, eliminate, type Matrix, mixColumns, modulo } from './elimination.ts';
import { type Member, tableOf } from './member.ts';
import { Organisations, organisationsOf } from './organisations.ts';
import type { FigureRules } from './rules.ts';

/** A published row on a night, and the members in it. */
export type Group = { row: string; night: number; members: readonly Member[] };

/** How often each group is taken: 1 adds it, -1 subtracts it. */
type Sum = readonly number[];

/**
 * A way to work out something of too few organisations by adding and subtracting groups: the groups it takes, or null when
 * none was found. Members that stand in exactly the same groups cannot be told apart: a sum that leaves only such classes of
 * too few organisations, together too few, is a leak. Tried are every group, what each gained over time, the sums of tables,
 * every two and three of these; then any sum at all, brought to its simplest form in several orders.
 */
export function findLeak(groups: readonly Group[], rules: FigureRules): Group[] | null {
  const classes = classesOf(groups);
  const few = classes.filter(({ members }) => !organisationsOf(members).isEnough(rules));
  if (few.length === 0) return null;
  const many = classes.filter((one) => !few.includes(one));
  const mixed = mixColumns(
    many.map((one) => one.groups),
    groups.length,
  );
  const isLeak = (sum: Sum) => leavesTooFew(sum, few, rules);
  for (const sum of sumsToNothing(obviousSums(groups), mixed)) if (isLeak(sum)) return takenBy(sum, groups);
  for (const sum of simplestSums(mixed, few)) if (isLeak(sum)) return takenBy(sum, groups);
  return null;
}

const takenBy = (sum: Sum, groups: readonly Group[]) => groups.filter((_, at) => sum[at] !== 0);

function timesIn(sum: Sum, { groups }: Class): number {
  let times = 0;
  for (const at of groups) times += sum[at] as number;
  return modulo(times);
}

/** Members that stand in the same groups, and the numbers of these groups. */
type Class = { groups: number[]; members: Member[] };

function classesOf(groups: readonly Group[]): Class[] {
  const groupsOf = new Map<string, { groups: number[]; member: Member }>();
  for (const [at, { members }] of groups.entries())
    for (const member of members) {
      const known = groupsOf.get(member.id);
      if (known) known.groups.push(at);
      else groupsOf.set(member.id, { groups: [at], member });
    }
  const alike = Map.groupBy(groupsOf.values(), (one) => one.groups.join(' '));
  return [...alike.values()].map((list) => ({
    groups: list[0]?.groups ?? [],
    members: list.map(({ member }) => member),
  }));
}

/** Looks no further once what is left is of enough organisations. */
function leavesTooFew(sum: Sum, few: readonly Class[], rules: FigureRules): boolean {
  const left = new Organisations();
  for (const one of few) {
    if (timesIn(sum, one) === 0) continue;
    for (const member of one.members) left.add(member);
    if (left.isEnough(rules)) return false;
  }
  return !left.isEmpty;
}

/** Every group; what a row gained between two nights; each table as a whole; the same row of every edition. */
function obviousSums(groups: readonly Group[]): Sum[] {
  const numbered = groups.map((group, at) => ({ ...group, at }));
  const sum = (plus: readonly { at: number }[], minus: readonly { at: number }[] = []): Sum =>
    groups.map((_, at) => Number(plus.some((one) => one.at === at)) - Number(minus.some((one) => one.at === at)));
  const together = (keyOf: (group: Group) => string) =>
    [...Map.groupBy(numbered, keyOf).values()].filter((list) => list.length > 1).map((list) => sum(list));
  const gained = [...Map.groupBy(numbered, ({ row }) => row).values()].flatMap((list) =>
    list.flatMap((later) => list.filter(({ night }) => night < later.night).map((earlier) => sum([later], [earlier]))),
  );
  return [
    ...numbered.map((one) => sum([one])),
    ...gained,
    ...together(({ row, night }) => `${tableOf(row)}@${night}`),
    ...together(({ row, night }) =>
      row.startsWith('sector:') ? `${row}@${night}` : `${row.slice(row.indexOf('/'))}@${night}`,
    ),
  ];
}

/** Of these sums, of two of them and of three: those that come to nothing in every large class. */
function* sumsToNothing(sums: readonly Sum[], mixed: Matrix): Iterable<Sum> {
  const marks = mixed.map((row) => row.slice(0, 2));
  const parts = sums.map((sum) => ({ sum, mark: combine(sum, marks) }));
  const byMark = Map.groupBy(parts, ({ mark }) => numberOf(mark));
  for (const { sum } of byMark.get(0) ?? []) yield sum;
  for (const one of parts)
    for (const other of parts) {
      if (other === one) continue;
      const left = minus(one.mark, other.mark);
      const mark = numberOf(left);
      if (mark === 0) yield minus(one.sum, other.sum);
      else
        for (const third of byMark.get(mark) ?? [])
          if (third !== other) yield minus(minus(one.sum, other.sum), third.sum);
    }
}

const minus = (one: readonly number[], other: readonly number[]) => one.map((part, at) => part - (other[at] as number));

/** Both marks of a sum as one whole number that JavaScript still counts exactly. */
const numberOf = ([one = 0, other = 0]: readonly number[]) => modulo(one) * 2 ** 26 + modulo(other);

const orders = 8;

/** Any sums that come to nothing in every large class, as simple as echelon form makes them, in several orders. */
function* simplestSums(mixed: Matrix, few: readonly Class[]): Iterable<Sum> {
  const ways = combinationsToNothing(mixed);
  if (ways.length === 0) return;
  for (let order = 0; order < orders; order++) {
    const classes = shuffled(few, order);
    const rows = ways.map((way) => [...combine(way, incidence(classes, mixed.length)), ...way]);
    eliminate(rows, classes.length);
    for (const row of rows) yield row.slice(classes.length);
  }
}

/** The same order every time. */
const shuffled = <T>(list: readonly T[], order: number): T[] =>
  list
    .map((one, at) => ({ one, place: ((at + 1) * 48_271 * (order * order + 1)) % 65_537 }))
    .sort((one, other) => one.place - other.place)
    .map(({ one }) => one);

/** One row per group, one column per class: 1 where the class stands in the group. */
function incidence(classes: readonly Class[], height: number): Matrix {
  const matrix = Array.from({ length: height }, () => new Array<number>(classes.length).fill(0));
  for (const [column, { groups }] of classes.entries()) for (const row of groups) (matrix[row] as number[])[column] = 1;
  return matrix;
}

/**
 * Of tonight's groups those that may be shown beside what stands already, so that nothing of too few organisations can be
 * worked out. They come in the order in which they may be missed: the first is hidden first.
 */
export function withoutLeaks(groups: readonly Group[], published: readonly Group[], rules: FigureRules): Group[] {
  let shown = [...groups];
  for (;;) {
    const leak = findLeak([...shown, ...published], rules);
    const hidden = leak && shown.find((group) => leak.includes(group));
    if (!hidden) return shown;
    shown = shown.filter((group) => group !== hidden);
  }
}
