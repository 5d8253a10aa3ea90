import * as z from 'zod/mini';
import { limits, neededText } from './answer-input.ts';
import { textForm } from './kept-text.ts';
import { emailInput } from './sign-in-input.ts';

/** A link for a colleague, who answers in a voice, or for a reader. */
export const shareInput = textForm(
  {
    kind: z.enum(['colleague', 'reader'], 'error.choose'),
    voice: z._default(z.enum(['hr', 'team-lead'], 'error.option'), 'team-lead'),
    label: neededText(limits.label),
  },
  ['label'],
);
export const digestInput = z.object({ email: emailInput });
