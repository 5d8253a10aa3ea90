import * as z from 'zod/mini';
import { cleanText } from './answer-input.ts';
import { textForm } from './kept-text.ts';

/** What a job coach proposes: a remedy of the checklist, or words of their own. */
export const proposalInput = textForm(
  {
    remedy: z._default(z.string().check(z.maxLength(64, 'error.option')), ''),
    title: z._default(cleanText(200), ''),
    note: z._default(cleanText(2000), ''),
  },
  ['title', 'note'],
).check(z.refine((one) => one.remedy !== '' || one.title !== '', { error: 'propose.needed', path: ['title'] }));
