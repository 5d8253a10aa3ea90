import * as z from 'zod/mini';

/** Minutes that a mailed link works. */
export const signInMinutes = 10;

/** An address to mail a link to. */
export const emailInput = z
  .string('error.email')
  .check(z.trim(), z.toLowerCase(), z.maxLength(200, 'error.too-long'), z.email('error.email'));

export const signInInput = z.object({ email: emailInput, next: z._default(z.string(), '') });

/**
 * A path of ours to go to after signing in; anything else becomes empty. No host, no backslash, no line break: browsers
 * read //host and /\\host as another site.
 */
export const ownPath = (next: string): string => (/^\/(?![/\\])[\w\-/.?=&%~]*$/.test(next) ? next.slice(0, 500) : '');
