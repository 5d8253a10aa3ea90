import { type FollowUp, type FollowUpForm, followUpSides } from '#app/domain/follow-up.ts';
import type { FollowUpFormWords, OutcomesFile, OutcomesWords } from './guidance-schemas.ts';
import { entries } from './parity.ts';
import type { Mistake, Path } from './yaml-file.ts';

/* As in parity.ts, for the files of the job coach. */

export const outcomesParity = (nl: OutcomesFile, words: OutcomesWords): Mistake[] => [
  ...entries(nl.outcomes, words.outcomes, ['outcomes']),
  ...entries(nl.reasons, words.reasons, ['reasons']),
];

export const followUpParity = (nl: FollowUp, words: Record<keyof FollowUp, FollowUpFormWords>): Mistake[] =>
  followUpSides.flatMap((side) => formParity(nl[side], words[side], [side]));

const formParity = (nl: FollowUpForm, words: FollowUpFormWords, path: Path): Mistake[] =>
  entries(nl.steps, words.steps, [...path, 'steps'], (step, own, at) =>
    entries(step.questions, own.questions, [...at, 'questions'], (question, its, below) =>
      entries(question.options, its.options, [...below, 'options']),
    ),
  );
