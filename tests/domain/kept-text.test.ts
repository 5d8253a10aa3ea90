import { expect, test } from 'vitest';
import { unconfirmed, withSecondLook } from '#app/domain/kept-text.ts';

const pointing = 'Bel mij op jan.peeters@voorbeeld.be';

test('a text that points to a person comes back with what was typed', () => {
  const values = { note: pointing, title: 'Onthaalkaart' };
  expect(withSecondLook({ ok: true, data: values }, values, ['title', 'note'])).toEqual({
    ok: false,
    values,
    errors: { note: { type: 'server', message: 'error.identity' } },
  });
});

test('it may be kept by who says that it is not about a candidate, field by field', () => {
  expect(unconfirmed({ note: pointing, 'keep-note': 'yes', title: pointing }, ['title', 'note'])).toEqual(['title']);
});

test('any other text passes, and another mistake comes first', () => {
  const values = { note: 'De takenkaart hangt aan de deur.' };
  expect(withSecondLook({ ok: true, data: values }, values, ['note'])).toEqual({ ok: true, data: values });
  const failed = { ok: false as const, values: { note: pointing }, errors: {} };
  expect(withSecondLook(failed, failed.values, ['note'])).toBe(failed);
});
