import * as z from 'zod/mini';
import { cleanText, limits, neededText } from './answer-input.ts';
import { longestSlug } from './campaign.ts';
import { textForm } from './kept-text.ts';

const title = neededText(limits.label);

/** A new campaign; an empty slug asks for one made of the title. */
export const campaignInput = textForm(
  {
    title,
    edition: z.string('error.choose').check(z.minLength(1, 'error.choose'), z.maxLength(64, 'error.choose')),
    slug: cleanText(longestSlug).check(z.toLowerCase(), z.regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, 'campaign-error.slug')),
  },
  ['title'],
);

export const campaignTitleInput = textForm({ title }, ['title']);
