import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { fingerprint } from '#app/content/fingerprint.ts';
import { readLibrary } from '#app/content/library.ts';
import { contentProblems } from '#app/content/problems.ts';

/* A mistake in content is reported with file, line and what was expected. */

const folder = mkdtempSync(join(tmpdir(), 'toolbox-content-'));
const original = fileURLToPath(new URL('../../content', import.meta.url));
const pathOf = (file: string) => join(folder, 'content', file);
const textOf = (file: string) => readFileSync(pathOf(file), 'utf8');
const care = 'checklists/care/1.yaml';
const careEnglish = 'checklists/care/1.en.yaml';

beforeEach(() => {
  rmSync(pathOf(''), { recursive: true, force: true });
  cpSync(original, pathOf(''), { recursive: true, filter: (path) => !path.includes('fonts') });
  noteFingerprints();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What these tests promise does not depend on what the real versions look like today. */
function noteFingerprints() {
  const { library } = readLibrary(folder);
  const noted = library.published.map((ref) => [ref, fingerprint(library.checklists[ref] as never)]);
  writeFileSync(pathOf('published.json'), JSON.stringify(Object.fromEntries(noted)));
}

/** Replaces the first `from`; gives its line. */
function change(file: string, from: string, to: string): number {
  const text = textOf(file);
  expect(text, `${file} has no ${from}`).toContain(from);
  writeFileSync(pathOf(file), text.replace(from, to));
  return text.slice(0, text.indexOf(from)).split('\n').length;
}

test('content as it is has no problem', () => {
  expect(contentProblems(folder)).toEqual([]);
});

describe('a mistake that stands in a line', () => {
  test.each<[string, string, string, string, string]>([
    ['broken YAML', care, 'name: Zorg', 'name: Zorg: en meer', 'Nested mappings are not allowed'],
    ['an unknown sector', care, 'sector: care', 'sector: farm', 'sector: Invalid option: expected one of "care"'],
    ['an unknown kind', care, 'kind: prerequisite', 'kind: wish', 'expected one of "prerequisite"|"threshold"'],
    ['an unknown level', care, 'neededBy: 2', 'neededBy: 7', 'neededBy: expected a level from 2 to 5'],
    ['an unknown weight', care, 'weight: 3', 'weight: 4', 'weight: expected a weight from 1 to 3'],
    ['a wrong id', care, 'goal-backed', 'Goal Backed', 'id: expected a kebab-case id, such as'],
    ['an empty text', care, 'name: Zorg', 'name: ""', 'name: expected a text'],
    [
      'a dangling remedy',
      care,
      '{ id: charter-with-sponsor',
      '{ id: gone',
      'goal-backed: no remedy gone in remedies.yaml',
    ],
    ['a dangling source', care, '[s69, s70]', '[gone]', 'goal-backed: no source gone in sources.yaml'],
    ['a dangling option', care, 'subSector: [', 'subSector: [gone, ', 'subSector has no option gone'],
    ['an answer of the other kind', care, 'to: largely', 'to: tackled', 'tackled is no answer of a prerequisite'],
    ['a duplicate id', care, 'id: team-heard', 'id: goal-backed', 'goal-backed: this id is used twice'],
    ['an unknown effort', 'remedies.yaml', 'effort: 2', 'effort: 9', 'effort: expected an effort from 1 to 3'],
    [
      'a date that is none',
      'instruments.yaml',
      'checked: 2026',
      'checked: van',
      'checked: expected a date as YYYY-MM-DD',
    ],
    ['an open address', 'sources.yaml', 'url: https:', 'url: http:', 'url: expected an https address or null'],
    [
      'an unknown dimension',
      'dimensions.yaml',
      'id: hours',
      'id: hour',
      'Invalid option: expected one of "commitment"',
    ],
    [
      'a bar that is no number',
      'levels.yaml',
      'bar: 60',
      'bar: high',
      'bar: Invalid input: expected number, received string',
    ],
  ])('is named with it: %s', (_what, file, from, to, expected) => {
    const line = change(file, from, to);
    const named = contentProblems(folder).filter((one) => one.startsWith(`content/${file}:${line}: `));
    expect(named.join('\n'), contentProblems(folder).join('\n')).toContain(expected);
  });
});

describe('something that is not there', () => {
  test('is named with the line of what misses it', () => {
    const line = change(care, '        neededBy: 2\n', '') - 2;
    expect(contentProblems(folder)).toContain(
      `content/${care}:${line}: sections.0.items.0.neededBy: expected a level from 2 to 5`,
    );
  });

  test.each([
    ['an item', careEnglish, '  goal-backed:', 'items.goal-backed'],
    ['a remedy', 'remedies.en.yaml', 'charter-with-sponsor:', 'charter-with-sponsor'],
    ['a support measure', 'instruments.en.yaml', 'language-coaching:', 'language-coaching'],
    ['an option', careEnglish, '      kitchen-meals:', 'options.kitchen-meals'],
  ])('is named with its file: the translation of %s', (_what, file, id, expected) => {
    change(file, id, id.replace(':', '-elsewhere:'));
    expect(contentProblems(folder)).toContain(`content/${file}:1: ${expected}: the words are missing`);
  });

  test('is named with its file: the thing that a translation is of', () => {
    change('remedies.en.yaml', 'charter-with-sponsor:', 'another-charter:');
    expect(contentProblems(folder)).toContain(
      'content/remedies.en.yaml:1: another-charter: no such id in remedies.yaml',
    );
  });

  test.each(['levels.yaml', 'remedies.yaml', 'context.en.yaml', careEnglish])('is named: the file %s', (file) => {
    rmSync(pathOf(file));
    expect(contentProblems(folder)).toContain(`content/${file}:1: this file is missing`);
  });
});

describe('what no single line can show', () => {
  test.each([
    ['a changed version', care, 'name: Zorg', 'name: Zorgsector', 'care@1: a published version changed'],
    [
      'a version that is a draft again',
      care,
      'status: published',
      'status: draft',
      'care@1: was published and is gone',
    ],
    ['a version without fingerprint', 'published.json', 'care@1', 'care@0', 'care@1: published without a fingerprint'],
    [
      'a remedy without use',
      care,
      '- { id: criminal-record-only-where-due }',
      '- { id: charter-with-sponsor }',
      'criminal-record-only-where-due is used by no item',
    ],
  ])('is named: %s', (_what, file, from, to, expected) => {
    change(file, from, to);
    expect(contentProblems(folder).join('\n')).toContain(expected);
  });
});
