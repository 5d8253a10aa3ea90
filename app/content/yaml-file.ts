import { readFileSync } from 'node:fs';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** One mistake in content: where, and what was expected. */
export type Problem = { file: string; line: number; message: string };

export const describe = ({ file, line, message }: Problem) => `${file}:${line}: ${message}`;

/** A YAML file read against a schema: the data, or every mistake with its line. `line` finds the line of a path. */
export type YamlFile<T> = { data: T | null; problems: Problem[]; line: (path: readonly PropertyKey[]) => number };

/** Reads and checks one YAML file; `root` is left off the file name in messages. */
export function readYaml<S extends z.ZodType>(root: string, file: string, schema: S): YamlFile<z.output<S>> {
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(`${root}/${file}`, 'utf8'), { lineCounter: counter });
  const line = (path: readonly PropertyKey[]) => lineOf(document, counter, path);
  if (document.errors.length > 0) {
    const problems = document.errors.map((e) => ({
      file,
      line: e.linePos?.[0].line ?? 1,
      message: firstLine(e.message),
    }));
    return { data: null, problems, line };
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { data: parsed.data, problems: [], line };
  const problems = parsed.error.issues.map((issue) => ({
    file,
    line: line(issue.path),
    message: `${issue.path.join('.') || 'file'}: ${issue.message}`,
  }));
  return { data: null, problems, line };
}

/** The line of the deepest part of the path that exists. */
function lineOf(
  document: ReturnType<typeof parseDocument>,
  counter: LineCounter,
  path: readonly PropertyKey[],
): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
}

const firstLine = (text: string) => text.split('\n')[0] ?? text;
