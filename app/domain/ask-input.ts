import * as z from 'zod/mini';
import { cleanText, limits } from './answer-input.ts';

/** Asking a colleague one question: how they are called on screen, and a word to go with it. */
export const askInput = z.object({
  who: cleanText(limits.label).check(z.minLength(1, 'error.needed')),
  question: cleanText(limits.question),
});
