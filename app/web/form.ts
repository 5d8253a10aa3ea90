import type { FieldValues } from 'react-hook-form';
import type { ZodMiniType } from 'zod/mini';
import type { FailedForm, FormErrors, FormResult, Typed } from '#app/domain/posted-form.ts';

/** The posted form; a body that is none, such as JSON or half a form, is refused with 400. */
export const postedForm = (request: Request): Promise<FormData> =>
  request.formData().catch(() => {
    throw new Response(null, { status: 400 });
  });

/**
 * Reads a posted form against a schema: the data, or what was typed with a message key per field.
 * Fields named in `lists` are always lists.
 */
export async function readForm<T extends FieldValues>(
  request: Request,
  schema: ZodMiniType<T, unknown>,
  lists: readonly string[] = [],
): Promise<FormResult<T>> {
  return checkForm(typedValues(await postedForm(request), lists), schema);
}

export function typedValues(form: FormData, lists: readonly string[] = []): Typed {
  const values: Typed = Object.create(null);
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name).filter((one): one is string => typeof one === 'string');
    values[name] = lists.includes(name) ? all : (all[0] ?? '');
  }
  for (const name of lists) values[name] ??= [];
  return { ...values };
}

export function checkForm<T extends FieldValues>(values: Typed, schema: ZodMiniType<T, unknown>): FormResult<T> {
  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true, data: parsed.data };
  const errors: FormErrors = {};
  for (const issue of parsed.error.issues) errors[String(issue.path[0])] ??= { type: 'server', message: issue.message };
  return { ok: false, values, errors };
}

/** A form that is well-formed but cannot be done: one message at one field. */
export const failForm = (values: Typed, field: string, message: string): FailedForm => ({
  ok: false,
  values,
  errors: { [field]: { type: 'server', message } },
});
