import * as z from 'zod/mini';

/** A typed code; whether it exists is looked up, not parsed. */
export const resumeInput = z.object({
  code: z.string('error.needed').check(z.trim(), z.minLength(1, 'error.needed'), z.maxLength(40, 'resume.unknown')),
});
