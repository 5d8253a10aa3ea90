import type { Item } from '#app/domain/checklist.ts';
import type { HandInTable } from './hand-in-rows.ts';
import type { HandInFigures, PublishedRow, PublishedTable } from './published.ts';

export type HandInPublished = PublishedTable<HandInFigures>;
/** The published tables of one scope; what was never published is absent. */
export type ShownTables = Partial<Record<HandInTable, HandInPublished>>;

/**
 * The tables by name, rows in the order in which the checklist asks for their groups: the order in which they were made
 * would tell who came first. Shares of open thresholds are those of thresholds alone: a prerequisite cannot be one.
 */
export function shownTables(
  tables: readonly HandInPublished[],
  { items, context }: { items: readonly Pick<Item, 'id' | 'kind'>[]; context: Groups },
): ShownTables {
  const thresholds = new Set(items.filter(({ kind }) => kind === 'threshold').map(({ id }) => id));
  return Object.fromEntries(
    tables.map((table) => [
      table.name,
      { ...table, rows: inOrder(table.rows, context).map((row) => openOf(row, thresholds)) },
    ]),
  );
}

/** What a checklist asks, as far as rows are groups of it. */
type Groups = Record<'subSector' | 'size' | 'place', { options: readonly { id: string }[] }>;

/** As they are asked; what is asked nowhere, such as a quarter, by its id and last. */
function inOrder<T extends { id: string }>(rows: readonly T[], { subSector, size, place }: Groups): T[] {
  const asked = [subSector, size, place].flatMap(({ options }) => options.map(({ id }) => id));
  const rank = ({ id }: T) => (asked.includes(id) ? asked.indexOf(id) : asked.length);
  return [...rows].sort((one, other) => rank(one) - rank(other) || (one.id < other.id ? -1 : 1));
}

function openOf(row: PublishedRow<HandInFigures>, thresholds: ReadonlySet<string>): PublishedRow<HandInFigures> {
  if (!row.figures) return row;
  const open = Object.fromEntries(Object.entries(row.figures.open).filter(([id]) => thresholds.has(id)));
  return { ...row, figures: { ...row.figures, open } };
}

/** The figures of everything together; null when they were not published. */
export const totalOf = ({ total }: ShownTables): HandInFigures | null =>
  total?.rows.find(({ id }) => id === 'all')?.figures ?? null;

/** By what the thresholds can be laid side by side. */
export const splits = ['sub-sector', 'size', 'province'] as const;
export type Split = (typeof splits)[number];
export const isSplit = (name: string | null): name is Split => (splits as readonly (string | null)[]).includes(name);

/** Highest value first; equal ones by id, so that every reading is the same. */
export const byValue = <T>(of: Record<string, T>, value: (one: T) => number): [string, T][] =>
  Object.entries(of).sort(([id, one], [other, two]) => value(two) - value(one) || (id < other ? -1 : 1));
