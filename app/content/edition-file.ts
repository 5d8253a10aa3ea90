import { Lexer, stringify } from 'yaml';
import * as z from 'zod/mini';
import type { SectorId } from '#app/domain/checklist.ts';
import type { EditionContent } from '#app/domain/edition.ts';
import { editionInput } from '#app/domain/edition-input.ts';
import type { EditionMistake } from '#app/domain/edition-mistakes.ts';
import type { Logo } from '#app/domain/logo.ts';
import type { Values } from '#app/domain/words.ts';
import { type Mistake, type Problem, parseYaml } from './yaml-file.ts';

/** A federation's edition as one YAML file of our content: each text with its words per language, the picture inside. */

/** Most of each; `text` and `picture` are the longest single texts in characters. */
export const editionFileLimits = {
  bytes: 2_000_000,
  depth: 12,
  signs: 50_000,
  lines: 10_000,
  text: 20_000,
  picture: 1_000_000,
  problems: 200,
} as const;

/** Something wrong with a file: where, and what as a key of interface words. */
export type EditionFileProblem = { line: number; field: string; message: string; values: Values };

export type EditionFile = { sector: SectorId; content: Omit<EditionContent, 'logo'>; picture: Buffer | null };
type Opened =
  | { ok: true; file: EditionFile; lineOf: (mistake: EditionMistake) => number }
  | { ok: false; problems: EditionFileProblem[] };

/** Writes an edition; the picture goes along as a data address. */
export const writeEditionFile = (
  sector: SectorId,
  { logo: _, ...content }: EditionContent,
  logo: Logo | null,
): string =>
  stringify(
    { format, sector, logo: logo ? `data:${logo.mime};base64,${logo.body}` : null, ...content },
    { aliasDuplicateObjects: false, lineWidth: 110 },
  );

/** Reads such a file. A hostile one is refused before anything is made of it: too large, long or deep, or with aliases. */
export function readEditionFile(name: string, source: string): Opened {
  if (Buffer.byteLength(source) > editionFileLimits.bytes) return refused('edition-file.large');
  const trap = trapIn(source);
  if (trap) return refused(trap);
  const { value, problems } = parseYaml(name, source, fileSchema, inKeys);
  if (!value) return { ok: false, problems: problems.slice(0, editionFileLimits.problems).map(fromProblem) };
  const { format: _, sector, logo, ...content } = value.data;
  const picture = logo === null ? null : Buffer.from(logo.slice(logo.indexOf(',') + 1), 'base64');
  return {
    ok: true,
    file: { sector, content: content as EditionFile['content'], picture },
    lineOf: ({ path }) => value.line(path),
  };
}

const format = 'toolbox-doorstroom/edition@1';

const picture = z
  .string('edition-error.logo')
  .check(z.regex(/^data:image\/(png|jpeg|svg\+xml);base64,[A-Za-z0-9+/=\s]+$/, 'edition-error.logo'));

const fileSchema = z.extend(z.omit(editionInput, { logo: true }), {
  format: z.literal(format, 'edition-file.format'),
  sector: z.enum(['care', 'retail', 'logistics'], 'error.choose'),
  logo: z.nullable(picture),
});

const refused = (message: string): Opened => ({ ok: false, problems: [{ line: 1, field: '', message, values: {} }] });

/**
 * Looks at the marks of a file without building anything: aliases, tags that make other things, nesting, and how many
 * and how long they are. Block nesting costs a column a level, so a deep one needs a long indent or many dashes on one
 * line.
 */
function trapIn(source: string): string | null {
  let flow = 0;
  let dashes = 0;
  let signs = 0;
  let lines = 0;
  let isText = false;
  for (const token of new Lexer().lex(source)) {
    const wasText = isText;
    signs++;
    lines += token.split('\n').length - 1;
    if (signs > editionFileLimits.signs || lines > editionFileLimits.lines || isTooLong(token))
      return 'edition-file.long';
    isText = token === '\x1f';
    if (wasText || isText) continue;
    if (/^[&*!%]/.test(token)) return 'edition-file.alias';
    if (token === '[' || token === '{') flow++;
    if (token === ']' || token === '}') flow--;
    if (/^[\r\n]/.test(token)) dashes = 0;
    if (token === '-' || token === '?') dashes++;
    if (/^ +$/.test(token) && token.length > 8 * editionFileLimits.depth) return 'edition-file.deep';
    if (flow + dashes > editionFileLimits.depth) return 'edition-file.deep';
  }
  return null;
}

/** Only the picture is a long text. */
const isTooLong = (token: string): boolean =>
  token.length > editionFileLimits.picture ||
  (token.length > editionFileLimits.text && !/^(["']|[|>].*\s+)?data:image\//.test(token));

/** The parts of a message travel as one text: the reader of a file knows only texts. */
const inKeys = (issue: z.core.$ZodIssue): Mistake => ({
  path: issue.path,
  message: [issue.path.map(String).join('.'), keyOf(issue)].join('|'),
});

function keyOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'edition-file.unknown';
  return /^(error|edition-error|edition-file)\./.test(issue.message) ? issue.message : 'edition-file.shape';
}

/** What the YAML itself got wrong comes without a key. */
function fromProblem({ line, message }: Problem): EditionFileProblem {
  const [field = '', key] = message.split('|');
  return key
    ? { line, field, message: key, values: {} }
    : { line, field: '', message: 'edition-file.yaml', values: {} };
}
