import { execFileSync } from 'node:child_process';
import { inflateSync } from 'node:zlib';

/** A document as its numbered objects: the dictionary as text, the stream unpacked. */
type PdfObject = { dictionary: string; stream: string };

/** The text of every page in reading order, without what is marked as decoration, such as headers and footers. */
export function pdfText(pdf: Buffer): string {
  const objects = pdfObjects(pdf);
  return pagesOf(objects)
    .map((page) => pageText(page, objects))
    .join('\n');
}

export const pdfPageCount = (pdf: Buffer): number => pagesOf(pdfObjects(pdf)).length;

/** Everything that is not in a picture: dictionaries and unpacked streams. */
export const pdfSource = (pdf: Buffer): string =>
  [...pdfObjects(pdf).values()].map(({ dictionary, stream }) => `${dictionary}\n${stream}`).join('\n');

/** The text as poppler reads it; null where poppler is not installed. */
export function popplerText(pdf: Buffer): string | null {
  try {
    return execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], { input: pdf, maxBuffer: 1e8 }).toString();
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw problem;
  }
}

function pdfObjects(pdf: Buffer): Map<string, PdfObject> {
  const raw = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const { index, 0: start, 1: number = '' } of raw.matchAll(/(?:^|\n)(\d+) 0 obj\s/g)) {
    const end = raw.indexOf('endobj', index);
    const body = raw.slice(index + start.length, end);
    const at = body.search(/\bstream\r?\n/);
    const dictionary = at < 0 ? body : body.slice(0, at);
    objects.set(number, { dictionary, stream: at < 0 ? '' : unpacked(raw, index + start.length + at, dictionary) });
  }
  return objects;
}

function unpacked(raw: string, at: number, dictionary: string): string {
  const from = raw.indexOf('\n', at) + 1;
  const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
  const bytes = Buffer.from(raw.slice(from, from + length), 'latin1');
  return (dictionary.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

function pagesOf(objects: Map<string, PdfObject>): PdfObject[] {
  const tree = [...objects.values()].find(({ dictionary }) => /\/Type \/Pages\b/.test(dictionary));
  const kids = /\/Kids \[([^\]]*)\]/.exec(tree?.dictionary ?? '')?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, number = '']) => objects.get(number) as PdfObject);
}

type Alphabet = Map<string, string>;

function pageText(page: PdfObject, objects: Map<string, PdfObject>): string {
  const contents = /\/Contents (\d+) 0 R/.exec(page.dictionary)?.[1] ?? '';
  const fonts = new Map<string, Alphabet>();
  for (const [, name = '', number = ''] of page.dictionary.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number)?.dictionary ?? '')?.[1] ?? '';
    fonts.set(name, alphabetOf(objects.get(unicode)?.stream ?? ''));
  }
  return contentText(objects.get(contents)?.stream ?? '', fonts);
}

/** From the two bytes of a glyph to its text. */
function alphabetOf(cmap: string): Alphabet {
  const pairs = [...cmap.matchAll(/<([0-9a-f]{4})> <([0-9a-f]+)>/gi)];
  return new Map(pairs.map(([, glyph = '', text = '']) => [glyph.toLowerCase(), utf16(text)]));
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** A string between parentheses, in which pairs of parentheses may stand. */
const literalPattern = (depth: number): string =>
  `\\((?:\\\\[\\s\\S]|[^\\\\()]${depth > 0 ? `|${literalPattern(depth - 1)}` : ''})*\\)`;
const literalString = literalPattern(5);

const token = new RegExp(
  [
    `(?<begin>(?<mark>/\\w+)\\s*(?:<<(?<dictionary>(?:[^<>()]|<[0-9a-fA-F]*>|${literalString})*)>>\\s*BDC|BMC))`,
    '(?<end>\\bEMC\\b)',
    '/(?<font>f\\d+) [\\d.]+ Tf',
    `(?<literal>${literalString})`,
    '<(?<hex>[0-9a-fA-F]+)>',
    '(?<line>\\bET\\b)',
  ].join('|'),
  'g',
);
const actualText = new RegExp(`/ActualText\\s*(${literalString}|<[0-9a-fA-F]*>)`);

/** Walks through a page: marked content, fonts and shown strings; a replacement text stands for what it marks. */
function contentText(content: string, fonts: Map<string, Alphabet>): string {
  const silent: boolean[] = [];
  let alphabet: Alphabet = new Map();
  let text = '';
  for (const { groups = {} } of content.matchAll(token)) {
    const { begin, mark, dictionary = '', end, font, literal, hex, line } = groups;
    if (begin) {
      const replacement = actualText.exec(dictionary)?.[1];
      if (replacement && !silent.includes(true)) text += stringText(replacement);
      silent.push(mark === '/Artifact' || replacement !== undefined);
    } else if (end) silent.pop();
    else if (font) alphabet = fonts.get(font) ?? new Map();
    else if (silent.includes(true)) continue;
    else if (literal) text += glyphText(literalBytes(literal), alphabet);
    else if (hex) text += glyphText(Buffer.from(hex, 'hex'), alphabet);
    else if (line) text += '\n';
  }
  return text;
}

function stringText(string: string): string {
  const bytes = string.startsWith('<') ? Buffer.from(string.slice(1, -1), 'hex') : literalBytes(string);
  return bytes[0] === 0xfe ? bytes.subarray(2).swap16().toString('utf16le') : bytes.toString('latin1');
}

function glyphText(bytes: Buffer, alphabet: Alphabet): string {
  const glyphs = bytes.toString('hex').match(/.{4}/g) ?? [];
  return glyphs.map((glyph) => alphabet.get(glyph) ?? '').join('');
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function literalBytes(literal: string): Buffer {
  const plain = literal
    .slice(1, -1)
    .replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
      /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
    );
  return Buffer.from(plain, 'latin1');
}
