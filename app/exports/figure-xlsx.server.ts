import type { Sheet, SheetData } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import type { FigurePart } from '#app/domain/figures/figure-report.ts';
import type { FigureDocument } from './figure-document.ts';
import { printable } from './printable.ts';
import { type CellValue, headingRow, headRow, rows, withHeights } from './xlsx-cells.ts';

/** A workbook of two sheets: what the page shows, and every published number on a row. */
export async function renderFigureXlsx(document: FigureDocument): Promise<Buffer> {
  const clean = printable(document);
  const { words } = clean;
  return writeXlsxFile(
    [
      sheet(words['sheet-overview'], [60, 18, 18, 18, 18, 18, 18, 18, 18], overview(clean), 0),
      sheet(words['sheet-all'], [24, 40, 32, 60, 12], everything(clean), 1),
    ],
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer();
}

const sheet = (name: string, widths: number[], data: SheetData, stickyRowsCount: number): Sheet<Buffer> => ({
  sheet: name,
  data: withHeights(data, widths),
  columns: widths.map((width) => ({ width })),
  stickyRowsCount,
  orientation: 'landscape',
});

function overview({ report, words: w }: FigureDocument): SheetData {
  const { levels, dimensions, heat, holdsBack, quarters, remedies, instruments } = report;
  const small = (value: number | null) => value ?? w['too-small'];
  return [
    ...headingRow(report.title).slice(1),
    ...rows([report.whose]),
    ...rows([w.meta]),
    ...rows([report.conclusion]),
    ...rows([w.rules]),
    ...part(levels, [w.level, w.workplaces, w.share], ({ name, count, share }) => [name, count, share]),
    ...headingRow(w.ready),
    ...headRow([w.level, w.workplaces, w.share]),
    ...report.ready.flatMap(({ name, count, share }) => rows([name, small(count), small(share)])),
    ...part(dimensions, [w.dimension, w.middle], ({ name, middle }) => [name, middle]),
    ...(heat
      ? [
          ...headingRow(heat.title),
          ...rows([heat.conclusion]),
          ...headRow([w.threshold, ...heat.columns.map(({ name }) => name)]),
          ...rows([w.workplaces, ...heat.columns.map(({ workplaces }) => small(workplaces))]),
          ...heat.rows.flatMap(({ name, cells }) => rows([name, ...cells.map(small)])),
        ]
      : []),
    ...part(holdsBack, [w.gap, w.workplaces, w.share], ({ name, count, share }) => [name, count, share]),
    ...part(quarters, [w.quarter, w.workplaces, w.ready], ({ name, workplaces, share }) => [
      name,
      small(workplaces),
      small(share),
    ]),
    ...part(remedies, [w.remedy, w.chosen, w.finished], ({ name, chosen, finished }) => [name, chosen, finished]),
    ...part(instruments, [w.instrument, w.workplaces], ({ name, count }) => [name, count]),
  ];
}

const part = <R>({ title, conclusion, rows: list }: FigurePart<R>, head: string[], cells: (row: R) => CellValue[]) => [
  ...headingRow(title),
  ...(conclusion ? rows([conclusion]) : []),
  ...headRow(head),
  ...list.flatMap((row) => rows(cells(row))),
];

const everything = ({ lines, words: w }: FigureDocument): SheetData => [
  ...headRow([w.table, w.row, w.measure, w.of, w.value]),
  ...lines.flatMap(({ tableName, rowName, measureName, ofName, value }) =>
    rows([tableName, rowName, measureName, ofName, value ?? w['too-small']]),
  ),
];
