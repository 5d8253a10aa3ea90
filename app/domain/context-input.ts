import * as z from 'zod/mini';
import { cleanText, limits } from './answer-input.ts';
import type { Checklist } from './checklist.ts';
import type { Context } from './context.ts';
import { textForm } from './kept-text.ts';

const chosen = z.string('error.choose').check(z.minLength(1, 'error.choose'), z.maxLength(64, 'error.option'));

/** The five context questions and the typed name of the workplace, as posted. */
export const contextInput = textForm(
  {
    subSector: chosen,
    size: chosen,
    place: chosen,
    targetJob: chosen,
    shifts: z.array(z.string(), 'error.choose').check(z.minLength(1, 'error.choose'), z.maxLength(10, 'error.option')),
    label: cleanText(limits.label),
  },
  ['label'],
);
export type ContextInput = z.output<typeof contextInput>;

const questions = ['subSector', 'size', 'place', 'targetJob', 'shifts'] as const;

/** The questions answered with an option that this checklist does not have. */
export function unknownOptions(checklist: Checklist, input: ContextInput): (typeof questions)[number][] {
  return questions.filter((name) => {
    const known = checklist.context[name].options.map((one) => one.id);
    return [input[name]].flat().some((id) => !known.includes(id));
  });
}

export const toContext = ({ subSector, size, place, targetJob, shifts }: ContextInput): Context => ({
  subSector,
  size,
  place,
  targetJob,
  shifts,
});
