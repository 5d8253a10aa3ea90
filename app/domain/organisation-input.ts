import * as z from 'zod/mini';
import { cleanText, limits } from './answer-input.ts';
import { organisationKinds } from './organisation.ts';

/** A new organisation: its kind and name, and how its first owner is called on screen (a function). */
export const organisationInput = z.object({
  kind: z.enum(organisationKinds, 'error.choose'),
  name: cleanText(limits.label).check(z.minLength(1, 'error.needed')),
  label: cleanText(limits.label),
});
