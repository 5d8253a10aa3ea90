import type { Move } from '#app/domain/checklist.ts';
import type { ChecklistFile } from './schemas.ts';
import type { Mistake, Path } from './yaml-file.ts';

/* The map from one version of a checklist to the next: every old question is accounted for, every new one explained. */

type FileItem = ChecklistFile['sections'][number]['items'][number];
type Placed<T> = { one: T; path: Path };

/** Mistakes in the map of a file from the version before it. */
export function moveMistakes(file: ChecklistFile, before: ChecklistFile | undefined): Mistake[] {
  if (file.version === 1) return file.moves.length > 0 ? [firstHasNone] : [];
  if (!before) return [{ path: ['version'], message: `version: no version ${file.version - 1} of ${file.sector}` }];
  const moves = file.moves.map((one, at) => ({ one, path: ['moves', at] }));
  const old = itemsOf(before).map(({ one }) => one);
  const now = itemsOf(file);
  return [
    ...moves.flatMap((move) => dangling(move, old, now)),
    ...accountedTwice(moves),
    ...now.flatMap((item) => unexplained(item, file.moves, old)),
    ...unaccounted(file.moves, old, now),
  ];
}

const firstHasNone: Mistake = { path: ['moves'], message: 'moves: version 1 has no version before it' };

const itemsOf = ({ sections }: ChecklistFile): Placed<FileItem>[] =>
  sections.flatMap(({ items }, at) => items.map((one, place) => ({ one, path: ['sections', at, 'items', place] })));

/** Ids of the version before that a move speaks of, and ids of the version now. */
const idsBefore = (move: Move): string[] => (move.kind === 'merged' ? move.from : move.kind === 'new' ? [] : [move.id]);
const idsNow = (move: Move): string[] => (move.kind === 'split' ? move.into : move.kind === 'gone' ? [] : [move.id]);

/** A move speaks of what the version before had and this one has; what is split, merged, new or gone is in one only. */
function dangling({ one: move, path }: Placed<Move>, old: FileItem[], now: Placed<FileItem>[]): Mistake[] {
  const has = (list: { id: string }[], id: string) => list.some((one) => one.id === id);
  const nowItems = now.map(({ one }) => one);
  const says = (ids: string[], message: (id: string) => string) =>
    ids.map((id) => ({ path, message: `${move.id}: ${message(id)}` }));
  const before = idsBefore(move);
  const after = idsNow(move);
  const stays = move.kind === 'reworded';
  return [
    ...says(
      before.filter((id) => !has(old, id)),
      (id) => `the version before has no item ${id}`,
    ),
    ...says(
      after.filter((id) => !has(nowItems, id)),
      (id) => `this version has no item ${id}`,
    ),
    ...says(stays ? [] : before.filter((id) => has(nowItems, id)), (id) => `${id} is still asked in this version`),
    ...says(stays ? [] : after.filter((id) => has(old, id)), (id) => `${id} was asked in the version before`),
  ];
}

function accountedTwice(moves: Placed<Move>[]): Mistake[] {
  const spoken = moves.flatMap(({ one, path }) =>
    [...new Set([...idsBefore(one), ...idsNow(one)])].map((id) => ({ id, path })),
  );
  return spoken
    .filter(({ id }, at) => spoken.findIndex((first) => first.id === id) < at)
    .map(({ id, path }) => ({ path, message: `${id}: another move accounts for it already` }));
}

/** An item of this version that the one before did not ask, or asked otherwise, without a move that says so. */
function unexplained({ one: item, path }: Placed<FileItem>, moves: Move[], old: FileItem[]): Mistake[] {
  const before = old.find(({ id }) => id === item.id);
  const move = moves.find((one) => idsNow(one).includes(item.id));
  const says = (message: string): Mistake[] => [{ path, message: `${item.id}: ${message}` }];
  if (!before) return move ? [] : says('is not in the version before: expected a move that explains it');
  if (item.kind !== before.kind) return says(`was a ${before.kind}: expected a new id`);
  if (before.naReasons.some(({ id }) => !item.naReasons.some((one) => one.id === id)))
    return says('lacks a reason for not applicable of the version before');
  const asksTheSame = wordsOf(item) === wordsOf(before);
  if (asksTheSame && move?.kind === 'reworded') return says('is reworded, but its words are the same');
  return asksTheSame || move ? [] : says('has other words than in the version before: expected a move that says so');
}

/** What is assessed; the rest explains it. */
const wordsOf = ({ title, anchors }: FileItem) => [title, ...anchors].join('\n');

const unaccounted = (moves: Move[], old: FileItem[], now: Placed<FileItem>[]): Mistake[] =>
  old
    .filter(({ id }) => !now.some(({ one }) => one.id === id))
    .filter(({ id }) => !moves.some((move) => idsBefore(move).includes(id)))
    .map(({ id }) => ({ path: ['moves'], message: `${id}: was in the version before and is not accounted for` }));
