import * as z from 'zod/mini';
import { hasIdentityHint } from './identity-hints.ts';

/**
 * Typed texts are about a job and a workplace, never about a candidate (product: what is assessed). A text that looks
 * like something about a person comes back once; who says that it is not about a candidate may keep it.
 */

/** The checkbox beside a text that came back. */
export const keepName = (field: string): string => `keep-${field}`;

/** Whether a text may stand: it does not point to a person, or it was confirmed that it is not about one. */
export const mayStand = (values: Record<string, unknown>, field: string): boolean =>
  !hasIdentityHint(String(values[field] ?? '')) || values[keepName(field)] === 'yes';

/** A form in which these fields are typed freely; in the browser and in the action they ask for the same second look. */
export const textForm = <S extends z.core.$ZodLooseShape>(shape: S, texts: readonly (keyof S & string)[]) =>
  z.pipe(
    z
      .object({ ...shape, ...Object.fromEntries(texts.map((name) => [keepName(name), keepBox])) } as S)
      .check(
        ...texts.map((name) =>
          z.refine((one) => mayStand(one as Record<string, unknown>, name), { error: 'error.identity', path: [name] }),
        ),
      ),
    z.transform((one) => withoutBoxes(one, texts)),
  );

const keepBox = z._default(z.string(), '');

const withoutBoxes = <T extends object>(one: T, texts: readonly string[]): T => {
  const boxes = texts.map(keepName);
  return Object.fromEntries(Object.entries(one).filter(([name]) => !boxes.includes(name))) as T;
};
