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

/** A move, in ids and in one direction. */
export type Link = { kind: Move['kind']; before: string[]; after: string[]; why: string };

/** The moves from a version to the one beside it. */
export function linksBetween(from: Checklist, to: Checklist): Link[] {
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

const itemsIn = ({ items }: Checklist, ids: string[]): Item[] => items.filter(({ id }) => ids.includes(id));

/** The answers to any of these items. */
export const answersTo = (items: Item[], answers: Answer[]): Answer[] =>
  answers.filter(({ item }) => items.some(({ id }) => id === item));

function verdictIn(checklist: Checklist, answers: Answer[], context: Context, now: Date): Verdict {
  const items = itemsFor(checklist, context);
  return judge(checklist.levels, items, countedAnswers(items, answers, { now }));
}
