import * as z from 'zod/mini';
import { cleanText, limits } from './answer-input.ts';
import type { FollowUpStep } from './follow-up.ts';
import { textForm } from './kept-text.ts';

export const noteInput = cleanText(limits.note);

/** One step going forward: an answer to each of its questions, and a note where it has one. */
export const stepInput = ({ questions }: FollowUpStep) =>
  textForm(
    {
      ...Object.fromEntries(
        questions.map(({ id, options }) => [id, z.enum(options.map((one) => one.id) as [string], 'error.choose')]),
      ),
      note: z._default(noteInput, ''),
    },
    ['note'],
  );

/** Going back: what is chosen so far, of what can be chosen. */
export const partialStepInput = ({ questions }: FollowUpStep) =>
  textForm(
    {
      ...Object.fromEntries(
        questions.map(({ id, options }) => [
          id,
          z.optional(z.enum(options.map((one) => one.id) as [string], 'error.choose')),
        ]),
      ),
      note: z._default(noteInput, ''),
    },
    ['note'],
  );
