import { zodResolver } from '@hookform/resolvers/zod';
import { type FormEvent, useEffect } from 'react';
import { type FieldErrors, type FieldValues, useForm } from 'react-hook-form';
import type { ZodMiniType } from 'zod/mini';
import type { FormErrors } from '#app/domain/posted-form.ts';

/**
 * The one form pattern: react-hook-form checks in the browser with the schema that the action uses, then the form is
 * posted as it is. Without JavaScript the action's own messages come back in `errors`. It gets no default values: it
 * takes what stands in the page, so what was chosen before the script ran is kept.
 */
export function useCheckedForm<T extends FieldValues>(schema: ZodMiniType<T, unknown>, errors: FormErrors | undefined) {
  const form = useForm<T>({
    resolver: zodResolver(schema as never) as never,
    ...(errors ? { errors: errors as unknown as FieldErrors<T> } : {}),
  });
  useEffect(() => {
    if (errors) document.getElementById('errors')?.focus();
  }, [errors]);
  return {
    register: form.register,
    errors: form.formState.errors,
    onSubmit: (event: FormEvent<HTMLFormElement>) => {
      const target = event.currentTarget;
      void form.handleSubmit(
        () => target.submit(),
        () => setTimeout(() => document.getElementById('errors')?.focus()),
      )(event);
    },
  };
}
