import type { Checklist } from '#app/domain/checklist.ts';
import type { HandInTable } from '#app/domain/figures/hand-in-rows.ts';
import type { Translate } from '#app/domain/words.ts';

/** What ids in published figures are called in the language of a checklist; null for an id that it does not know. */
export type FigureNames = {
  item: (id: string) => string | null;
  dimension: (id: string) => string | null;
  remedy: (id: string) => string | null;
  instrument: (id: string) => string | null;
  /** Of one level, or of levels taken together. */
  levels: (numbers: readonly number[]) => string;
  row: (table: string, id: string) => string;
  /** Of a quarter, as it fits under a column. */
  shortQuarter: (id: string) => string;
  table: (table: string) => string;
};

export function figureNames(checklist: Checklist, t: Translate): FigureNames {
  return {
    item: names(checklist.items, ({ negative }) => negative),
    dimension: names(checklist.dimensions, ({ name }) => name),
    remedy: names(checklist.remedies, ({ title }) => title),
    instrument: names(checklist.instruments, ({ name }) => name),
    levels: (numbers) => levelName(checklist, numbers, t),
    row: (table, id) => rowName(checklist, table, id, t),
    shortQuarter: (id) => t('figures.quarter-short', quarterOf(id)),
    table: (table) => t(`figures.table.${table}`),
  };
}

/** The rows that a table can have, in the order in which they are read. */
export function rowIds(checklist: Checklist, table: HandInTable): string[] {
  const question = questionOf(checklist, table);
  return question ? [...new Set([...question.options.map(({ id }) => id), 'unknown'])] : [];
}

function names<T extends { id: string }>(list: readonly T[], name: (one: T) => string) {
  const known = new Map(list.map((one) => [one.id, name(one)]));
  return (id: string) => known.get(id) ?? null;
}

function levelName({ levels }: Checklist, numbers: readonly number[], t: Translate): string {
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first !== last) return t('figures.levels-together', { first: first ?? 0, last: last ?? 0 });
  return `${first} ${levels.find(({ number }) => number === first)?.name ?? ''}`.trim();
}

function rowName(checklist: Checklist, table: string, id: string, t: Translate): string {
  if (table === 'total') return t('figures.all');
  if (table === 'quarter') return t('figures.quarter', quarterOf(id));
  if (id === 'unknown') return t('figures.unknown-group');
  const option = questionOf(checklist, table)?.options.find((one) => one.id === id);
  return option?.label ?? t('figures.unknown-group');
}

function questionOf({ context }: Checklist, table: string) {
  if (table === 'sub-sector') return context.subSector;
  if (table === 'size') return context.size;
  return table === 'province' ? context.place : null;
}

function quarterOf(id: string) {
  const [year = '', quarter = ''] = id.split('-Q');
  return { year, quarter };
}
