import type { Sheet, SheetData } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import type { Report } from '#app/domain/report.ts';
import { printable } from './printable.ts';
import { withHeights } from './xlsx-cells.ts';
import { answersSheet, overviewSheet, planSheet, supportSheet } from './xlsx-sheets.ts';

/** A workbook of four sheets; every typed text is a text cell, so that '=…' is never a formula. */
export async function renderXlsx(report: Report): Promise<Buffer> {
  const clean = printable(report);
  const { words } = clean;
  return writeXlsxFile(
    [
      sheet(words.sheetOverview, [34, 60, 14, 14, 14, 60], overviewSheet(clean), 1),
      sheet(
        words.sheetAnswers,
        [7, 24, 16, 44, 20, 26, 44, 40, 24, 24, 44, 44, 24, 18, 44, 40],
        answersSheet(clean),
        1,
      ),
      sheet(words.sheetPlan, [44, 44, 26, 14, 16, 26, 44, 44], planSheet(clean), 1),
      sheet(words.sheetSupport, [30, 44, 44, 26, 36, 30, 36, 40, 40, 26], supportSheet(clean), 1),
    ],
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer();
}

const sheet = (name: string, widths: number[], data: SheetData, stickyRowsCount: number): Sheet<Buffer> => ({
  sheet: name,
  data: withHeights(data, widths),
  columns: widths.map((width) => ({ width })),
  stickyRowsCount,
  dateFormat: 'dd/mm/yyyy',
  ...(widths.length > 6 ? { orientation: 'landscape' as const } : {}),
});
