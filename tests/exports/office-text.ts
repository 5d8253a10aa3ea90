import { inflateRawSync } from 'node:zlib';

/** The files in a ZIP archive, by name. */
export function zipEntries(zip: Buffer): Map<string, string> {
  const entries = new Map<string, string>();
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    entries.set(name, contentAt(zip, zip.readUInt32LE(at + 42), zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function contentAt(zip: Buffer, header: number, method: number, size: number): string {
  const from = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const bytes = zip.subarray(from, from + size);
  return (method === 8 ? inflateRawSync(bytes) : bytes).toString('utf8');
}

/** The text of a Word document, with its line breaks. */
export const docxText = (docx: Buffer): string => {
  const body = zipEntries(docx).get('word/document.xml') ?? '';
  const parts = body.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(br)\/>|<\/w:(p)>/g);
  return [...parts].map(([, text, line, end]) => (line || end ? '\n' : unescapeXml(text ?? ''))).join('');
};

export type XlsxCell = { ref: string; type: string; value: string; formula: boolean };

/** The cells of one sheet (1 is the first), with shared strings filled in. */
export function xlsxCells(xlsx: Buffer, sheet: number): XlsxCell[] {
  const entries = zipEntries(xlsx);
  const shared = [...(entries.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, string]) =>
    unescapeXml([...(string ?? '').matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, text]) => text).join('')),
  );
  const cells = (entries.get(`xl/worksheets/sheet${sheet}.xml`) ?? '').matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g);
  return [...cells].map(([, attributes = '', content = '']) => {
    const type = /\bt="(\w+)"/.exec(attributes)?.[1] ?? 'n';
    const value = /<v>([^<]*)<\/v>/.exec(content)?.[1] ?? '';
    return {
      ref: /\br="(\w+)"/.exec(attributes)?.[1] ?? '',
      type,
      value: type === 's' ? (shared[Number(value)] ?? '') : value,
      formula: content.includes('<f'),
    };
  });
}

/** All text of a workbook, a line per cell; Excel's own escapes are read back. */
export const xlsxText = (xlsx: Buffer): string =>
  [1, 2, 3, 4]
    .flatMap((sheet) => xlsxCells(xlsx, sheet))
    .map(({ value }) => value.replaceAll('_x005F_', '_'))
    .join('\n');

const unescapeXml = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
