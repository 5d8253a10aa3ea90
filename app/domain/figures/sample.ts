import type { Change, Member, Standing } from './member.ts';
import { Organisations } from './organisations.ts';
import type { FigureRules } from './rules.ts';

/** Who is enough to decide a night, and everybody that a decision about some changes is about. */
export type Sample = {
  standing: Standing[];
  changes: Change[];
  /** Of changes of the sample: all that are of their kinds. */
  alike: (changes: readonly Change[]) => Change[];
};

/**
 * Members that stood in the same rows at the same time, and changes that do the same to the same rows, differ in nothing but
 * their organisations. Once a kind of them has enough organisations, more of it make no difference to what may be shown
 * together: a sample decides for all, however many there are.
 */
export function sampleOf(standing: readonly Standing[], changes: readonly Change[], rules: FigureRules): Sample {
  const spans = new Spans(standing);
  const kinds = new Kinds<Change>(rules);
  for (const change of changes) kinds.add(spans.kindOf(change), change, [...change.add, ...change.remove]);
  const touched = (some: readonly Change[]) => new Set(some.flatMap(({ add, remove }) => idsOf(add, remove)));
  const [all, sampled] = [touched(changes), touched(kinds.sample)];
  const staying = enoughOf(spans, rules, (id) => !all.has(id));
  const changing = standing.filter(({ id }) => sampled.has(id));
  return {
    standing: [...changing, ...staying],
    changes: kinds.sample,
    alike: (some) => kinds.alike(some),
  };
}

/** Of those that stood, enough organisations of each kind. */
export const enoughOfEachKind = (standing: readonly Standing[], rules: FigureRules): Standing[] =>
  enoughOf(new Spans(standing), rules, () => true);

function enoughOf(spans: Spans, rules: FigureRules, isAsked: (id: string) => boolean): Standing[] {
  const kinds = new Kinds<Standing[]>(rules);
  for (const list of spans.lists()) if (isAsked(list[0].id)) kinds.add(spans.historyOf(list[0]), list, [list[0]]);
  return kinds.sample.flat();
}

const idsOf = (add: readonly Member[], remove: readonly Member[]) => [...add, ...remove].map(({ id }) => id);

/** What is of one kind: a sample with enough organisations, and all of it. */
class Kinds<T> {
  readonly sample: T[] = [];
  readonly #rules: FigureRules;
  readonly #kinds = new Map<string, { all: T[]; enough: Enough[] }>();
  readonly #kindOf = new Map<T, string>();

  constructor(rules: FigureRules) {
    this.#rules = rules;
  }

  /** `members` say whose it is, in an order that is the same for the whole kind. */
  add(name: string, one: T, members: readonly Member[]): void {
    const kind = this.#kinds.get(name) ?? { all: [], enough: members.map(() => new Enough(this.#rules)) };
    this.#kinds.set(name, kind);
    kind.all.push(one);
    if (!kind.enough.map((of, at) => of.needs(members[at] as Member)).includes(true)) return;
    this.#kindOf.set(one, name);
    this.sample.push(one);
  }

  alike(some: readonly T[]): T[] {
    const names = new Set(some.map((one) => this.#kindOf.get(one) as string));
    return [...names].flatMap((name) => this.#kinds.get(name)?.all ?? []);
  }
}

class Enough {
  readonly #organisations = new Organisations();
  readonly #seen = new Set<string>();
  readonly #rules: FigureRules;

  constructor(rules: FigureRules) {
    this.#rules = rules;
  }

  /** Takes it when it adds an organisation that is still needed. */
  needs(member: Member): boolean {
    if (this.#seen.has(member.organisation) || this.#organisations.isEnough(this.#rules)) return false;
    this.#seen.add(member.organisation);
    this.#organisations.add(member);
    return true;
  }
}

/** When each member stood. Hardly any stood twice, so that one that stood once has no list of its own. */
class Spans {
  readonly #first = new Map<string, Standing>();
  readonly #again = new Map<string, Standing[]>();
  readonly #rows = new Map<string, number>();
  readonly #rowsOf = new WeakMap<readonly string[], number>();

  constructor(standing: readonly Standing[]) {
    for (const span of standing) {
      const first = this.#first.get(span.id);
      if (!first) this.#first.set(span.id, span);
      else this.#again.set(span.id, [...(this.#again.get(span.id) ?? [first]), span]);
    }
  }

  *lists(): Iterable<[Standing, ...Standing[]]> {
    for (const [id, first] of this.#first) yield (this.#again.get(id) ?? [first]) as [Standing, ...Standing[]];
  }

  /** Equal for members that stood in the same rows at the same time. */
  historyOf({ id, rows }: Member): string {
    const first = this.#first.get(id);
    const spans = this.#again.get(id) ?? (first ? [first] : []);
    const lists = [rows, ...spans.map((span) => span.rows)].map((list) => this.#numberOf(list));
    return `${lists.join(' ')}:${spans.map(({ from, until }) => `${from}-${until}`).join()}`;
  }

  kindOf({ add, remove, forced }: Change): string {
    const histories = (members: readonly Member[]) => members.map((member) => this.historyOf(member)).join('|');
    return `${forced} +${histories(add)} -${histories(remove)}`;
  }

  #numberOf(rows: readonly string[]): number {
    const known = this.#rowsOf.get(rows);
    if (known !== undefined) return known;
    const name = rows.join(' ');
    const number = this.#rows.get(name) ?? this.#rows.size;
    this.#rows.set(name, number);
    this.#rowsOf.set(rows, number);
    return number;
  }
}
