import { expect, test } from 'vitest';
import { emptyDraft, emptyItem, emptyRemedy } from '#app/content/foreign/foreign-draft.ts';
import { editionLimits } from '#app/domain/edition-input.ts';
import { chaptersOf, inChapters, looseRemedies, roomIn, takeChosen, withChosen } from '#app/domain/survey-choice.ts';

/* Whoever imports a survey chooses its items and their remedies; the draft keeps what it has. */

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
  items: [item('own-a', ['own-r', 'care-core']), item('own-a-2', ['own-s', 'own-t']), item('own-b', [])],
  remedies: [emptyRemedy('own-r'), emptyRemedy('own-s'), emptyRemedy('own-t'), emptyRemedy('own-loose')],
};
const everyRemedy = survey.remedies.map(({ id }) => id);
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

test('items under one title stand in one chapter for each run of them', () => {
  const [lifting, night] = [{ nl: 'Tillen' }, { nl: 'Nacht' }];
  const found = [
    { id: 'own-a', chapter: lifting },
    { id: 'own-b', chapter: lifting },
    { id: 'own-c', chapter: night },
    { id: 'own-d', chapter: lifting },
  ];
  expect(chaptersOf(found)).toEqual([
    { title: lifting, items: ['own-a', 'own-b'] },
    { title: night, items: ['own-c'] },
    { title: lifting, items: ['own-d'] },
  ]);
});

test('every item is shown once, whatever the chapters say', () => {
  const [a, b, c] = [{ id: 'own-a' }, { id: 'own-b' }, { id: 'own-c' }];
  const chapters = [
    { title: { nl: 'Tillen' }, items: ['own-b', 'own-b', 'own-nobody'] },
    { title: { nl: 'Leeg' }, items: ['own-b'] },
  ];
  expect(inChapters([a, b, c], chapters)).toEqual([
    { title: { nl: 'Tillen' }, items: [b] },
    { title: {}, items: [a, c] },
  ]);
});

test('only the chosen items come along, with their chosen remedies, under ids that are free', () => {
  const remedies = ['own-r', 'own-s'];
  const made = withChosen(draft, survey, { items: ['own-a', 'own-a-2'], remedies });
  expect(made.items.map(({ id, remedies }) => [id, remedies])).toEqual([
    ['own-a', ['own-r']],
    ['own-a-3', ['own-r-2', 'care-core']],
    ['own-a-2', ['own-s']],
  ]);
  expect(ids(made.remedies)).toEqual(['own-r', 'own-r-2', 'own-s']);
});

test('a remedy of an item that stays behind stays with it; one that belongs to no item comes when it is chosen', () => {
  expect(ids(looseRemedies(survey))).toEqual(['own-loose']);
  const made = withChosen(draft, survey, { items: ['own-b'], remedies: everyRemedy });
  expect(ids(made.remedies)).toEqual(['own-r', 'own-loose']);
});

test('the draft keeps its name and languages, and takes an intro that it does not have', () => {
  const made = withChosen(draft, survey, { items: [], remedies: [] });
  expect(made).toEqual({ ...draft, intro: { nl: 'Welkom' } });
});

test('a language comes along only where nothing of the survey could be read without it', () => {
  const chosen = { items: ['own-b'], remedies: [] };
  expect(withChosen({ ...draft, languages: ['en'] }, survey, chosen).languages).toEqual(['en']);
  expect(withChosen(draft, { ...survey, languages: ['en'] }, chosen).languages).toEqual(['nl', 'en']);
});

test('a choice of nothing, or of what is not there, is refused', () => {
  for (const items of [[], ['own-nowhere']])
    expect(takeChosen(draft, survey, { items, remedies: everyRemedy.slice(0, 3) })).toMatchObject({
      ok: false,
      message: 'survey-choice.none',
    });
});

test('as much as fits is taken, and one more is refused with how much fits', () => {
  const many = (count: number, start: string) => Array.from({ length: count }, (_, at) => `${start}-${at}`);
  const room = roomIn(draft);
  expect(room).toEqual({ items: editionLimits.items - 1, remedies: editionLimits.remedies - 1 });
  const items = many(room.items + 1, 'own-item');
  const remedies = many(room.remedies + 1, 'own-remedy');
  const large = {
    ...survey,
    items: items.map((id, at) => item(id, remedies.slice(at * 2, at * 2 + 2))),
    remedies: remedies.map(emptyRemedy),
  };
  const taken = takeChosen(draft, large, { items: items.slice(1), remedies: remedies.slice(1) });
  expect(taken.ok && [taken.draft.items.length, taken.draft.remedies.length]).toEqual([12, 19]);
  expect(takeChosen(draft, large, { items, remedies: [] })).toEqual({
    ok: false,
    message: 'survey-choice.many-items',
    values: { count: room.items + 1, most: room.items },
  });
  expect(
    takeChosen(
      draft,
      { ...large, items: items.slice(1).map((id) => item(id, remedies.slice(0, 10))) },
      { items, remedies },
    ),
  ).toMatchObject({
    ok: false,
    message: 'survey-choice.many-remedies',
    values: { count: room.remedies + 1, most: room.remedies },
  });
});

test('what does not have the form of an edition is refused', () => {
  const odd = { ...survey, items: [item('Own Odd', [])] };
  expect(takeChosen(draft, odd, { items: ['Own Odd'], remedies: [] })).toMatchObject({
    ok: false,
    message: 'survey-choice.damaged',
  });
});
