import { brusselsDay } from '#app/domain/calendar.ts';
import type { Checklist } from '#app/domain/checklist.ts';
import {
  busiestConclusion,
  type Conclusion,
  dimensionConclusion,
  heatConclusion,
  holdsConclusion,
  instrumentConclusion,
  levelConclusion,
  mainConclusion,
  quarterConclusion,
  remedyConclusion,
} from '#app/domain/figures/conclusions.ts';
import type { FigureHeat, FigurePart, FigureReport } from '#app/domain/figures/figure-report.ts';
import { handInTables } from '#app/domain/figures/hand-in-rows.ts';
import { heatMap } from '#app/domain/figures/heat.ts';
import type { HandInFigures } from '#app/domain/figures/published.ts';
import { readyFrom, readyLevels } from '#app/domain/figures/readiness.ts';
import { byValue, type ShownTables, type Split, totalOf } from '#app/domain/figures/shown-tables.ts';
import type { Translate } from '#app/domain/words.ts';
import { type FigureNames, figureNames, rowIds } from './figure-names.ts';
import { dateText } from './report-date.ts';

export type FigureReportInput = {
  tables: ShownTables;
  /** The newest checklist of the sector, in the reader's language. */
  checklist: Checklist;
  whose: string;
  by: Split;
};

/** How many rows of a list a page shows; the files have them all. */
const shownRows = 10;
const shownQuarters = 8;

/** What the published tables say, in words; null when there is no total. */
export function buildFigureReport({ tables, checklist, whose, by }: FigureReportInput, t: Translate) {
  const total = totalOf(tables);
  if (!total || !tables.total) return null;
  const names = figureNames(checklist, t);
  const date = (at: Date) => dateText(at.toISOString(), checklist.language);
  const say = (conclusion: Conclusion, table = '') => sentenceOf(conclusion, table, names, t);
  const part = <R>(name: string, conclusion: Conclusion, rows: R[]): FigurePart<R> => ({
    title: t(`figures.${name}-title`),
    intro: t(`figures.${name}-intro`),
    conclusion: rows.length > 0 ? say(conclusion, name === 'quarters' ? 'quarter' : '') : null,
    rows,
  });
  return {
    language: checklist.language,
    title: t('figures.title', { sector: checklist.name }),
    whose,
    conclusion: say(mainConclusion(total)),
    date: date(tables.total.madeAt),
    day: brusselsDay(tables.total.madeAt.toISOString()),
    workplaces: total.workplaces,
    ready: readyOf(total, checklist),
    levels: part('levels', levelConclusion(total), levelsOf(total, names)),
    dimensions: part('dimensions', dimensionConclusion(total), dimensionsOf(total, checklist)),
    heat: heatOf(tables, checklist, by, total, { names, say, date, t }),
    holdsBack: part('holds', holdsConclusion(total), holdsOf(total, names)),
    quarters: {
      ...part('quarters', quarterConclusion(lastQuarters(tables)), quartersOf(tables, names)),
      busiest: say(busiestConclusion(lastQuarters(tables)), 'quarter'),
    },
    remedies: part('remedies', remedyConclusion(total), remediesOf(total, names)),
    instruments: part('instruments', instrumentConclusion(total), instrumentsOf(total, names)),
    tables: handInTables.flatMap((name) => {
      const table = tables[name];
      return table ? [{ name, label: names.table(name), date: date(table.madeAt) }] : [];
    }),
  } satisfies FigureReport;
}

/** A conclusion in words; null when a thing that it is about has no name here. */
function sentenceOf(conclusion: Conclusion, table: string, names: FigureNames, t: Translate): string | null {
  if (!conclusion) return null;
  const { rule, numbers, level, item, dimension, highest, remedy, instrument, column, other, from, to } = conclusion;
  const said = {
    ...(level !== undefined && { level: names.levels([level]) }),
    ...(item !== undefined && { item: names.item(item) }),
    ...(dimension !== undefined && { dimension: names.dimension(dimension) }),
    ...(highest !== undefined && { highest: names.dimension(highest) }),
    ...(remedy !== undefined && { remedy: names.remedy(remedy) }),
    ...(instrument !== undefined && { instrument: names.instrument(instrument) }),
    ...(column !== undefined && { column: names.row(table, column) }),
    ...(other !== undefined && { other: names.row(table, other) }),
    ...(from !== undefined && { from: names.row(table, from) }),
    ...(to !== undefined && { to: names.row(table, to) }),
  };
  if (Object.values(said).includes(null)) return null;
  return t(`figures.conclusion.${rule}`, { ...numbers, ...unstopped(said as Record<string, string>) });
}

/** Names come into the middle of a sentence: without a full stop of their own. */
const unstopped = (said: Record<string, string>) =>
  Object.fromEntries(Object.entries(said).map(([name, text]) => [name, text.replace(/\.$/, '')]));

const readyOf = (total: HandInFigures, { levels }: Checklist): FigureReport['ready'] =>
  readyLevels.map((number) => {
    const level = levels.find((one) => one.number === number);
    const ready = readyFrom(total, number);
    return {
      level: number,
      name: level?.name ?? '',
      text: level?.short ?? '',
      count: ready?.count ?? null,
      share: ready?.share ?? null,
    };
  });

const levelsOf = ({ levels }: HandInFigures, names: FigureNames) =>
  levels.map(({ levels: numbers, count, share }) => ({ numbers, name: names.levels(numbers), count, share }));

const dimensionsOf = ({ dimensions }: HandInFigures, checklist: Checklist) =>
  checklist.dimensions.flatMap(({ id, name }) => {
    const middle = dimensions[id];
    return middle === undefined ? [] : [{ name, middle }];
  });

type Saying = {
  names: FigureNames;
  say: (conclusion: Conclusion, table: string) => string | null;
  date: (at: Date) => string;
  t: Translate;
};

function heatOf(
  tables: ShownTables,
  checklist: Checklist,
  by: Split,
  total: HandInFigures,
  { names, say, date, t }: Saying,
): FigureHeat | null {
  const table = tables[by];
  if (!table) return null;
  const items = byValue(total.open, (share) => share).flatMap(([id]) => (names.item(id) === null ? [] : [id]));
  const map = heatMap(table.rows, rowIds(checklist, by), items);
  return {
    title: t(`figures.heat-title-${by}`),
    intro: t('figures.heat-intro'),
    conclusion: say(heatConclusion(map, total), by),
    by,
    date: date(table.madeAt),
    columns: map.columns.map(({ id, workplaces }) => ({ name: names.row(by, id), workplaces })),
    rows: map.rows.map(({ item, cells }) => ({ name: names.item(item) ?? '', cells })),
  };
}

const holdsOf = ({ holdsBack }: HandInFigures, names: FigureNames) =>
  byValue(holdsBack, ({ count }) => count)
    .flatMap(([item, { count, share }]) => {
      const name = names.item(item);
      return name === null || count === 0 ? [] : [{ item, name, count, share }];
    })
    .slice(0, shownRows);

const lastQuarters = ({ quarter }: ShownTables) =>
  [...(quarter?.rows ?? [])].sort((one, other) => (one.id < other.id ? -1 : 1)).slice(-shownQuarters);

const quartersOf = (tables: ShownTables, names: FigureNames) =>
  lastQuarters(tables).map(({ id, figures }) => ({
    name: names.row('quarter', id),
    short: names.shortQuarter(id),
    workplaces: figures?.workplaces ?? null,
    share: (figures && readyFrom(figures, 3)?.share) ?? null,
  }));

const remediesOf = ({ remedies }: HandInFigures, names: FigureNames) =>
  byValue(remedies, ({ chosen }) => chosen)
    .flatMap(([id, { chosen, finished }]) => {
      const name = names.remedy(id);
      return name === null || chosen === 0 ? [] : [{ name, chosen, finished }];
    })
    .slice(0, shownRows);

const instrumentsOf = ({ instruments }: HandInFigures, names: FigureNames) =>
  byValue(instruments, (count) => count)
    .flatMap(([id, count]) => {
      const name = names.instrument(id);
      return name === null || count === 0 ? [] : [{ name, count }];
    })
    .slice(0, shownRows);
