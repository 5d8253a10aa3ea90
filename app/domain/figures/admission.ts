import { type Change, type Member, type Standing, stoodOn, tableOf } from './member.ts';
import { Organisations } from './organisations.ts';
import type { FigureRules } from './rules.ts';

/** Per row, the nights on which it was shown, in order. */
export type NightsShown = ReadonlyMap<string, readonly number[]>;

/** Which changes come in tonight, and which tables may be replaced. The others wait, the old tables stand. */
export type Admission = { changes: Change[]; replaceable: Set<string> };

/**
 * Lets in as many changes as may be shown together. Against every night on which a row was shown, it must have changed by
 * nobody or by enough organisations: else subtracting two nightsShown would show the few. A change that is alone in
 * one of its rows waits; a table that somebody left against our will stands until enough others changed there too.
 */
export function admit(
  standing: readonly Standing[],
  changes: readonly Change[],
  nightsShown: NightsShown,
  rules: FigureRules,
): Admission {
  const replaceable = new Set(tablesIn(standing, changes, nightsShown));
  if (!rules.together) return { changes: [...changes], replaceable };
  for (;;) {
    const admitted = admitInto(replaceable, standing, changes, nightsShown, rules);
    if (admitted.blocked.size === 0) return { changes: admitted.changes, replaceable };
    for (const table of admitted.blocked) replaceable.delete(table);
  }
}

/** As `admit`, for a choice of tables; `blocked` are those that forced changes or the past keep from being replaced. */
function admitInto(
  replaceable: ReadonlySet<string>,
  standing: readonly Standing[],
  all: readonly Change[],
  nightsShown: NightsShown,
  rules: FigureRules,
): { changes: Change[]; blocked: Set<string> } {
  let changes = [...all];
  for (;;) {
    const few = rowsChangedByFew(replaceable, standing, changes, nightsShown, rules);
    if (few.size === 0) return { changes, blocked: new Set() };
    const left = changes.filter((change) => change.forced || !touches(change, few));
    if (left.length === changes.length) return { changes, blocked: new Set([...few].map(tableOf)) };
    changes = left;
  }
}

const touches = ({ add, remove }: Change, rows: ReadonlySet<string>) =>
  [...add, ...remove].some((member) => member.rows.some((row) => rows.has(row)));

const tablesIn = (standing: readonly Standing[], changes: readonly Change[], nightsShown: NightsShown): string[] => [
  ...new Set([
    ...[...nightsShown.keys()].map(tableOf),
    ...[...standing, ...changes.flatMap(({ add }) => add)].flatMap(({ rows }) => rows.map(tableOf)),
  ]),
];

/** Rows that differ from some published version of their table by the doing of too few organisations. */
function rowsChangedByFew(
  replaceable: ReadonlySet<string>,
  standing: readonly Standing[],
  changes: readonly Change[],
  nightsShown: NightsShown,
  rules: FigureRules,
): Set<string> {
  const changed = new ChangedSince(replaceable, nightsShown, rules);
  for (const presence of presencesOf(standing, changes)) changed.note(presence);
  return changed.few();
}

/** When a member stood in what was published, and whether it will tonight. */
type Presence = { member: Member; spans: Standing[]; tonight: boolean };

function presencesOf(standing: readonly Standing[], changes: readonly Change[]): Iterable<Presence> {
  const presences = new Map<string, Presence>();
  for (const span of standing) {
    const known = presences.get(span.id);
    if (known) known.spans.push(span);
    else presences.set(span.id, { member: span, spans: [span], tonight: false });
  }
  for (const presence of presences.values()) presence.tonight = presence.spans.some(({ until }) => until === null);
  for (const { id } of changes.flatMap(({ remove }) => remove)) {
    const presence = presences.get(id);
    if (presence) presence.tonight = false;
  }
  for (const member of changes.flatMap(({ add }) => add)) {
    const known = presences.get(member.id);
    if (known) known.tonight = true;
    else presences.set(member.id, { member, spans: [], tonight: true });
  }
  return presences.values();
}

/** Per row and earlier version of its table: the organisations that changed it since. */
class ChangedSince {
  readonly #since = new Map<string, Since>();
  readonly #replaceable: ReadonlySet<string>;
  readonly #nightsShown: NightsShown;
  readonly #rules: FigureRules;

  constructor(replaceable: ReadonlySet<string>, nightsShown: NightsShown, rules: FigureRules) {
    this.#replaceable = replaceable;
    this.#nightsShown = nightsShown;
    this.#rules = rules;
  }

  note({ member, spans, tonight }: Presence): void {
    const [only] = spans;
    if (only && spans.length === 1 && only.until === null && tonight) this.#noteWhoStays(member, only.from);
    else this.#noteWhoChanged({ member, spans, tonight });
  }

  #noteWhoChanged({ member, spans, tonight }: Presence): void {
    for (const row of member.rows) {
      const since = this.#of(row);
      since?.nights.forEach((night, at) => {
        if (spans.some((span) => stoodOn(span, night)) !== tonight) since.organisations[at]?.add(member);
      });
    }
  }

  /** Who came after a night came after every earlier one as well: before `enough` nothing more need be noted. */
  #noteWhoStays(member: Member, from: number): void {
    for (const row of member.rows) {
      const since = this.#of(row);
      if (!since) continue;
      for (let at = since.enough; (since.nights[at] ?? from) < from; at++) since.organisations[at]?.add(member);
      while (since.organisations[since.enough]?.isEnough(this.#rules)) since.enough++;
    }
  }

  #of(row: string): Since | null {
    const table = tableOf(row);
    if (!this.#replaceable.has(table)) return null;
    const known = this.#since.get(row);
    if (known) return known;
    const nights = this.#nightsShown.get(row) ?? [];
    const made = { nights, organisations: nights.map(() => new Organisations()), enough: 0 };
    this.#since.set(row, made);
    return made;
  }

  few(): Set<string> {
    const isFew = (one: Organisations) => !one.isEmpty && !one.isEnough(this.#rules);
    return new Set([...this.#since].filter(([, { organisations }]) => organisations.some(isFew)).map(([row]) => row));
  }
}

/** `enough`: how many of the first nights need no more noting. */
type Since = { nights: readonly number[]; organisations: Organisations[]; enough: number };
