import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readForeignSurvey } from '#app/content/foreign/foreign-survey.ts';

/* A library of CISO Assistant becomes the draft of an edition. */

const limits = { short: 120, title: 200, text: 1000, intro: 2000, links: 10 };
const roster = readFileSync(new URL('roster.yaml', import.meta.url), 'utf8');
const read = (text: string) => readForeignSurvey('library.yaml', text, { language: 'nl', limits });

describe('a library', () => {
  const survey = read(roster);
  if (!survey.ok) throw new Error(JSON.stringify(survey.refusals));
  const { content, notes } = survey;
  const [ahead, row] = content.items;
  const noteOf = (message: string) => notes.find((one) => one.message === `foreign-note.${message}`)?.values;

  test('is offered in each language of ours that it speaks', () => {
    expect(content.languages).toEqual(['nl', 'en']);
    expect(content.name).toEqual({ nl: 'Eerlijke roosters', en: 'Fair rosters' });
    expect(content.intro.en).toBe('What a fair roster needs.\nMade for a test.');
    expect(noteOf('other-languages')).toEqual({ languages: 'fr' });
  });

  test('gives an item for each requirement that can be assessed, with its number as it is written', () => {
    expect(content.items.map(({ id }) => id)).toEqual(['own-1-10', 'own-1-2']);
    expect(ahead).toMatchObject({
      kind: 'prerequisite',
      title: { nl: 'Het rooster is twee weken vooraf bekend.', en: 'The roster is known two weeks ahead.' },
      why: { nl: 'Mensen kunnen hun leven plannen.', en: 'People can plan their lives.\nAlso in summer.' },
      source: { nl: 'Eerlijke roosters, 1.10', en: 'Fair rosters, 1.10' },
      lookAt: { en: 'The roster on the wall.' },
      negative: {},
      anchors: [{}, {}, {}, {}],
      remedies: ['own-vaste-dagen'],
    });
  });

  test('says which requirements stand under the same heading', () => {
    expect(survey.chapters).toEqual([{ title: { en: 'Planning' }, items: ['own-1-10', 'own-1-2'] }]);
  });

  test('takes the description as the title where there is no name', () => {
    expect(row).toMatchObject({ title: { en: 'Nobody works more than five days in a row.' }, why: {} });
    expect(noteOf('title-from-description')).toEqual({ count: 1 });
    expect(noteOf('no-translation')).toEqual({ count: 1 });
  });

  test('makes remedies of its reference controls', () => {
    expect(content.remedies).toMatchObject([
      {
        id: 'own-vaste-dagen',
        title: { nl: 'Vaste dagen', en: 'Fixed days' },
        quarter: { nl: 'Geef iedereen vaste dagen.', en: 'Give everyone fixed days.' },
      },
    ]);
    expect(noteOf('control-elsewhere')).toEqual({ count: 1 });
  });

  test('says what was lost, and whose words they are', () => {
    const lost = ['heading', 'implementation-groups', 'questions', 'threats', 'scores', 'no-title'];
    expect(lost.map((one) => noteOf(one)?.count)).toEqual([1, 1, 1, 2, 1, 2]);
    expect(noteOf('copyright')).toEqual({ text: 'Example organisation, free to use' });
    expect(notes.find(({ message }) => message === 'foreign-note.heading')?.line).toBe(43);
  });

  test('in other languages alone is refused', () => {
    const french = 'locale: fr\nobjects:\n  framework:\n    requirement_nodes: [{assessable: true, name: Bonjour}]\n';
    expect(read(french)).toMatchObject({ ok: false, refusals: [{ message: 'foreign-refusal.language', line: 1 }] });
  });
});
