import type { ContextQuestion, Instrument, Item } from '#app/domain/checklist.ts';
import { type FollowUp, type FollowUpForm, type FollowUpQuestion, followUpSides } from '#app/domain/follow-up.ts';
import type { FollowUpFormWords, FollowUpQuestionWords, OutcomesFile, OutcomesWords } from './guidance-schemas.ts';
import type * as schema from './schemas.ts';

/* Words of a translation over the Dutch ones. What has no words stays Dutch; that it has none is in `parity.ts`. */

/** A list with, over each entry, the words under its id. */
export function listIn<T extends { id: string }, W extends object>(
  nl: T[],
  words: Record<string, W>,
  join: (nl: T, words: W) => T = (one, own) => ({ ...one, ...own }),
): T[] {
  return nl.map((one) => {
    const own = words[one.id];
    return own ? join(one, own) : one;
  });
}

export const questionIn = (nl: ContextQuestion, words: schema.QuestionWords): ContextQuestion => ({
  ...nl,
  ...words,
  options: listIn(nl.options, words.options),
});

export const instrumentIn = (nl: Instrument, words: schema.InstrumentsWords[string]): Instrument => ({
  ...nl,
  ...words,
  amounts: nl.amounts.map((amount, at) => ({ ...amount, text: words.amounts[at] ?? amount.text })),
});

export const itemIn = (nl: Item, words: schema.ChecklistWords['items'][string]): Item => ({
  ...nl,
  ...words,
  legal: nl.legal && { ...nl.legal, article: words.legal ?? nl.legal.article },
  naReasons: nl.naReasons.map(({ id, label }) => ({ id, label: words.naReasons[id] ?? label })),
});

export const outcomesIn = (nl: OutcomesFile, words: OutcomesWords): OutcomesFile => ({
  outcomes: listIn(nl.outcomes, words.outcomes),
  reasons: listIn(nl.reasons, words.reasons),
});

export const followUpIn = (nl: FollowUp, words: Record<keyof FollowUp, FollowUpFormWords>): FollowUp =>
  Object.fromEntries(followUpSides.map((side) => [side, formIn(nl[side], words[side])])) as FollowUp;

const formIn = (nl: FollowUpForm, { steps, note }: FollowUpFormWords): FollowUpForm => ({
  steps: listIn(nl.steps, steps, (step, { title, questions }) => ({
    ...step,
    title,
    questions: listIn(step.questions, questions, followUpQuestionIn),
  })),
  note,
});

const followUpQuestionIn = (nl: FollowUpQuestion, { question, options }: FollowUpQuestionWords): FollowUpQuestion => ({
  ...nl,
  question,
  options: nl.options.map(({ id, label }) => ({ id, label: options[id] ?? label })),
});
