/** A form as it was posted, in shapes that survive JSON. */

/** What was typed, by field; repeated fields as a list. Files and unknown fields are left out. */
export type Typed = Record<string, string | string[]>;
/** Message keys by field, in the shape that react-hook-form takes. */
export type FormErrors = Record<string, { type: 'server'; message: string }>;
export type FailedForm = { ok: false; values: Typed; errors: FormErrors };
export type FormResult<T> = { ok: true; data: T } | FailedForm;
