/** A command of the operator that did nothing; the message says why and what to do. */
export class RefusedCommand extends Error {
  override name = 'RefusedCommand';
}

/** The refusal with the words for this error; an error without words, such as a mistake of ours, stays as it is. */
export function sayWhy(error: unknown, explain: (error: unknown) => string | null): unknown {
  const words = explain(error);
  return words ? new RefusedCommand(words) : error;
}
