import { type Member, type Standing, stoodOn } from '#app/domain/figures/member.ts';
import { organisationsOf } from '#app/domain/figures/organisations.ts';
import { rules } from '#app/domain/figures/rules.ts';
import type { World } from './world.ts';

/* An attacker who kept everything that was ever published and subtracts whatever can be subtracted. */

/** A published row: what it is of, and which members an attacker who knew everything would find in it. */
type Known = { row: string; night: number; members: Set<string> };
/** A sum of rows: how often each member is in it. */
type Sum = Map<string, number>;

/** What was found out of too few organisations, each as the sum that gives it away. */
export function attack(world: World): string[] {
  const known = knownRows(world);
  const who = new Map<string, Member>(world.standing.map((member) => [member.id, member]));
  const found: string[] = [];
  const tryOut = (name: () => string, sum: Sum) => {
    const support = [...sum].flatMap(([id, times]) => (times === 0 ? [] : [who.get(id) as Member]));
    if (support.length > 0 && !organisationsOf(support).isEnough(rules)) found.push(name());
  };
  for (const one of known) tryOut(() => named(one), sumOf([1, one]));
  forPairs(known, (one, other) => {
    tryOut(() => `${named(one)} - ${named(other)}`, sumOf([1, one], [-1, other]));
  });
  for (const [total, parts] of wholesAndParts(known))
    tryOut(
      () => `${named(total)} - ${parts.map(named).join(' - ')}`,
      sumOf([1, total], ...parts.map((part) => [-1, part] as [number, Known])),
    );
  for (const [one, other] of differencesOverTime(known))
    tryOut(
      () => `(${named(one[0])} - ${named(one[1])}) - (${named(other[0])} - ${named(other[1])})`,
      sumOf([1, one[0]], [-1, one[1]], [-1, other[0]], [1, other[1]]),
    );
  return found;
}

const named = ({ row, night }: Known) => `${row}@${night}`;

const knownRows = ({ standing, versions }: World): Known[] =>
  versions.flatMap(({ night, shown }) =>
    shown.map((row) => ({
      row,
      night,
      members: new Set(
        standing.filter((one: Standing) => stoodOn(one, night) && one.rows.includes(row)).map(({ id }) => id),
      ),
    })),
  );

function sumOf(...terms: readonly (readonly [number, Known])[]): Sum {
  const sum: Sum = new Map();
  for (const [times, { members }] of terms) for (const id of members) sum.set(id, (sum.get(id) ?? 0) + times);
  return sum;
}

function forPairs<T>(list: readonly T[], visit: (one: T, other: T) => void): void {
  for (const [at, one] of list.entries()) for (const other of list.slice(at + 1)) visit(one, other);
}

/** A row, and rows that lie apart from each other within it: a total and its parts, a sector and its editions, two rows of it. */
function* wholesAndParts(known: readonly Known[]): Iterable<[Known, Known[]]> {
  for (const whole of known) {
    const within = known.filter(
      (one) => one !== whole && one.night === whole.night && isWithin(one.members, whole.members),
    );
    const tables = Map.groupBy(within, ({ row }) => row.slice(0, row.lastIndexOf('/')));
    for (const parts of tables.values()) yield [whole, parts];
    const scopes = Map.groupBy(within, ({ row }) => row.slice(row.indexOf('/')));
    for (const parts of scopes.values()) if (areApart(parts)) yield [whole, parts];
    for (const [at, one] of within.entries())
      for (const other of within.slice(at + 1)) if (areApart([one, other])) yield [whole, [one, other]];
  }
}

const isWithin = (part: ReadonlySet<string>, whole: ReadonlySet<string>) =>
  part.size < whole.size && [...part].every((id) => whole.has(id));
const areApart = (parts: readonly Known[]) =>
  new Set(parts.flatMap(({ members }) => [...members])).size ===
  parts.reduce((sum, { members }) => sum + members.size, 0);

/** What two rows each gained or lost between the same two nights. */
function* differencesOverTime(known: readonly Known[]): Iterable<[[Known, Known], [Known, Known]]> {
  const rows = [...Map.groupBy(known, ({ row }) => row).values()];
  const pairs: [Known, Known][] = [];
  for (const versions of rows) forPairs(versions, (earlier, later) => void pairs.push([later, earlier]));
  for (const same of Map.groupBy(pairs, ([later, earlier]) => `${earlier.night} ${later.night}`).values()) {
    const list: [[Known, Known], [Known, Known]][] = [];
    forPairs(same, (one, other) => void list.push([one, other]));
    yield* list;
  }
}
