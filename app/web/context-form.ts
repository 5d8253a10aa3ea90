import type { Checklist } from '#app/domain/checklist.ts';
import { type ContextInput, contextInput, unknownOptions } from '#app/domain/context-input.ts';
import type { FormResult } from '#app/domain/posted-form.ts';
import { checkForm, postedForm, typedValues } from './form.ts';

/** The posted context questions, checked against the options of this checklist. */
export async function readContextForm(request: Request, checklist: Checklist): Promise<FormResult<ContextInput>> {
  return checkContext(await postedForm(request), checklist);
}

export function checkContext(posted: FormData, checklist: Checklist): FormResult<ContextInput> {
  const values = typedValues(posted, ['shifts']);
  const form = checkForm(values, contextInput);
  if (!form.ok) return form;
  const unknown = unknownOptions(checklist, form.data);
  if (unknown.length === 0) return form;
  const errors = Object.fromEntries(
    unknown.map((name) => [name, { type: 'server' as const, message: 'error.option' }]),
  );
  return { ok: false, values, errors };
}
