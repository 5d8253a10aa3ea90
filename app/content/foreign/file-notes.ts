import type { Values } from '#app/domain/words.ts';

/** Something about a file from elsewhere: a key of interface words with its holes, and the line where it starts. */
export type FileNote = { line: number; message: string; values: Values };

/** Stops the reading of a file, its line among the values; the public readers give it back as a list. */
export class Refusal extends Error {
  readonly note: FileNote;

  constructor(line: number, message: string, values: Values = {}) {
    super(message);
    this.note = { line, message, values: { line, ...values } };
  }
}

/** What did not fit, each kind once: with how often, and the first line. */
export type NoteKeeper = {
  /** One more of a kind that is counted. */
  count(line: number, message: string): void;
  /** Something that is said on its own. */
  say(line: number, message: string, values?: Values): void;
  /** In the order of the lines. */
  list(): FileNote[];
};

export function noteKeeper(): NoteKeeper {
  const counted = new Map<string, { line: number; count: number }>();
  const said: FileNote[] = [];
  return {
    count(line, message) {
      const before = counted.get(message);
      counted.set(message, { line: before?.line ?? line, count: (before?.count ?? 0) + 1 });
    },
    say: (line, message, values = {}) => void said.push({ line, message, values }),
    list() {
      const sums = [...counted].map(([message, { line, count }]) => ({ line, message, values: { count } }));
      return [...said, ...sums].sort((a, b) => a.line - b.line);
    },
  };
}
