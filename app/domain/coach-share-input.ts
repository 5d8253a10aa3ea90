import * as z from 'zod/mini';
import { shareScopes } from './access.ts';
import { cleanText, limits, neededText } from './answer-input.ts';
import { shareMonths, usualMonths } from './coach-share.ts';
import { textForm } from './kept-text.ts';

const scope = z.array(z.enum(shareScopes, 'error.option'), 'error.option').check(z.maxLength(2, 'error.option'));

/** What travels to a job coach beside the answers and the result, and for how many months. */
export const coachShareInput = z.object({
  scope,
  months: z._default(z.enum(shareMonths, 'error.option'), usualMonths),
});

/** The same for a share that runs: its last day stays unless another is chosen. */
export const changedShareInput = z.object({
  scope,
  months: z._default(z.enum(['as-now', ...shareMonths], 'error.option'), 'as-now'),
});

/** The coaching organisation of a coach who has none yet, made when a share is accepted. */
export const coachingInput = textForm({ name: neededText(limits.label), label: cleanText(limits.label) }, [
  'name',
  'label',
]);
