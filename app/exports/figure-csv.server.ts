import type { FigureDocument, NamedLine } from './figure-document.ts';

/** Every published number on a line (RFC 4180, UTF-8 with a mark, so that office programs read the accents). */
export async function renderFigureCsv({ lines, words }: FigureDocument): Promise<Buffer> {
  const head = ['table-id', 'table', 'row-id', 'row', 'measure-id', 'measure', 'of-id', 'of', 'value'] as const;
  const rows = [head.map((one) => words[one]), ...lines.map(cells)];
  return Buffer.from(`\ufeff${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`);
}

const cells = (line: NamedLine): string[] => [
  line.table,
  line.tableName,
  line.row,
  line.rowName,
  line.measure,
  line.measureName,
  line.of,
  line.ofName,
  line.value === null ? '' : String(line.value),
];

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
