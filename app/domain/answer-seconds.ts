import type { Answer } from './answer.ts';

/** Longer than this was something else: a meeting, a night. */
const longest = 600;

/**
 * How long answering each item took, in whole seconds: from the same author's answer before it. An author's first answer, and
 * what took more than ten minutes, tells nothing.
 */
export function secondsPerItem(answers: readonly Answer[]): Record<string, number> {
  const seconds: Record<string, number> = {};
  for (const list of Map.groupBy(answers, ({ author }) => author).values()) {
    const inOrder = [...list].sort((one, other) => one.seq - other.seq);
    for (const [at, answer] of inOrder.entries()) {
      const before = inOrder[at - 1];
      const took = before ? Math.round((Date.parse(answer.at) - Date.parse(before.at)) / 1000) : longest + 1;
      if (took >= 0 && took <= longest) seconds[answer.item] = took;
    }
  }
  return seconds;
}
