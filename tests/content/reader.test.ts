import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { contentProblems } from '#app/content/problems.ts';

/* A mistake in content is reported with file, line and what was expected. */

const folder = mkdtempSync(join(tmpdir(), 'toolbox-content-'));
const original = fileURLToPath(new URL('../../content', import.meta.url));
afterAll(() => rmSync(folder, { recursive: true }));

/** The problems of a copy in which one file was changed. */
function problemsAfter(file: string, change: (text: string) => string): string[] {
  rmSync(join(folder, 'content'), { recursive: true, force: true });
  cpSync(original, join(folder, 'content'), { recursive: true, filter: (path) => !path.includes('fonts') });
  const path = join(folder, 'content', file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  return contentProblems(folder);
}

const care = 'checklists/care/1.yaml';
const lineOf = (file: string, text: string) =>
  readFileSync(join(original, file), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1;
const swap = (from: string, to: string) => (text: string) => text.replace(from, to);

test('content as it is has no problem', () => {
  expect(problemsAfter(care, (text) => text)).toEqual([]);
});

test.each([
  ['a mistake in YAML', care, swap('name: Zorg', 'name: "Zorg'), /^content\/checklists\/care\/1\.yaml:\d+: /],
  ['a field that is missing', care, swap('tagline:', 'tagline-x:'), /care\/1\.yaml:\d+: .*tagline/],
  ['a level that does not exist', care, swap('neededBy: 2', 'neededBy: 7'), /expected a level from 2 to 5/],
  [
    'a remedy that does not exist',
    care,
    swap('id: charter-with-sponsor', 'id: no-such-remedy'),
    /no remedy no-such-remedy in remedies\.yaml/,
  ],
  ['a source that does not exist', care, swap('sources: [', 'sources: [s999, '), /no source s999 in sources\.yaml/],
  [
    'an option that does not exist',
    care,
    swap('subSector: [', 'subSector: [no-such-option, '),
    /subSector has no option no-such-option/,
  ],
  ['an id that is used twice', care, swap('id: team-heard', 'id: goal-backed'), /goal-backed: this id is used twice/],
  [
    'a translation that is missing',
    'checklists/care/1.en.yaml',
    swap('  goal-backed:', '  goal-backed-x:'),
    /care\/1\.en\.yaml:1: items\.goal-backed: the words are missing/,
  ],
  [
    'words for a remedy that does not exist',
    'remedies.en.yaml',
    swap('charter-with-sponsor:', 'another-charter:'),
    /another-charter: no such id in remedies\.yaml/,
  ],
  [
    'a date that is none',
    'instruments.yaml',
    swap('checked: 2026-11-23', 'checked: gisteren'),
    /instruments\.yaml:\d+: .*expected a date as YYYY-MM-DD/,
  ],
  [
    'an address that is not https',
    'sources.yaml',
    swap('url: https://', 'url: http://'),
    /sources\.yaml:\d+: .*expected an https address/,
  ],
])('%s is named', (_name, file, change, expected) => {
  const problems = problemsAfter(file, change);
  expect(problems.length).toBeGreaterThan(0);
  expect(
    problems.some((one) => expected.test(one)),
    problems.slice(0, 3).join('\n'),
  ).toBe(true);
});

test('the line is the line of the mistake', () => {
  const line = lineOf(care, 'neededBy: 2');
  const [problem] = problemsAfter(care, swap('neededBy: 2', 'neededBy: 7'));
  expect(problem).toContain(`care/1.yaml:${line}: `);
});

test('a file that is missing is named', () => {
  const problems = problemsAfter('levels.yaml', (text) => text);
  expect(problems).toEqual([]);
  renameSync(join(folder, 'content/levels.yaml'), join(folder, 'content/levels.gone'));
  expect(contentProblems(folder)[0]).toContain('content/levels.yaml:1: this file is missing');
});

test('a published version that changed is named', () => {
  expect(problemsAfter(care, swap('name: Zorg', 'name: Zorgsector'))).toEqual([
    'care@1: a published version changed; make the next version instead',
  ]);
});

test('a remedy that nobody uses is named', () => {
  const unused =
    '\n- { id: nobody-needs-me, effort: 1, instruments: [], title: Niets, week: Niets doen, quarter: Nog niets, who: Niemand, call: Niemand }\n';
  rmSync(join(folder, 'content'), { recursive: true, force: true });
  cpSync(original, join(folder, 'content'), { recursive: true, filter: (path) => !path.includes('fonts') });
  for (const [file, text] of [
    ['remedies.yaml', unused],
    [
      'remedies.en.yaml',
      '\nnobody-needs-me: { title: Nothing, week: Do nothing, quarter: Still nothing, who: Nobody, call: Nobody }\n',
    ],
  ] as const)
    writeFileSync(join(folder, 'content', file), readFileSync(join(original, file), 'utf8') + text);
  expect(contentProblems(folder)).toEqual(['remedies.yaml: nobody-needs-me is used by no item']);
});
