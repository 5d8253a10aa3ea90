import { describe, expect, test } from 'vitest';
import { readLibrary } from '#app/content/library.ts';
import { readWords } from '#app/content/words.ts';
import { type Language, languages } from '#app/domain/checklist.ts';
import { findingsOf } from '#app/domain/pilot-findings.ts';
import { allPhases } from '#app/domain/pilot-phase.ts';
import { publicStory, wholeStory } from '#app/domain/pilot-story.ts';
import { translator } from '#app/domain/words.ts';
import { pilotFormats } from '#app/exports/pilot-report.server.ts';
import { drawStory } from '#app/web/pilot-story.server.ts';
import type { Services } from '#app/web/services.ts';
import { buildPilot } from '../support/pilot.ts';
import { root } from '../support/root.ts';
import { occurs } from './occurs.ts';
import { docxText } from './office-text.ts';
import { pdfSource, pdfText } from './pdf-text.ts';

const { library } = readLibrary(root);
const words = readWords(root);
const services = {
  translate: { nl: translator('nl', words.nl), en: translator('en', words.en) },
  findCore: (ref: string, language: Language) => library.checklists[ref]?.[language] ?? null,
  findGuidance: (language: Language) => library.guidance[language],
  findPilots: (language: Language) => library.pilots[language],
} as unknown as Services;
const items = library.checklists['care@1']?.nl.items ?? [];
const readers = { pdf: pdfText, docx: docxText };

const hostile: Record<string, string> = {
  'plain words': 'We spraken af met de ploeg.',
  emoji: 'Goed 👍🏽 samen ❤️ klaar',
  'right to left': 'Tekst العربية ועברית einde',
  'line ends': 'eerste regel\nTweede regel\n\nvierde regel',
  'typst syntax': '#panic() $x$ *vet* _it_ = kop @ref <label> // niets /* x */ \\ `raw`',
  markup: '<script>alert("x")</script> &amp; <w:t>]]> {{x}} {page}',
  'one word without end': 'Zandzeepsodemineralenwater'.repeat(8),
  'many words': Array.from({ length: 600 }, (_, at) => `woord${at}`).join(' '),
};
const fields = ['title', 'setting', 'question', 'name', 'contribution', 'note', 'entry', 'lesson', 'origin'] as const;

/** A pilot in which everything that can be typed is this text, with its field. */
function typedPilot(text: string) {
  const typed = Object.fromEntries(fields.map((field) => [field, `${field}: ${text}`])) as Record<
    (typeof fields)[number],
    string
  >;
  const whole = buildPilot(
    {
      phases: allPhases([
        { phase: 2, status: 'done', deliverables: ['carved-job'], note: typed.note, doneOn: '2026-02-01' },
      ]),
      partners: [
        {
          id: 'p',
          kind: 'employer',
          name: typed.name,
          contribution: typed.contribution,
          confirmedHash: null,
          confirmedAt: null,
        },
      ],
      entries: [{ id: 'e', phase: 7, day: '2026-02-03', note: typed.entry }],
      lessons: [{ id: 'l', kind: 'did-not-work', note: typed.lesson, item: 'buddy-each-shift', origin: typed.origin }],
    },
    { title: typed.title, setting: typed.setting, question: typed.question },
  );
  return { whole, typed };
}

const found = findingsOf(
  items,
  [
    {
      handIns: [
        { level: 2, items: { 'guide-ready': 'not-yet' } },
        { level: 3, items: { 'guide-ready': 'in-place' } },
      ],
    },
  ],
  [
    {
      ...{ phase: 'closed', hired: true, outcome: 'contract-lasting' },
      thresholds: [
        { id: 'a', item: 'travel-early', lowered: false },
        { id: 'b', item: 'guide-ready', lowered: false },
      ],
      tried: [{ thresholdId: 'a', remedy: null, helped: 'partly' }],
    },
  ],
);
const told = { organisation: 'Het Windscherm', checklistRef: 'care@1', findings: found };
const draw = (language: Language, text = 'Gewoon') =>
  drawStory({ services, language }, wholeStory(typedPilot(text).whole, told), '2026-06-01');

describe.each(Object.entries(hostile))('%s', (_, text) => {
  test.each(pilotFormats)('everything that was typed can be read in $extension', async ({ extension, render }) => {
    const read = readers[extension](await render(draw('nl', text)));
    expect(Object.values(typedPilot(text).typed).filter((one) => !occurs(one, read))).toEqual([]);
  });
});

describe.each(languages)('in %s', (language) => {
  test('the PDF is tagged, keeps to PDF/UA-1, and has a title and its language', async () => {
    const source = pdfSource(await pilotFormats[0].render(draw(language)));
    expect(source).toContain('/StructTreeRoot');
    expect(source).toMatch(/pdfuaid:part>1</);
    expect(source).toMatch(new RegExp(`/Lang \\(${language}\\)`));
    expect(source).toMatch(/<dc:title>[\s\S]*title: Gewoon/);
  });

  test.each(pilotFormats)('$extension says what the page says', async ({ extension, render }) => {
    const report = draw(language);
    const read = readers[extension](await render(report));
    const said = report.parts.flatMap(({ heading, intro, blocks }) => [
      ...[heading, intro],
      ...blocks.flatMap((one) => [
        one.heading,
        one.tag,
        ...one.lists.flatMap(({ label, points }) => [label, ...points]),
      ]),
    ]);
    expect(said.length).toBeGreaterThan(40);
    expect(said.filter((one) => !occurs(one, read))).toEqual([]);
  });

  test('no word is missing: nothing reads as a key, and no hole is left', () => {
    const text = JSON.stringify({ ...draw(language), words: null });
    expect(text).not.toMatch(/pilot[\w-]*\.[a-z]|\{\w+\}|undefined/);
  });
});

test('it tells first what was asked and found, then what to do, and last how it went', () => {
  expect(draw('nl').parts.map(({ id }) => id)).toEqual([
    'summary',
    'lessons',
    'about',
    'prerequisites',
    'thresholds',
    'throughflow',
    'process',
  ]);
});

test('a pilot in which nothing was noted yet can be written down', async () => {
  const empty = { ...told, findings: findingsOf(items, [], []) };
  const report = drawStory({ services, language: 'nl' }, wholeStory(buildPilot(), empty), '2026-06-01');
  for (const { extension, render } of pilotFormats)
    expect(readers[extension](await render(report))).toContain('Linnen');
});

describe('of a threshold that was never lowered', () => {
  const ended = {
    nl: ['Niet verlaagd toen het traject eindigde', 'Kwam ook voor, en was niet verlaagd toen het traject eindigde'],
    en: ['Not lowered when the placement ended', 'Occurred as well, and was not lowered when the placement ended'],
  };
  const standing = { nl: /[Ss]taat (er )?nog|in de weg/, en: /[Ss]till (there|in the way)/ };
  const notRemoved = { nl: 'Niet verlaagd', en: 'Not lowered' };

  test.each(languages)(
    'partners read in %s that it stood when the placement ended, on page and paper',
    async (language) => {
      const report = draw(language);
      const texts = [JSON.stringify(report.parts)];
      for (const { extension, render } of pilotFormats) texts.push(await readers[extension](await render(report)));
      for (const text of texts) {
        for (const said of ended[language]) expect(occurs(said, text), said).toBe(true);
        expect(text).not.toMatch(standing[language]);
      }
    },
  );

  test.each(languages)(
    'everyone reads in %s that it was not lowered, and not whether the placement goes on',
    (language) => {
      const story = publicStory(typedPilot('x').whole, told);
      const text = JSON.stringify(drawStory({ services, language }, story, '2026-06-01').parts);
      expect(text).toContain(notRemoved[language]);
      expect(text).not.toMatch(standing[language]);
      for (const said of ended[language]) expect(text).not.toContain(said);
    },
  );
});

test('what everyone reads holds no journal, no day of a phase and no exact count of placements', () => {
  const report = drawStory({ services, language: 'nl' }, publicStory(typedPilot('x').whole, told), '2026-06-01');
  const text = JSON.stringify(report.parts);
  for (const secret of ['entry: x', '1 februari 2026', '3 februari 2026', 'Twaalf maanden', '1 traject'])
    expect(text, secret).not.toContain(secret);
  expect(text).toContain('Minder dan tien trajecten');
});
