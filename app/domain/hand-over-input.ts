import * as z from 'zod/mini';
import { emailInput } from './sign-in-input.ts';

/** To whom a take-over link is mailed; empty for nobody. */
export const handOverInput = z.object({ email: z._default(z.union([z.literal(''), emailInput], 'error.email'), '') });
