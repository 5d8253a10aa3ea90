import { admit } from './admission.ts';
import { type Group, withoutLeaks } from './audit.ts';
import { type Change, type Member, type Standing, stoodOn, tableOf } from './member.ts';
import { isSafeGroup } from './organisations.ts';
import type { FigureRules } from './rules.ts';
import { enoughOfEachKind, sampleOf } from './sample.ts';

/** A version of a table as it was published: the rows of it that were shown. */
export type Version = { table: string; night: number; shown: readonly string[] };

/** What one night changes: who comes to stand, who stood until now, and the tables that are replaced. */
export type Night = {
  number: number;
  opened: Member[];
  /** Ids of members. */
  closed: string[];
  /** Everybody who stands then. */
  tonight: Member[];
  tables: NightTable[];
};
/** Every row with its members; null: hidden, because it or another would show too few. */
export type NightTable = { table: string; rows: { row: string; members: Member[] | null }[] };

type Before = {
  /** Everything that ever stood. */
  standing: readonly Standing[];
  versions: readonly Version[];
};

/** Makes the figures of a night. A table is replaced whole or not at all; what may not be shown together waits. */
export function makeNight(number: number, before: Before, offered: readonly Change[], rules: FigureRules): Night {
  const sample = sampleOf(before.standing, offered, rules);
  const few = { standing: sample.standing, versions: before.versions };
  const admitted = admit(few.standing, sample.changes, nightsShown(before.versions), rules);
  const sampled = changed(few.standing, admitted.changes);
  const replaced = replacedTables(admitted.replaceable, few, sampled.tonight);
  const all = changed(before.standing, sample.alike(admitted.changes));
  const rows = groupByRow(all.tonight, replaced);
  const shown = shownRows(rows, number, few, sampled, rules);
  return { number, ...all, tables: tablesOf(rows, shown) };
}

type Changed = Pick<Night, 'opened' | 'closed' | 'tonight'>;

function changed(standing: readonly Standing[], changes: readonly Change[]): Changed {
  const removed = new Set(changes.flatMap(({ remove }) => remove.map(({ id }) => id)));
  const opened = changes.flatMap(({ add }) => add);
  const stood = standing.filter(({ until }) => until === null);
  return {
    opened,
    closed: stood.filter(({ id }) => removed.has(id)).map(({ id }) => id),
    tonight: [...stood.filter(({ id }) => !removed.has(id)), ...opened],
  };
}

function nightsShown(versions: readonly Version[]): Map<string, number[]> {
  const nights = new Map<string, number[]>();
  for (const { night, shown } of [...versions].sort((one, other) => one.night - other.night))
    for (const row of shown) nights.set(row, [...(nights.get(row) ?? []), night]);
  return nights;
}

/** Tables in which somebody stands otherwise than in their last version. */
function replacedTables(replaceable: ReadonlySet<string>, { standing, versions }: Before, tonight: readonly Member[]) {
  const last = new Map<string, number>();
  for (const { table, night } of versions) last.set(table, Math.max(night, last.get(table) ?? 0));
  const idsTonight = new Set(tonight.map(({ id }) => id));
  const changed = new Set<string>();
  const note = (member: Member, stood: (night: number) => boolean, stands: boolean) => {
    for (const table of new Set(member.rows.map(tableOf))) {
      const night = last.get(table);
      if (night === undefined ? stands : stood(night) !== stands) changed.add(table);
    }
  };
  const spans = Map.groupBy(standing, ({ id }) => id);
  for (const [id, list] of spans)
    note(list[0] as Member, (night) => list.some((span) => stoodOn(span, night)), idsTonight.has(id));
  for (const member of tonight) if (!spans.has(member.id)) note(member, () => false, true);
  return new Set([...changed].filter((table) => replaceable.has(table)));
}

/** The members of each row; of these tables only, where they are named. Whoever stands in the same rows shares their list. */
function groupByRow(members: readonly Member[], tables?: ReadonlySet<string>): Map<string, Member[]> {
  const groups = new Map<string, Member[]>();
  const ofList = new Map<readonly string[], Member[][]>();
  const groupOf = (row: string) => {
    const group = groups.get(row) ?? [];
    groups.set(row, group);
    return group;
  };
  for (const member of members) {
    const { rows } = member;
    const places = ofList.get(rows) ?? rows.filter((row) => !tables || tables.has(tableOf(row))).map(groupOf);
    ofList.set(rows, places);
    for (const group of places) group.push(member);
  }
  return groups;
}

/** Rows that are safe by themselves, beside each other, and beside everything that was ever published. */
function shownRows(
  rows: ReadonlyMap<string, Member[]>,
  number: number,
  { standing, versions }: Before,
  { opened, closed }: Pick<Night, 'opened' | 'closed'>,
  rules: FigureRules,
): Set<string> {
  const safe = [...rows].filter(([, members]) => isSafeGroup(members, rules)).map(([row]) => row);
  if (!rules.complementary) return new Set(safe);
  const gone = new Set(closed);
  const everyone = [
    ...standing.map((span) => (span.until === null && gone.has(span.id) ? { ...span, until: number } : span)),
    ...opened.map((member): Standing => ({ ...member, from: number, until: null })),
  ];
  const sample = enoughOfEachKind(everyone, rules);
  const groupsOn = (night: number, ids: readonly string[]): Group[] => {
    const found = groupByRow(sample.filter((one) => stoodOn(one, night)));
    return ids.map((row) => ({ row, night, members: found.get(row) ?? [] }));
  };
  const lasting = lastingVersions(versions, rows);
  let shown = groupsOn(number, inOrderOfMissing(safe, rows));
  for (const published of [[], ...Map.groupBy(versions, (one) => one.night).values()]) {
    const beside = new Set([...published, ...lasting]);
    shown = withoutLeaks(
      shown,
      [...beside].flatMap((one) => groupsOn(one.night, one.shown)),
      rules,
    );
  }
  return new Set(shown.map(({ row }) => row));
}

/** The last version of each table that is not replaced tonight: it goes on standing beside what is new. */
function lastingVersions(versions: readonly Version[], rows: ReadonlyMap<string, unknown>): Version[] {
  const replaced = new Set([...rows.keys()].map(tableOf));
  const last = new Map<string, Version>();
  for (const version of versions)
    if (!replaced.has(version.table) && version.night > (last.get(version.table)?.night ?? 0))
      last.set(version.table, version);
  return [...last.values()];
}

/** What is missed least first: editions and campaigns before the sector, parts before the whole, small before large. */
function inOrderOfMissing(rows: readonly string[], members: ReadonlyMap<string, readonly Member[]>): string[] {
  const worth = (row: string) => (row.startsWith('sector:') ? 2 : 0) + (tableOf(row).endsWith('/total') ? 1 : 0);
  const size = (row: string) => members.get(row)?.length ?? 0;
  return [...rows].sort((one, other) => worth(one) - worth(other) || size(one) - size(other) || (one < other ? -1 : 1));
}

function tablesOf(rows: ReadonlyMap<string, Member[]>, shown: ReadonlySet<string>): NightTable[] {
  const tables = Map.groupBy(rows, ([row]) => tableOf(row));
  return [...tables]
    .map(([table, list]) => ({
      table,
      rows: list.map(([row, members]) => ({ row, members: shown.has(row) ? members : null })),
    }))
    .filter((table) => table.rows.some(({ members }) => members !== null));
}
