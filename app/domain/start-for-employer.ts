import * as z from 'zod/mini';

/** Together: the coach notes what the employer says, as HR or as the team lead. Own: a job coach's view. */
export const starterVoices = ['hr', 'team-lead', 'job-coach'] as const;
export const starterInput = z.object({ voice: z.enum(starterVoices, 'error.choose') });
