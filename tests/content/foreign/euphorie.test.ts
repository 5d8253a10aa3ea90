import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readForeignSurvey } from '#app/content/foreign/foreign-survey.ts';

/* A survey of OiRA, as Euphorie exports it, becomes the draft of an edition. */

const limits = { short: 120, title: 200, text: 1000, intro: 2000, links: 10 };
const read = (text: string) => {
  const survey = readForeignSurvey('survey.xml', text, { language: 'nl', limits });
  if (!survey.ok) throw new Error(JSON.stringify(survey.refusals));
  return survey;
};
const laundry = readFileSync(new URL('laundry.xml', import.meta.url), 'utf8');
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

describe('a survey', () => {
  const { content, chapters, notes, format } = read(laundry);
  const [night, bag] = content.items;
  const countOf = (message: string) => notes.find((one) => one.message === `foreign-note.${message}`)?.values.count;

  test('is known by what it says, and its language by its first part', () => {
    expect(format).toBe('euphorie');
    expect(content.languages).toEqual(['nl']);
    expect(content.name).toEqual({ nl: 'Werken in de wasserij' });
    expect(content.intro).toEqual({ nl: 'Welkom. Loop samen de werkvloer af.' });
  });

  test('gives an item for each risk with a title, also in profile questions and modules in modules', () => {
    expect(content.items.map(({ title }) => title.nl)).toEqual([
      "Niemand werkt 's nachts alleen.",
      'Een zak weegt minder dan 15 kg.',
      'De vloer is droog.',
    ]);
    expect(content.items.every(({ kind, dimension }) => kind === 'threshold' && dimension === 'safety')).toBe(true);
    expect(countOf('no-title')).toBe(2);
  });

  test('says which risks stand in the same module, by the title of that module', () => {
    expect(chapters).toEqual([
      { title: { nl: 'Nachtwerk' }, items: [night?.id] },
      { title: { nl: 'Zakken' }, items: [bag?.id, content.items[2]?.id] },
    ]);
  });

  test('keeps the words of its texts and the address of a link, and no markup, script or picture', () => {
    expect(bag?.negative).toEqual({ nl: 'Er zijn zakken van meer dan 15 kg.' });
    expect(bag?.why).toEqual({ nl: 'Een zware zak belast de rug.\n- Tillen;\n- draaien.' });
    expect(bag?.source).toEqual({ nl: 'Zie de brochure (https://example.com/rug).' });
    expect(countOf('pictures')).toBe(2);
    expect(JSON.stringify(content)).not.toContain('R0lG');
  });

  test('makes remedies of the standard solutions, each sentence once', () => {
    expect(content.remedies.map(({ title, week, quarter, who }) => [title.nl, week.nl, quarter.nl, who.nl])).toEqual([
      ['Kleinere zakken', undefined, undefined, undefined],
      ['Een kar', 'Meet de hoogte.', 'Koop een kar die hoog genoeg is.', 'De ploegleider.'],
    ]);
    expect(bag?.remedies).toEqual(content.remedies.map(({ id }) => id));
  });

  test('invents nothing that an item needs', () => {
    expect(night).toMatchObject({
      anchors: [{}, {}, {}, {}],
      why: {},
      source: {},
      example: {},
      lookAt: {},
      remedies: [],
    });
    expect(content.contacts).toEqual([]);
  });

  test('never brings over who keeps it, nor a password', () => {
    expect(countOf('account')).toBe(2);
    expect(JSON.stringify({ content, notes })).not.toMatch(/geheim-woord|Voorbeeld|an@example/);
  });

  test('says what was lost, with the line', () => {
    const lost = ['evaluation', 'not-applicable', 'existing-measures', 'risk-type', 'module-question', 'module-text'];
    expect(lost.map(countOf)).toEqual([1, 1, 1, 2, 2, 2]);
    expect(['garbled', 'epilogue', 'markup'].map(countOf)).toEqual([1, 1, 7]);
    expect(notes.filter(({ message }) => message === 'foreign-note.module')).toEqual([
      { line: 11, message: 'foreign-note.module', values: { title: 'Nachtwerk', count: 1 } },
      { line: 25, message: 'foreign-note.module', values: { title: 'Zakken', count: 3 } },
    ]);
  });
});

describe('any survey', () => {
  const word = fc.stringMatching(/^[A-Za-zé<>&0-9]{1,12}$/);
  const title = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));

  test('has the title of every risk in the draft, under an id that is nobody else’s', () => {
    fc.assert(
      fc.property(fc.array(title, { minLength: 1, maxLength: 12 }), (titles) => {
        const risks = titles.map((one) => `<risk><title>${escaped(one)}</title></risk>`).join('');
        const { content } = read(`<survey><language>nl</language><module><title>m</title>${risks}</module></survey>`);
        expect(content.items.map((one) => one.title.nl)).toEqual(titles);
        const ids = content.items.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.every((id) => id.length <= 60 && /^own-[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toBe(true);
      }),
    );
  });

  test('has every item in one chapter, in the order of the file', () => {
    const risks = fc.array(
      title.map((one) => `<risk><title>${escaped(one)}</title></risk>`),
      { maxLength: 3 },
    );
    const modules = fc.array(fc.tuple(fc.boolean(), title, risks, risks), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(risks, modules, (loose, all) => {
        const inModules = all.map(
          ([titled, name, own, deeper]) =>
            `<module>${titled ? `<title>${escaped(name)}</title>` : ''}${own.join('')}<module>${deeper.join('')}</module></module>`,
        );
        const source = `<survey><language>nl</language><risk><title>x</title></risk>${loose.join('')}${inModules.join('')}</survey>`;
        const { content, chapters } = read(source);
        expect(chapters.flatMap(({ items }) => items)).toEqual(content.items.map(({ id }) => id));
      }),
    );
  });

  test('has no text longer than an edition takes, and says how many were cut', () => {
    const long = 'woord '.repeat(400);
    const { content, notes } = read(
      `<survey><language>nl</language><risk><title>${long}</title><description>${long}</description></risk></survey>`,
    );
    expect(content.items[0]?.title.nl?.length).toBeLessThanOrEqual(limits.title);
    expect(content.items[0]?.why.nl?.length).toBeLessThanOrEqual(limits.text);
    expect(content.items[0]?.why.nl).toMatch(/^(woord )+…$/);
    expect(notes.find(({ message }) => message === 'foreign-note.shortened')?.values).toEqual({ count: 2 });
  });

  test('in no language of ours is refused; without a language it is in the one of the reader', () => {
    const french = '<survey>\n<language>fr</language><risk><title>x</title></risk></survey>';
    expect(readForeignSurvey('a.xml', french, { language: 'nl', limits })).toEqual({
      ok: false,
      refusals: [{ line: 2, message: 'foreign-refusal.language', values: { line: 2, language: 'fr' } }],
    });
    expect(read(french.replace(/<language.*language>/, '')).content.languages).toEqual(['nl']);
  });
});
