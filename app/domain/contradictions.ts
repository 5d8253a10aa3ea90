import type { Contradiction } from './checklist.ts';
import type { CountedAnswers } from './verdict.ts';

/** The contradictions of which every condition holds; an open or not applicable answer contradicts nothing. */
export function contradictions(possible: Contradiction[], answers: CountedAnswers): Contradiction[] {
  return possible.filter(({ when }) =>
    when.every(({ item, is }) => is.some((value) => value === answers[item]?.value)),
  );
}
