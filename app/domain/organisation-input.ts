import * as z from 'zod/mini';
import { cleanText, limits, neededText } from './answer-input.ts';
import { textForm } from './kept-text.ts';
import { organisationKinds, organisationRoles } from './organisation.ts';
import { emailInput } from './sign-in-input.ts';

const organisationName = neededText(limits.label);
const role = z.enum(organisationRoles, 'error.choose');

/** A new organisation: its kind and name, and how its first owner is called on screen (a function). */
export const organisationInput = textForm(
  {
    kind: z.enum(organisationKinds, 'error.choose'),
    name: organisationName,
    label: cleanText(limits.label),
  },
  ['name', 'label'],
);

export const renameInput = textForm({ name: organisationName }, ['name']);

/** Who is invited, and as what. */
export const invitationInput = z.object({ email: emailInput, role });

/** How somebody is called on screen: a function, never a name. */
export const labelInput = textForm({ label: cleanText(limits.label) }, ['label']);

export const roleInput = z.object({ role });
