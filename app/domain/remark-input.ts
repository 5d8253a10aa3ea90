import * as z from 'zod/mini';
import { cleanText, limits } from './answer-input.ts';
import { textForm } from './kept-text.ts';
import { remarkKinds } from './remark.ts';

/** A remark on an item, with a word to the toolbox's own editors. */
export const remarkInput = textForm({ kind: z.enum(remarkKinds, 'error.choose'), note: cleanText(limits.reason) }, [
  'note',
]);
