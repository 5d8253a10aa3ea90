import { existsSync, readFileSync } from 'node:fs';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { safeParse, type z } from 'zod';

/** One mistake in content: where, and what was expected. */
export type Problem = { file: string; line: number; message: string };
export const describe = ({ file, line, message }: Problem) => `${file}:${line}: ${message}`;

/** What was read, or null where a problem stood in the way. */
export type Read<T> = { value: T | null; problems: Problem[] };

/** Keys and places in lists, from the top of a file. */
export type Path = readonly PropertyKey[];

/** A file that fits its schema. `line` is where a path stands, or else the nearest thing above it that exists. */
export type YamlFile<T> = { name: string; data: T; line: (path: Path) => number };

/** A mistake within a file. */
export type Mistake = { path: Path; message: string };

/** What each file said when it was read before: content that is read again parses only what changed. */
const lastRead = new Map<string, { source: string; schema: z.ZodType; read: Read<YamlFile<unknown>> }>();

/** Reads a YAML file against a schema; `name` is its path from `root`. */
export function readYaml<S extends z.ZodType>(root: string, name: string, schema: S): Read<YamlFile<z.output<S>>> {
  const path = `${root}/${name}`;
  if (!existsSync(path)) return failed([{ file: name, line: 1, message: 'this file is missing' }]);
  const source = readFileSync(path, 'utf8');
  const last = lastRead.get(path);
  if (last?.source === source && last.schema === schema) return last.read as Read<YamlFile<z.output<S>>>;
  const read = parseYaml(name, source, schema);
  lastRead.set(path, { source, schema, read });
  return read;
}

/** The same for text that is already read; `say` puts what does not fit its schema in words. */
export function parseYaml<S extends z.core.$ZodType>(
  name: string,
  source: string,
  schema: S,
  say: (issue: z.core.$ZodIssue) => Mistake = schemaMistake,
): Read<YamlFile<z.core.output<S>>> {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false });
  if (document.errors.length > 0) return failed(document.errors.map((error) => syntaxProblem(name, counter, error)));
  const line = (path: Path) => lineOf(document, counter, path);
  const { success, data, error } = safeParse(schema, document.toJS());
  if (success) return { value: { name, data, line }, problems: [] };
  return failed(mistakesAt({ name, line }, error.issues.map(say)));
}

/** Mistakes with the name and the lines of their file. */
export const mistakesAt = ({ name, line }: Pick<YamlFile<unknown>, 'name' | 'line'>, mistakes: Mistake[]): Problem[] =>
  mistakes.map(({ path, message }) => ({ file: name, line: line(path), message }));

/** All of them, or null where one could not be read. */
export function together<T extends object>(reads: { [K in keyof T]: Read<T[K]> }): Read<T> {
  const all = Object.entries(reads) as [string, Read<unknown>][];
  const problems = all.flatMap(([, one]) => one.problems);
  if (all.some(([, one]) => one.value === null)) return failed(problems);
  return { value: Object.fromEntries(all.map(([key, one]) => [key, one.value])) as T, problems };
}

const failed = (problems: Problem[]): Read<never> => ({ value: null, problems });

/** Words of its own, without a piece of the file: to quote a file at each of many mistakes can take minutes. */
function syntaxProblem(file: string, counter: LineCounter, { pos, message }: Document['errors'][number]): Problem {
  return { file, line: counter.linePos(pos[0]).line || 1, message };
}

const schemaMistake = ({ path, message }: z.core.$ZodIssue): Mistake => ({
  path,
  message: `${path.join('.') || 'file'}: ${message}`,
});

/** Where a path stands in a document, or else the nearest thing above it that exists. */
export function lineOf(document: Document, counter: LineCounter, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const start = startOf(document, path.slice(0, length));
    if (start !== undefined) return counter.linePos(start).line;
  }
  return 1;
}

/** Where something starts, in characters: at its key if it has one, for its value can stand on the next line. */
function startOf(document: Document, path: Path): number | undefined {
  const above = document.getIn(path.slice(0, -1), true);
  const own = isMap(above) ? above.items.find(({ key }) => isKey(key, path.at(-1)))?.key : document.getIn(path, true);
  return isNode(own) ? own.range?.[0] : undefined;
}

const isKey = (key: unknown, name: PropertyKey | undefined) => isScalar(key) && String(key.value) === String(name);
