import { type FigureLine, figureLines, type Measure } from '#app/domain/figures/figure-line.ts';
import type { FigureReport } from '#app/domain/figures/figure-report.ts';
import { handInTables } from '#app/domain/figures/hand-in-rows.ts';
import type { HandInPublished } from '#app/domain/figures/shown-tables.ts';
import type { Translate } from '#app/domain/words.ts';
import { buildFigureReport, type FigureReportInput } from './build-figure-report.ts';
import { type FigureNames, figureNames } from './figure-names.ts';

/** What every file of figures is made from: the page, all published numbers one by one, and the tables as they stand. */
export type FigureDocument = {
  report: FigureReport;
  lines: NamedLine[];
  tables: HandInPublished[];
  words: Record<FigureWord, string>;
};
/** A published number with what its ids are called; an id that nobody knows any more is its own name. */
export type NamedLine = FigureLine & { tableName: string; rowName: string; measureName: string; ofName: string };

/** Headings and labels of files, as keys figures.file.<word>. */
const figureWords = [
  'brand',
  'page',
  'table',
  'table-id',
  'row',
  'row-id',
  'measure',
  'measure-id',
  'of',
  'of-id',
  'value',
  'sheet-overview',
  'sheet-all',
  'too-small',
  'level',
  'workplaces',
  'share',
  'middle',
  'dimension',
  'threshold',
  'gap',
  'quarter',
  'ready',
  'remedy',
  'chosen',
  'finished',
  'instrument',
  'meta',
  'rules',
  'nothing',
] as const;
type FigureWord = (typeof figureWords)[number];

/** Null when the total was not published: then there is nothing to keep. */
export function figureDocument(input: FigureReportInput, t: Translate): FigureDocument | null {
  const report = buildFigureReport(input, t);
  if (!report) return null;
  const names = figureNames(input.checklist, t);
  const holes = { count: report.workplaces, date: report.date };
  return {
    report,
    lines: figureLines(input.tables).map((line) => named(line, names, t)),
    tables: handInTables.flatMap((name) => input.tables[name] ?? []),
    words: Object.fromEntries(
      figureWords.map((word) => [word, t(`figures.file.${word}`, word === 'meta' ? holes : {})]),
    ) as Record<FigureWord, string>,
  };
}

const named = (line: FigureLine, names: FigureNames, t: Translate): NamedLine => ({
  ...line,
  tableName: names.table(line.table),
  rowName: names.row(line.table, line.row),
  measureName: t(`figures.measure.${line.measure}`),
  ofName: line.of === '' ? '' : (nameOf(line, names) ?? line.of),
});

const ofLevels = (names: FigureNames, id: string) => names.levels(id.split('-').map(Number));
const called: Record<Measure, (names: FigureNames, id: string) => string | null> = {
  workplaces: () => '',
  'level-count': ofLevels,
  'level-share': ofLevels,
  'ready-count': ofLevels,
  'ready-share': ofLevels,
  dimension: (names, id) => names.dimension(id),
  open: (names, id) => names.item(id),
  unknown: (names, id) => names.item(id),
  'not-applicable': (names, id) => names.item(id),
  'holds-back-count': (names, id) => names.item(id),
  'holds-back-share': (names, id) => names.item(id),
  'remedy-chosen': (names, id) => names.remedy(id),
  'remedy-finished': (names, id) => names.remedy(id),
  instrument: (names, id) => names.instrument(id),
  seconds: (names, id) => names.item(id),
};
const nameOf = ({ measure, of }: FigureLine, names: FigureNames) => called[measure](names, of);
