import { cleanText, limits, neededText } from './answer-input.ts';
import { textForm } from './kept-text.ts';

/** Asking a colleague one question: how they are called on screen, and a word to go with it. */
export const askInput = textForm(
  {
    who: neededText(limits.label),
    question: cleanText(limits.question),
  },
  ['question'],
);
