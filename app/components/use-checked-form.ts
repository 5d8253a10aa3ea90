import { zodResolver } from '@hookform/resolvers/zod';
import { type FormEvent, useEffect } from 'react';
import { type FieldErrors, type FieldValues, type Path, type PathValue, useForm } from 'react-hook-form';
import type { ZodMiniType } from 'zod/mini';
import type { FormErrors } from '#app/domain/posted-form.ts';

/**
 * The one form pattern: react-hook-form checks in the browser with the schema that the action uses, then the form is
 * posted as it is. Without JavaScript the action's own messages come back in `errors`. The page keeps the values: they
 * are read when they are checked and never written, so what was chosen before the script ran stays chosen.
 */
export function useCheckedForm<T extends FieldValues>(schema: ZodMiniType<T, unknown>, errors: FormErrors | undefined) {
  const form = useForm<T>({
    resolver: zodResolver(schema as never) as never,
    shouldFocusError: false,
    ...(errors ? { errors: errors as unknown as FieldErrors<T> } : {}),
  });
  useEffect(() => {
    if (errors) document.getElementById('errors')?.focus();
  }, [errors]);
  const read = (target: HTMLFormElement) => {
    for (const [name, value] of valuesOf(target)) form.setValue(name as Path<T>, value as PathValue<T, Path<T>>);
  };
  return {
    errors: form.formState.errors,
    /** For each field: tells its name to the page and to the check. */
    register: (name: Path<T>) => {
      form.register(name);
      return { name };
    },
    handlers: {
      /** Once a check has failed, every change is checked again. */
      onChange: (event: FormEvent<HTMLFormElement>) => {
        if (!form.formState.isSubmitted) return;
        read(event.currentTarget);
        void form.trigger();
      },
      onSubmit: (event: FormEvent<HTMLFormElement>) => {
        const target = event.currentTarget;
        read(target);
        void form.handleSubmit(
          () => target.submit(),
          () => setTimeout(() => document.getElementById('errors')?.focus()),
        )(event);
      },
    },
  };
}

/** What stands in a form, by field: several checkboxes of one name are a list. */
function valuesOf(target: HTMLFormElement): Map<string, string | string[]> {
  const data = new FormData(target);
  const values = new Map<string, string | string[]>();
  for (const field of target.elements) {
    const name = field.getAttribute('name');
    if (!name) continue;
    const list = target.querySelectorAll(`input[type=checkbox][name="${CSS.escape(name)}"]`).length > 1;
    values.set(name, list ? data.getAll(name).map(String) : String(data.get(name) ?? ''));
  }
  return values;
}
