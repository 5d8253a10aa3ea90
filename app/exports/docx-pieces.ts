import {
  BorderStyle,
  HeadingLevel,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** What stands in the body of a document. */
export type Block = Paragraph | Table;

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

type Look = { bold?: boolean; color?: string; size?: number };

export const heading = (text: string, level: 1 | 2 | 3 | 4): Paragraph =>
  new Paragraph({ heading: headings[level - 1] ?? HeadingLevel.HEADING_1, children: runs(text), keepNext: true });

/** One paragraph; typed line ends become line breaks. Without text there is none. */
export const paragraph = (text: string, look: Look = {}): Paragraph[] =>
  text === '' ? [] : [new Paragraph({ children: runs(text, look) })];

/** A bold label and its text; nothing when there is no text. */
export const labelled = (label: string, text: string | null): Paragraph[] =>
  text ? [new Paragraph({ children: [...runs(`${label}: `, { bold: true }), ...runs(text)] })] : [];

export const bullets = (texts: string[]): Paragraph[] =>
  texts.map((text) => new Paragraph({ bullet: { level: 0 }, children: runs(text) }));

/** A table of full width; `widths` are shares of 100. The header row repeats on every page. */
export function listing(widths: number[], headers: string[], rows: (string | Block[])[][]): Table {
  const cells = (texts: (string | Block[])[], header: boolean) =>
    texts.map((content, column) => cell(content, widths[column] ?? 0, header));
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: widths.map((share) => Math.round((share / 100) * textWidth)),
    borders: tableBorders,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(headers, true) }),
      ...rows.map((row) => new TableRow({ children: cells(row, false) })),
    ],
  });
}

/** A4 less the margins, in twentieths of a point. */
const textWidth = 9638;

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const rule = { style: BorderStyle.SINGLE, size: 4, color: 'CDD5D2' } as const;
const tableBorders = {
  top: none,
  left: none,
  right: none,
  bottom: rule,
  insideHorizontal: rule,
  insideVertical: none,
};

function cell(content: string | Block[], share: number, header: boolean): TableCell {
  const blocks = typeof content === 'string' ? paragraph(content, { bold: header }) : content;
  return new TableCell({
    width: { size: share, type: WidthType.PERCENTAGE },
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    children: blocks.length > 0 ? blocks : [new Paragraph({})],
    ...(header ? { shading: { type: ShadingType.CLEAR, fill: 'EDF0F1', color: 'auto' } } : {}),
  });
}

const runs = (text: string, look: Look = {}): TextRun[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line, index) => new TextRun({ text: line, ...look, ...(index > 0 ? { break: 1 } : {}) }));
