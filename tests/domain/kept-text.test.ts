import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { textForm } from '#app/domain/kept-text.ts';

const pointing = 'Bel mij op jan.peeters@voorbeeld.be';
const form = textForm({ title: z.string().check(z.minLength(1, 'error.needed')), note: z.string() }, ['title', 'note']);
const messages = (values: Record<string, string>) => {
  const parsed = form.safeParse(values);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path[0], message]);
};

test('a text that points to a person comes back, with the message at its own field', () => {
  expect(messages({ title: 'Onthaalkaart', note: pointing })).toEqual([['note', 'error.identity']]);
  expect(messages({ title: pointing, note: pointing })).toEqual([
    ['title', 'error.identity'],
    ['note', 'error.identity'],
  ]);
});

test('it may be kept by who says that it is not about a candidate, field by field', () => {
  const values = { title: 'Onthaalkaart', note: pointing, 'keep-note': 'yes' };
  expect(messages(values)).toEqual([]);
  expect(messages({ ...values, title: pointing })).toEqual([['title', 'error.identity']]);
  expect(messages({ ...values, 'keep-note': 'no' })).toEqual([['note', 'error.identity']]);
});

test('what was ticked is no part of what is kept', () => {
  const values = { title: 'Onthaalkaart', note: pointing };
  expect(form.parse({ ...values, 'keep-note': 'yes', 'keep-other': 'yes', more: 'no' })).toEqual(values);
});

test('any other text passes, and another mistake is said at the same time', () => {
  expect(messages({ title: 'Onthaalkaart', note: 'De takenkaart hangt aan de deur.' })).toEqual([]);
  expect(messages({ title: '', note: pointing })).toEqual([
    ['title', 'error.needed'],
    ['note', 'error.identity'],
  ]);
});
