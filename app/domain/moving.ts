import type { Answer } from './answer.ts';
import type { Checklist, Item, Move } from './checklist.ts';
import { applies, type Context, itemsFor } from './context.ts';
import { countedAnswers } from './counted.ts';
import { judge, type Verdict } from './verdict.ts';

/*
 * From one version of a checklist to the next, and back (product: content). An id never changes meaning, so what is
 * asked in both versions keeps its answers; all other answers stay stored under their own ids and come back with them.
 */

export type HappeningKind = 'same' | Move['kind'];
/** What becomes of a question: the items of the version left, and those of the version gone to. */
export type Happening = { kind: HappeningKind; before: Item[]; after: Item[]; why: string };
/** With the answers that stand on the items left behind or kept; none on a new item. */
export type MovingLine = Happening & { answers: Answer[] };

export type Moving = {
  /** Only what touches these answers or asks something new here, in the order of the version gone to; what is gone last. */
  lines: MovingLine[];
  /** Answers that keep counting, and answers that stay stored beside. */
  carried: Answer[];
  left: Answer[];
  verdictBefore: Verdict;
  verdictAfter: Verdict;
};

/** What moving would bring; `to` is the version right after or right before `from`. */
export function moveOver(
  answers: Answer[],
  from: Checklist,
  to: Checklist,
  { context, now }: { context: Context; now: Date },
): Moving {
  const asked = new Set(to.items.map(({ id }) => id));
  return {
    lines: happenings(from, to)
      .map((one) => ({ ...one, after: one.after.filter((item) => applies(item, context)) }))
      .map((one) => ({ ...one, answers: answersTo(one.before, answers) }))
      .filter(({ kind, after, answers: own }) => (kind === 'new' ? after.length > 0 : own.length > 0)),
    carried: answers.filter(({ item }) => asked.has(item)),
    left: answers.filter(({ item }) => !asked.has(item)),
    verdictBefore: verdictIn(from, answers, context, now),
    verdictAfter: verdictIn(to, answers, context, now),
  };
}

/** What becomes of every question from one version to the one beside it. */
export function happenings(from: Checklist, to: Checklist): Happening[] {
  const links = linksBetween(from, to);
  const named = links.map(({ kind, before, after, why }) => ({
    kind,
    before: itemsIn(from, before),
    after: itemsIn(to, after),
    why,
  }));
  const same = to.items
    .filter(({ id }) => !links.some(({ after }) => after.includes(id)))
    .map((item) => ({ kind: 'same' as const, before: itemsIn(from, [item.id]), after: [item], why: '' }));
  const place = ({ after: [first] }: Happening) => (first ? to.items.indexOf(first) : to.items.length);
  return [...same, ...named].sort((one, other) => place(one) - place(other));
}

/** An answered question that the version now does not ask: the item as it was asked, and what it became. */
export type EarlierItem = {
  item: Item;
  /** The version that asked it. */
  version: number;
  answers: Answer[];
  /** Ids of the items of the version now that took its place. */
  became: string[];
};

/** Answers that stand beside the version now, by item, in the order in which they were asked. */
export function earlierItems(answers: Answer[], now: Checklist, versions: Checklist[]): EarlierItem[] {
  const asked = new Set(now.items.map(({ id }) => id));
  const left = new Set(answers.map(({ item }) => item).filter((id) => !asked.has(id)));
  return versions
    .flatMap(({ version, items }) => items.map((item) => ({ item, version })))
    .filter(({ item }, at, all) => left.has(item.id) && all.findIndex((one) => one.item.id === item.id) === at)
    .map(({ item, version }) => ({
      item,
      version,
      answers: answersTo([item], answers),
      became: idsIn(item.id, now, versions),
    }));
}

/** The ids under which a question of any version is asked in the version now: its own, or of what took its place. */
export function idsIn(id: string, now: Checklist, versions: Checklist[]): string[] {
  if (now.items.some((item) => item.id === id)) return [id];
  const nearest = versions
    .filter(({ items }) => items.some((item) => item.id === id))
    .sort((one, other) => Math.abs(one.version - now.version) - Math.abs(other.version - now.version))[0];
  return nearest ? walk([id], nearest, now, versions) : [];
}

/** The ids of an action as the version now asks them; an own choice made in this version goes before what followed. */
export const idsOfAction = (ids: string[], now: Checklist, versions: Checklist[]): string[] => [
  ...new Set(
    ids.flatMap((id) => {
      const became = idsIn(id, now, versions);
      return became[0] !== id && became.some((one) => ids.includes(one)) ? [] : became;
    }),
  ),
];

/** What an action keeps of its ids when `ticked` is chosen in the version now: nothing of another version is lost. */
export const idsToKeep = (ids: string[], ticked: string[], now: Checklist, versions: Checklist[]): string[] => {
  const other = ids.filter((id) => !now.items.some((item) => item.id === id));
  const stays = (id: string) => {
    const became = idsIn(id, now, versions);
    return became.length === 0 || became.some((one) => ticked.includes(one));
  };
  return [...ticked, ...other.filter(stays)];
};

/** An item of the version now, or as another version asked it. */
export const itemOfAnyVersion = (id: string, now: Checklist, versions: Checklist[]): Item | undefined =>
  [now, ...versions].flatMap(({ items }) => items).find((item) => item.id === id);

/** Every item that any version asks, once, those of the version now first. */
export const itemsOfEveryVersion = (now: Checklist, versions: Checklist[]): Item[] =>
  [now, ...versions]
    .flatMap(({ items }) => items)
    .filter((item, at, all) => all.findIndex(({ id }) => id === item.id) === at);

type Link = { kind: Move['kind']; before: string[]; after: string[]; why: string };

function linksBetween(from: Checklist, to: Checklist): Link[] {
  return to.version > from.version ? to.moves.map(linkOf) : from.moves.map(linkOf).map(turned);
}

function linkOf(move: Move): Link {
  const { kind, id, why } = move;
  const before = move.kind === 'merged' ? move.from : kind === 'new' ? [] : [id];
  const after = move.kind === 'split' ? move.into : kind === 'gone' ? [] : [id];
  return { kind, before, after, why };
}

const opposite = { reworded: 'reworded', split: 'merged', merged: 'split', new: 'gone', gone: 'new' } as const;
const turned = ({ kind, before, after, why }: Link): Link => ({
  kind: opposite[kind],
  before: after,
  after: before,
  why,
});

/** Follows ids version by version. */
function walk(ids: string[], from: Checklist, to: Checklist, versions: Checklist[]): string[] {
  if (from.version === to.version) return ids;
  const step = from.version < to.version ? 1 : -1;
  const next = versions.find(({ version }) => version === from.version + step);
  if (!next) return [];
  const links = linksBetween(from, next);
  const followed = ids.flatMap((id) => links.find(({ before }) => before.includes(id))?.after ?? [id]);
  return walk([...new Set(followed)], next, to, versions);
}

const itemsIn = ({ items }: Checklist, ids: string[]): Item[] => items.filter(({ id }) => ids.includes(id));

const answersTo = (items: Item[], answers: Answer[]): Answer[] =>
  answers.filter(({ item }) => items.some(({ id }) => id === item));

function verdictIn(checklist: Checklist, answers: Answer[], context: Context, now: Date): Verdict {
  const items = itemsFor(checklist, context);
  return judge(checklist.levels, items, countedAnswers(items, answers, { now }));
}
