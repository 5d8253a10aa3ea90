import type { Answer } from './answer.ts';
import type { Checklist, Item } from './checklist.ts';
import { answersTo, linksBetween } from './moving.ts';

/* Ids that are looked up in a version of a checklist that may not ask them any more, or not yet. */

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
