import { CST, type Document, isAlias, isCollection, isPair, Lexer, LineCounter, type Node, parseDocument } from 'yaml';
import * as z from 'zod';
import { lineOf, type Path } from '../yaml-file.ts';
import { Refusal } from './file-notes.ts';

/** A library of CISO Assistant, and the line of anything in it. */
export type CisoFile = { library: CisoLibrary; line: (path: Path) => number };

/** Most of each in one file; `text` is the longest single text in characters. */
export const yamlLimits = { depth: 40, signs: 120_000, aliases: 100, lines: 50_000, text: 20_000 } as const;

/** Everything is read as text, so that the reference 1.10 does not become a number; `null` says nothing. */
const text = z
  .unknown()
  .optional()
  .transform((value): string =>
    (Array.isArray(value) ? value : [value])
      .filter(isText)
      .map((one) => one.trim())
      .join('\n'),
  );
const isText = (value: unknown): value is string => typeof value === 'string' && !/^(null|~)?$/i.test(value.trim());

const words = z.object({ name: text, description: text, annotation: text, typical_evidence: text });
const translated = words.extend({ translations: z.record(z.string(), words).catch({}) });
/** Only whether there is any. */
const anything = z
  .unknown()
  .optional()
  .transform((value) => {
    if (Array.isArray(value)) return value.length > 0;
    return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : isText(value);
  });

const node = translated.extend({
  ref_id: text,
  assessable: z
    .unknown()
    .optional()
    .transform((value) => String(value).toLowerCase() === 'true'),
  reference_controls: z.array(text).catch([]),
  implementation_groups: anything,
  threats: anything,
  questions: anything,
  question: anything,
});
export type CisoNode = z.output<typeof node>;

const control = translated.extend({ urn: text, ref_id: text });
export type CisoControl = z.output<typeof control>;

const framework = translated.extend({
  ref_id: text,
  scores_definition: anything,
  requirement_nodes: z.array(node),
});

const library = translated.extend({
  locale: text,
  copyright: text,
  objects: z.object({
    framework: framework.optional(),
    reference_controls: z.array(control).default([]),
    threats: anything,
    risk_matrix: anything,
    requirement_mapping_set: anything,
    requirement_mapping_sets: anything,
  }),
});
export type CisoLibrary = z.output<typeof library>;

/** Reads a library out of YAML without custom types. Throws a Refusal. */
export function readCisoFile(source: string): CisoFile {
  const counter = new LineCounter();
  measureSigns(source);
  const document = parsed(source, counter);
  measure(document, counter);
  const line = (path: Path) => lineOf(document, counter, path);
  const { data, error } = library.safeParse(plain(document));
  if (!data) throw new Refusal(line(error.issues[0]?.path ?? []), 'foreign-refusal.not-library');
  return { library: data, line };
}

/** Nested so deeply that the stack is full, it is refused like anything else that is nested too deeply. */
function parsed(source: string, lineCounter: LineCounter): Document {
  const document = stoppedByDepth(() =>
    parseDocument(source, {
      lineCounter,
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    }),
  );
  const [error] = document.errors;
  if (error) throw new Refusal(lineCounter.linePos(error.pos[0]).line || 1, 'foreign-refusal.yaml');
  return document;
}

function stoppedByDepth<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal(1, 'foreign-refusal.too-deep', { most: yamlLimits.depth });
    throw error;
  }
}

/**
 * Counts the signs and lines of YAML, how many lists open within each other and how long each text is, before any of
 * them costs time: the reader of YAML takes seconds to fold the lines of one long text.
 */
function measureSigns(source: string) {
  let [line, signs, depth, onThisLine] = [1, 0, 0, 0];
  let isScalar = false;
  for (const sign of new Lexer().lex(source)) {
    signs += 1;
    const type: string | null = isScalar ? 'text' : CST.tokenType(sign);
    if (type === 'flow-map-start' || type === 'flow-seq-start') depth += 1;
    if (type === 'flow-map-end' || type === 'flow-seq-end') depth -= 1;
    if (type === 'seq-item-ind' || type === 'explicit-key-ind') onThisLine += 1;
    if (type === 'newline') onThisLine = 0;
    if (signs > yamlLimits.signs) throw new Refusal(line, 'foreign-refusal.too-many', { most: yamlLimits.signs });
    if (depth + onThisLine > yamlLimits.depth)
      throw new Refusal(line, 'foreign-refusal.too-deep', { most: yamlLimits.depth });
    if (sign.length > yamlLimits.text && type !== 'comment')
      throw new Refusal(line, 'foreign-refusal.too-long', { most: yamlLimits.text });
    line += sign.split('\n').length - 1;
    if (line > yamlLimits.lines) throw new Refusal(line, 'foreign-refusal.too-many', { most: yamlLimits.lines });
    isScalar = type === 'scalar';
  }
}

/** Counts depth and aliases of what was read before anything is made of it. */
function measure(document: Document, counter: LineCounter) {
  const waiting: { value: unknown; depth: number }[] = [{ value: document.contents, depth: 0 }];
  let aliases = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    const line = () => counter.linePos(((isPair(value) ? value.key : value) as Node | null)?.range?.[0] ?? 0).line || 1;
    if (depth > yamlLimits.depth) throw new Refusal(line(), 'foreign-refusal.too-deep', { most: yamlLimits.depth });
    if (isAlias(value)) aliases += 1;
    if (aliases > yamlLimits.aliases)
      throw new Refusal(line(), 'foreign-refusal.aliases', { most: yamlLimits.aliases });
    if (isPair(value)) waiting.push({ value: value.key, depth }, { value: value.value, depth });
    if (isCollection(value)) for (const item of value.items) waiting.push({ value: item, depth: depth + 1 });
  }
}

/** Aliases of aliases that would grow beyond bounds are refused by the reader of YAML itself. */
function plain(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: yamlLimits.aliases });
  } catch (error) {
    if (error instanceof ReferenceError) throw new Refusal(1, 'foreign-refusal.aliases', { most: yamlLimits.aliases });
    throw error;
  }
}
