import * as z from 'zod/mini';
import { roundKinds } from './round.ts';

/** What is chosen at hand-in: the id makes a double click one hand-in; `counted` is only ever ticked by hand. */
export const handInInput = z.object({
  id: z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/, 'error.text')),
  counted: z._default(z.union([z.literal('yes'), z.literal(''), z.literal(false)]), ''),
  kind: z._default(z.enum(roundKinds, 'error.option'), 'in-between'),
});
export type HandInInput = z.output<typeof handInInput>;
