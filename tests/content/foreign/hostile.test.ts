import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { largestForeignFile, readForeignSurvey } from '#app/content/foreign/foreign-survey.ts';
import { readWords } from '#app/content/words.ts';
import { translator } from '#app/domain/words.ts';
import { root } from '../../support/root.ts';

/* A file that is broken, or made to do harm, is refused with the line and in words; it never hangs and never throws. */

const limits = { short: 120, title: 200, text: 1000, intro: 2000, links: 10 };
const read = (name: string, text: string) => readForeignSurvey(name, text, { language: 'nl', limits });
const words = readWords(root);
const fileOf = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const [laundry, roster] = [fileOf('laundry.xml'), fileOf('roster.yaml')];
const library = (name: string) =>
  `locale: en\nobjects:\n  framework:\n    requirement_nodes:\n    - {assessable: true, name: ${name}}\n`;

const laughs = `<!DOCTYPE survey [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>\n<survey><title>&b;</title></survey>`;
const external = '<?xml version="1.0"?>\n<!DOCTYPE s SYSTEM "file:///etc/passwd">\n<survey><title>&x;</title></survey>';
const aliasBomb = [
  'a: &a [x, x, x, x]',
  ...[...'bcdefghijk'].map((one, at) => `${one}: &${one} [${`*${'abcdefghij'[at]}, `.repeat(8)}]`),
];

const hostile: [string, string, string, number, string][] = [
  ['laughs a billion times', 'a.xml', laughs, 1, 'doctype'],
  ['asks for a file of ours', 'a.xml', external, 2, 'doctype'],
  ['uses a sign that nobody defined', 'a.xml', '<survey>\n<title>&xxe;</title></survey>', 2, 'xml'],
  ['declares an entity in the middle', 'a.xml', '<survey>\n<!ENTITY a "b"></survey>', 2, 'xml'],
  ['opens without end', 'a.xml', '<a>'.repeat(100_000), 1, 'too-deep'],
  ['has endless elements', 'a.xml', `<survey>${'<risk/>'.repeat(50_000)}</survey>`, 1, 'too-many'],
  ['has a huge attribute', 'a.xml', `<survey a="${'x'.repeat(20_000)}"/>`, 1, 'attributes'],
  [
    'has attributes without end',
    'a.xml',
    `<survey ${Array.from({ length: 50 }, (_, at) => `a${at}="x"`).join(' ')}/>`,
    1,
    'attributes',
  ],
  ['stops halfway', 'a.xml', laundry.slice(0, 1500), laundry.slice(0, 1500).split('\n').length, 'xml'],
  ['is XML of something else', 'a.xml', '<html><body/></html>', 1, 'not-survey'],
  ['holds no risk', 'a.xml', '<survey><language>nl</language></survey>', 1, 'nothing'],
  ['nests lists without end', 'a.yaml', '['.repeat(1_000_000), 1, 'too-deep'],
  ['nests lists on one line', 'a.yaml', '- '.repeat(500_000), 1, 'too-deep'],
  [
    'nests maps line by line',
    'a.yaml',
    Array.from({ length: 60 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
    41,
    'too-deep',
  ],
  [
    'has keys without end',
    'a.yaml',
    Array.from({ length: 100_000 }, (_, at) => `k${at}: 1`).join('\n'),
    17_143,
    'too-many',
  ],
  ['is one text of lines', 'a.yaml', `a: "${'word\n  '.repeat(20_000)}"`, 1, 'too-long'],
  ['is one folded text without words', 'a.yaml', `a: >\n${'\n'.repeat(20_000)}  x`, 2, 'too-long'],
  ['is one text without end', 'a.yaml', `a:\n  ${'x'.repeat(1_900_000)}`, 2, 'too-long'],
  ['has texts of empty lines', 'a.yaml', `a: >\n${'\n'.repeat(10_000)}  x\n`.repeat(6), 50_011, 'too-many'],
  ['multiplies aliases', 'a.yaml', aliasBomb.join('\n'), 1, 'aliases'],
  ['has aliases without end', 'a.yaml', `a: &a x\nb: [${'*a, '.repeat(500)}]`, 2, 'aliases'],
  ['stops in the middle of a text', 'a.yaml', 'locale: en\nname: "Fair', 2, 'yaml'],
  ['is YAML of something else', 'a.yaml', 'languages: [nl]\nitems: []\n', 1, 'not-library'],
  [
    'has a text for a list',
    'a.yaml',
    'locale: en\nobjects:\n  framework:\n    requirement_nodes: none\n',
    4,
    'not-library',
  ],
  ['was saved as UTF-16', 'a.xml', Buffer.from(laundry, 'utf16le').toString('utf8'), 1, 'characters'],
  [
    'was saved as Latin 1',
    'a.yaml',
    Buffer.from('locale: en\nname: café\n', 'latin1').toString('utf8'),
    2,
    'characters',
  ],
  ['is no text', 'survey.xlsx', 'PK\u0003\u0004', 1, 'characters'],
  ['is a text of another kind', 'survey.txt', 'Dag allemaal', 1, 'format'],
  ['is one byte too big', 'a.yaml', 'x'.repeat(largestForeignFile + 1), 1, 'too-big'],
];

/** Milliseconds, for a machine that does much else: some of these files are as big as allowed. */
const timeout = 60_000;

describe('a file is refused that', { timeout }, () => {
  test.each(hostile)('%s', (_, name, text, line, message) => {
    const survey = read(name, text);
    expect(survey).toMatchObject({ ok: false, refusals: [{ line, message: `foreign-refusal.${message}` }] });
  });
});

describe('a file is read that', { timeout }, () => {
  test('is as big as allowed', () => {
    const text = library('Hello');
    expect(read('a.yaml', text + '#'.repeat(largestForeignFile - text.length)).ok).toBe(true);
  });

  test('says nothing but stops and spaces, at length', () => {
    const solution = `<solution><description>Lift</description><action>${'. '.repeat(900_000)}x</action></solution>`;
    const risk = `<risk><title>x</title><solutions>${solution}</solutions></risk>`;
    expect(read('a.xml', `<survey><language>nl</language>${risk}</survey>`).ok).toBe(true);
    expect(read('a.yaml', library(`"Lift${' '.repeat(19_000)}x"`)).ok).toBe(true);
  });

  test('starts with a byte order mark', () => {
    expect(read('a.xml', `\uFEFF${laundry}`).ok).toBe(true);
    expect(read('a.yaml', `\uFEFF${roster}`).ok).toBe(true);
  });

  test('hides signs that cannot be stored: they are left out', () => {
    const survey = read('a.yaml', library('"Hel\\0lo\\ud800"'));
    expect(survey.ok && survey.content.items[0]?.title.en).toMatch(/^Hello\uFFFD?$/);
  });

  test('names the things of the machine: nothing but words comes of it', () => {
    const survey = read('a.yaml', library('constructor').replace('assessable', '__proto__: {x: y}, assessable'));
    expect(survey.ok && survey.content.items[0]?.title).toEqual({ en: 'constructor' });
    expect(({} as { x?: string }).x).toBeUndefined();
  });
});

test('a good file that was damaged anywhere is read or refused, and never throws', { timeout }, () => {
  fc.assert(
    fc.property(fc.constantFrom(laundry, roster), fc.nat(), fc.nat(), fc.string(), (file, from, length, put) => {
      const start = from % file.length;
      const changed = file.slice(0, start) + put + file.slice(start + (length % 200));
      expect(typeof read(file === laundry ? 'a.xml' : 'a.yaml', changed).ok).toBe('boolean');
    }),
    { numRuns: 100 },
  );
});

test.each(['nl', 'en'] as const)(
  'whatever is said about a file stands in words, without holes: %s',
  { timeout },
  (language) => {
    const t = translator(language, words[language]);
    const surveys = [
      ...hostile.map(([, name, text]) => read(name, text)),
      read('a.xml', laundry),
      read('a.yaml', roster),
    ];
    const said = surveys.flatMap((one) => (one.ok ? one.notes : one.refusals));
    expect(said.length).toBeGreaterThan(hostile.length + 20);
    for (const { message, values } of said) expect(t(message, values)).not.toMatch(/^foreign-|\{\w+\}/);
  },
);
