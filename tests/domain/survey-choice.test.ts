import { expect, test } from 'vitest';
import { emptyDraft, emptyItem, emptyRemedy } from '#app/content/foreign/foreign-draft.ts';
import { withChosen } from '#app/domain/survey-choice.ts';

/* Whoever imports a survey chooses its items; the draft keeps what it has. */

const item = (id: string, remedies: string[]) => ({ ...emptyItem(id, 'threshold'), remedies });
const draft = {
  ...emptyDraft(['nl']),
  name: { nl: 'Onze editie' },
  items: [item('own-a', ['own-r'])],
  remedies: [emptyRemedy('own-r')],
};
const survey = {
  ...emptyDraft(['nl', 'en']),
  name: { nl: 'Wasserij' },
  intro: { nl: 'Welkom' },
  items: [item('own-a', ['own-r', 'care-core']), item('own-a-2', ['own-s']), item('own-b', [])],
  remedies: [emptyRemedy('own-r'), emptyRemedy('own-s'), emptyRemedy('own-unused')],
};

test('only the chosen items come along, with their remedies under ids that are free', () => {
  const { items, remedies } = withChosen(draft, survey, ['own-a', 'own-a-2']);
  expect(items.map(({ id, remedies }) => [id, remedies])).toEqual([
    ['own-a', ['own-r']],
    ['own-a-3', ['own-r-2', 'care-core']],
    ['own-a-2', ['own-s']],
  ]);
  expect(remedies.map(({ id }) => id)).toEqual(['own-r', 'own-r-2', 'own-s']);
});

test('the draft keeps its name and languages, and takes an intro that it does not have', () => {
  const made = withChosen(draft, survey, []);
  expect(made).toEqual({ ...draft, intro: { nl: 'Welkom' } });
});
