import { hasIdentityHint } from './identity-hints.ts';
import type { FormErrors, FormResult, Typed } from './posted-form.ts';

/**
 * Typed texts are about a job and a workplace, never about a candidate (product: what is assessed). A text that looks
 * like something about a person comes back once; who says that it is not about a candidate may keep it.
 */

/** The checkbox beside a text that came back. */
export const keepName = (field: string): string => `keep-${field}`;

/** The fields among these whose text points to a person and was not confirmed. */
export const unconfirmed = (values: Typed, fields: readonly string[]): string[] =>
  fields.filter((field) => {
    const text = values[field];
    return typeof text === 'string' && hasIdentityHint(text) && values[keepName(field)] !== 'yes';
  });

/** A form that may be stored, or the same form with the hint beside the fields that ask for a second look. */
export function withSecondLook<T>(form: FormResult<T>, values: Typed, fields: readonly string[]): FormResult<T> {
  const found = form.ok ? unconfirmed(values, fields) : [];
  if (found.length === 0) return form;
  const errors: FormErrors = Object.fromEntries(
    found.map((field) => [field, { type: 'server' as const, message: 'error.identity' }]),
  );
  return { ok: false, values, errors };
}
