import type { CellObject, SheetData } from 'write-excel-file/node';

/** What a cell can hold: text, a whole number, a day, or nothing. */
export type CellValue = string | number | Date | null;

/** Excel keeps no more characters in one cell. */
const cellLimit = 32_000;

const headCell = { fontWeight: 'bold', backgroundColor: '#E3E8EA', bottomBorderStyle: 'thin', wrap: true } as const;

/** The bold row that stays in sight. */
export const headRow = (titles: string[]): SheetData => [
  titles.map((title) => ({ ...headCell, ...cellOf(title), alignVertical: 'top' })),
];

/** A line that starts a block of rows. */
export const headingRow = (title: string): SheetData => [
  [],
  [{ ...cellOf(title), wrap: false, fontWeight: 'bold', fontSize: 14 }],
];

/** One row, or more when a text is longer than a cell can hold: then it goes on below. */
export function rows(values: CellValue[]): SheetData {
  const parts = values.map((value) => (typeof value === 'string' ? pieces(value) : [value]));
  const height = Math.max(...parts.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) => parts.map((part) => cellOf(part[line] ?? null)));
}

/** Rows as high as their text needs, in points; `widths` are in characters. Not every program works that out itself. */
export const withHeights = (data: SheetData, widths: number[]): SheetData =>
  data.map((row) => {
    const cells = row as CellObject[];
    const lines = Math.max(1, ...cells.map((cell, column) => lineCount(cell, widths[column] ?? 10)));
    const height = Math.min(409, lines * 15 * ((cells[0]?.fontSize ?? 11) / 11) + 3);
    return cells.map((cell) => ({ ...cell, height }));
  });

const lineCount = ({ value }: CellObject, width: number): number =>
  typeof value === 'string'
    ? value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0)
    : 1;

function cellOf(value: CellValue): CellObject {
  const look = { wrap: true, alignVertical: 'top' } as const;
  if (value === null || value === '') return look;
  if (typeof value === 'number') return { ...look, type: Number, value, align: 'left' };
  if (typeof value === 'string') return { ...look, type: String, value: literal(value) };
  return { ...look, type: Date, value, format: 'dd/mm/yyyy', align: 'left' };
}

/** Cuts between characters, never inside one. */
function pieces(text: string): string[] {
  if (text.length <= cellLimit) return [text];
  const at = /[\ud800-\udbff]/.test(text.charAt(cellLimit - 1)) ? cellLimit - 1 : cellLimit;
  return [text.slice(0, at), ...pieces(text.slice(at))];
}

/** Excel reads _x0041_ as an escaped character; written like this it stays as typed. */
const literal = (text: string): string => text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
