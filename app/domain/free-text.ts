import * as z from 'zod/mini';
import { cleanText } from './answer-input.ts';
import { hasIdentityHint } from './identity-hints.ts';

/** Fields in which people type freely about work: no names, no health data (product: what is assessed). */

/** Ticked by who typed something that looks like a person, and says that it is not. */
export const confirmField = { notAboutAPerson: z._default(z.string(), '') };

/** Text that must say something, `longest` characters at most. */
export const neededText = (longest: number) => cleanText(longest).check(z.minLength(1, 'error.needed'));

/** Whether these texts may stand: nothing in them points to a person, or it was confirmed that it does not. */
export const isAboutWork = (texts: string[], { notAboutAPerson }: { notAboutAPerson: string }): boolean =>
  notAboutAPerson === 'yes' || !texts.some(hasIdentityHint);

/** The message, at the box that confirms. */
export const askToConfirm = { error: 'identity.hint', path: ['notAboutAPerson'] };
