import type { Checklist, Item, NeededBy } from '#app/domain/checklist.ts';
import { applies, type Context, notYetKnown } from '#app/domain/context.ts';
import { bestAnswer } from './checklist.ts';
import type { Library } from './library.ts';
import { untranslated } from './statistics.ts';

/** Holes that no single file can show; each a sentence for the author. */
export function findHoles(library: Library): string[] {
  const checklists = Object.values(library.checklists).map((one) => one.nl);
  return [
    ...unusedRemedies(library),
    ...checklists.flatMap((one) => [...size(one), ...emptyLevels(one), ...legalLevels(one), ...halfMended(one)]),
    ...Object.values(library.checklists).flatMap((one) =>
      Object.values(one).flatMap((other) => stillDutch(other, one.nl)),
    ),
  ];
}

function unusedRemedies(library: Library): string[] {
  const used = new Set(
    Object.values(library.checklists).flatMap((one) =>
      one.nl.items.flatMap((item) => item.remedies.map((link) => link.id)),
    ),
  );
  return library.remedyIds.filter((id) => !used.has(id)).map((id) => `remedies.yaml: ${id} is used by no item`);
}

/** 24 to 30 items a sector, all nine dimensions (product: content). */
function size(checklist: Checklist): string[] {
  const holes: string[] = [];
  if (checklist.items.length < 24 || checklist.items.length > 30)
    holes.push(`${checklist.ref}: ${checklist.items.length} items, expected 24 to 30`);
  for (const dimension of checklist.dimensions)
    if (!checklist.items.some((item) => item.dimension === dimension.id))
      holes.push(`${checklist.ref}: no item in ${dimension.id}`);
  return holes;
}

/** In every context each of the levels 2 to 5 keeps two items in the verdict, one of them essential. */
function emptyLevels(checklist: Checklist): string[] {
  const counted = checklist.items.filter((item) => !item.hideable);
  const always = counted.filter(({ onlyFor }) => Object.keys(onlyFor).length === 0);
  const doubtful = ([2, 3, 4, 5] as NeededBy[]).filter((level) => !suffices(always, level));
  const holes = new Set<string>();
  for (const context of doubtful.length > 0 ? contexts(checklist) : []) {
    const items = counted.filter((item) => applies(item, context));
    for (const level of doubtful.filter((one) => !suffices(items, one)))
      holes.add(`${checklist.ref}: level ${level} has too few items for ${context.subSector}, ${context.targetJob}`);
  }
  return [...holes];
}

function suffices(items: Item[], level: NeededBy): boolean {
  const own = items.filter((item) => item.neededBy === level);
  return own.length >= 2 && own.some((item) => item.essential);
}

/** Every combination of context answers that can make a difference. */
export function contexts(checklist: Checklist): Context[] {
  const ids = (key: 'subSector' | 'size' | 'targetJob') => checklist.context[key].options.map((one) => one.id);
  const shifts = subsets(checklist.context.shifts.options.map((one) => one.id).filter((id) => id !== notYetKnown));
  return ids('subSector').flatMap((subSector) =>
    ids('targetJob').flatMap((targetJob) =>
      ids('size').flatMap((size) =>
        shifts.map((chosen) => ({ subSector, targetJob, size, place: notYetKnown, shifts: chosen })),
      ),
    ),
  );
}

/** Every choice of shifts; none stands for *not yet known*. */
function subsets(ids: string[]): string[][] {
  const all: string[][] = [[]];
  for (const id of ids) all.push(...all.map((one) => [...one, id]));
  return all;
}

/** Legal welfare and non-discrimination duties are needed by level 3 at the latest (product: content). */
const legalLevels = (checklist: Checklist): string[] =>
  checklist.items
    .filter((item) => item.legal && item.neededBy > 3)
    .map(
      (item) => `${checklist.ref}: legal duty ${item.id} is needed by level ${item.neededBy}, expected 3 at the latest`,
    );

/** Every item has a remedy that leads to its best answer: what no remedy reaches, no plan can promise. */
const halfMended = ({ ref, items }: Checklist): string[] =>
  items
    .filter(({ kind, remedies }) => !remedies.some(({ to }) => to === 'absent' || to === bestAnswer[kind]))
    .map(({ id, kind }) => `${ref}: no remedy leads ${id} to ${bestAnswer[kind]}`);

const stillDutch = (checklist: Checklist, dutch: Checklist): string[] =>
  untranslated(checklist, dutch).map((text) => `${checklist.ref} ${checklist.language}: still in Dutch: ${text}`);
