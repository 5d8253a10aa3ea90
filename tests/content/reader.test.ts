import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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
const logistics = 'checklists/logistics/1.yaml';
const logisticsEnglish = 'checklists/logistics/1.en.yaml';

/** What the files that a test touched said before. */
const before = new Map<string, string>();

beforeAll(() => {
  cpSync(original, pathOf(''), { recursive: true, filter: (path) => !path.includes('fonts') });
  noteFingerprints();
});
beforeEach(() => {
  for (const [file, text] of before) writeFileSync(pathOf(file), text);
  before.clear();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What these tests promise does not depend on what the real versions look like today. */
function noteFingerprints() {
  const { library } = readLibrary(folder);
  const noted = library.published.map((ref) => [ref, fingerprint(library.checklists[ref] as never)]);
  writeFileSync(pathOf('published.json'), JSON.stringify(Object.fromEntries(noted)));
}

/** Until the next test a file says something else, or is not there. */
function write(file: string, text: string) {
  before.set(file, before.get(file) ?? textOf(file));
  writeFileSync(pathOf(file), text);
}
function remove(file: string) {
  before.set(file, before.get(file) ?? textOf(file));
  rmSync(pathOf(file));
}

/** Replaces the first `from`; gives its line. */
function change(file: string, from: string, to: string): number {
  const text = textOf(file);
  expect(text, `${file} has no ${from}`).toContain(from);
  write(file, text.replace(from, to));
  return text.slice(0, text.indexOf(from)).split('\n').length;
}

function expectProblem(file: string, line: number, expected: string) {
  const problems = contentProblems(folder);
  const named = problems.filter((one) => one.startsWith(`content/${file}:${line}: `));
  expect(named.join('\n'), problems.join('\n')).toContain(expected);
}

const twice = 'this id is used twice';
const lineOf = (file: string, text: string) => textOf(file).split(text)[0]?.split('\n').length ?? 0;

/** The line of the nearest key above a line; of a path only the last part. */
function lineOfKeyAbove(file: string, line: number, path: string): number {
  const key = `${path.split('.').at(-1)}:`;
  return (
    textOf(file)
      .split('\n')
      .slice(0, line - 1)
      .findLastIndex((one) => one.trim() === key) + 1
  );
}
/** The line of the second `id: …`, wherever the first stands. */
const lineOfSecond = (file: string, id: string) =>
  textOf(file).slice(0, textOf(file).lastIndexOf(id)).split('\n').length;

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
    ['an unknown group of needs', 'needs.yaml', 'group: travel', 'group: trips', 'group: Invalid option'],
    [
      'an unknown pictogram',
      'worker-questions.yaml',
      'pictogram: bus',
      'pictogram: tram',
      'pictogram: Invalid option: expected one of "hand-helping"',
    ],
    ['an unknown phase', 'outcomes.yaml', 'after: [stage]', 'after: [closed]', 'after.0: Invalid option'],
    [
      'a sector that is not touched',
      'needs.yaml',
      'care: [hard-shifts, real-vacancy]',
      'care: []',
      'touches.care: expected at least one item of this sector',
    ],
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
    expectProblem(file, line, expected);
  });
});

describe('an id that leads nowhere or is used twice', () => {
  test.each<[string, string, string, string, string]>([
    [
      'an unknown support measure',
      'remedies.yaml',
      'instruments: [job-coaching]',
      'instruments: [gone]',
      'charter-with-sponsor: no instrument gone in instruments.yaml',
    ],
    [
      'an unknown source of a support measure',
      'instruments.yaml',
      'source: s22',
      'source: s0',
      'imw-wage-premium: no source s0 in sources.yaml',
    ],
    ['a remedy', 'remedies.yaml', 'id: team-talk-before-start', 'id: charter-with-sponsor', twice],
    ['a support measure', 'instruments.yaml', 'id: imw-guidance-premium', 'id: imw-wage-premium', twice],
    ['a source', 'sources.yaml', 'id: s2\n', 'id: s1\n', twice],
    ['an option for every sector', 'context.yaml', 'id: 10-19', 'id: 5-9', twice],
    ['a sub-sector', care, 'id: hospital-public', 'id: home-care', twice],
    ['a target job', care, 'id: cleaning-linen', 'id: kitchen-meals', twice],
    ['a reason for not applicable', logistics, 'id: outside-imw', 'id: outside-flemish-region', twice],
    ['a contradiction', care, 'id: buddy-without-time', 'id: goal-without-vacancy', twice],
    ['a need', 'needs.yaml', 'id: day-shift', 'id: fixed-hours', twice],
    ['a worker question', 'worker-questions.yaml', 'id: shown-how', 'id: who-to-ask', twice],
    ['an outcome', 'outcomes.yaml', 'id: stage-stopped', 'id: no-contract', twice],
    ['a reason', 'outcomes.yaml', 'id: hours', 'id: travel', twice],
    [
      'an unknown item of a need',
      'needs.yaml',
      'retail: [no-bus-at-start]',
      'retail: [gone]',
      'reachable-without-car: no item gone in the checklist of retail',
    ],
    [
      'the item of another sector in a worker question',
      'worker-questions.yaml',
      'care: travel-early',
      'care: hard-to-reach',
      'bus-in-time: no item hard-to-reach in the checklist of care',
    ],
    [
      'an item that two worker questions share',
      'worker-questions.yaml',
      'care: travel-early',
      'care: hard-shifts',
      'bus-in-time: hours-known asks about hard-shifts already',
    ],
    [
      'an unknown item in a contradiction',
      care,
      '{ item: real-vacancy, is: [not-yet',
      '{ item: gone, is: [not-yet',
      'goal-without-vacancy: no item gone',
    ],
    [
      'an answer of the other kind in a contradiction',
      care,
      '{ item: real-vacancy, is: [not-yet',
      '{ item: real-vacancy, is: [absent',
      'goal-without-vacancy: absent is no answer of real-vacancy, a prerequisite',
    ],
  ])('is named with its line: %s', (_what, file, from, to, expected) => {
    const line = change(file, from, to);
    const second = expected === twice ? lineOfSecond(file, to) : line;
    expectProblem(file, second, expected);
  });

  test('is named with its line: a question of the follow-up, in whatever step', () => {
    const line = change('follow-up.yaml', 'id: buddy-present', 'id: hours-match');
    expectProblem('follow-up.yaml', line, 'hours-match: this id is used twice');
  });

  test('is named with its file: a version that stands in the file of another', () => {
    const line = change(care, 'version: 1', 'version: 2');
    expectProblem(care, line, 'sector and version: expected in care/2.yaml');
  });
});

describe('what must be alike', () => {
  test('is named with its line: the options of one question on both sides', () => {
    const text = textOf('follow-up.yaml');
    const at = text.lastIndexOf('            - { id: both');
    write('follow-up.yaml', text.slice(0, at) + text.slice(at).replace('both', 'all'));
    const line = textOf('follow-up.yaml').slice(0, at).split('\n').length;
    const options = textOf('follow-up.yaml')
      .split('\n')
      .slice(0, line)
      .findLastIndex((one) => one.endsWith('options:'));
    expectProblem(
      'follow-up.yaml',
      options + 1,
      'changed: expected the options nothing, people, place, both, as for the',
    );
  });

  test('is named with its line: the sections of the editions of the leaflet', () => {
    const text = textOf('leaflet.yaml');
    const at = text.indexOf('id: how-long', text.indexOf('nl-easy:'));
    write('leaflet.yaml', text.slice(0, at) + text.slice(at).replace('how-long', 'time'));
    const line = lineOf('leaflet.yaml', 'nl-easy:') + 5;
    expectProblem('leaflet.yaml', line, 'nl-easy: expected the sections kept, never-kept, who-sees, how-long');
  });

  test('is counted once: items of a checklist that cannot be read are not called unknown', () => {
    change(care, 'sector: care', 'sector: farm');
    expect(contentProblems(folder)).toHaveLength(1);
  });
});

describe('an item that contradicts itself', () => {
  test.each([
    [
      'a legal duty that is not essential',
      '        essential: true\n        legal:\n          article: "Privacyregels',
      '        legal:\n          article: "Privacyregels',
      'id: talk-about-the-job',
      'talk-about-the-job: a legal duty must be essential',
    ],
    [
      'a hideable item that is essential',
      '        hideable: true',
      '        hideable: true\n        essential: true',
      'id: enclave-led-by-partner',
      'enclave-led-by-partner: an essential item cannot be hideable',
    ],
    [
      'a threshold that can be not applicable',
      '        remedies: [{ id: second-task-set }]',
      '        naReasons: [{ id: never-quiet, label: Altijd druk }]\n        remedies: [{ id: second-task-set }]',
      '        naReasons: [{ id: never-quiet',
      'quiet-months: a threshold has no reasons for not applicable',
    ],
  ])('is named with its line: %s', (_what, from, to, named, expected) => {
    change(logistics, from, to);
    expectProblem(logistics, lineOf(logistics, named), expected);
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
    ['the last level', '- number: 5', '# number: 5'],
    ['a level in between', '- number: 3', '- number: 4'],
  ])('is named with its file: %s', (_what, from, to) => {
    const text = textOf('levels.yaml');
    const kept = to.startsWith('#') ? text.slice(0, text.indexOf(from)) : text.replace(from, to);
    write('levels.yaml', kept);
    expectProblem('levels.yaml', 1, 'expected the levels 1 to 5, in this order');
  });

  test('is named with its file: a dimension', () => {
    const text = textOf('dimensions.yaml');
    write('dimensions.yaml', text.slice(0, text.indexOf('- id: sustainability')));
    expectProblem('dimensions.yaml', 1, 'expected the nine dimensions, in the order of commitment, work-design');
  });

  test.each(['levels.yaml', 'remedies.yaml', 'context.en.yaml', 'needs.en.yaml', 'leaflet.yaml', careEnglish])(
    'is named: the file %s',
    (file) => {
      remove(file);
      expect(contentProblems(folder)).toContain(`content/${file}:1: this file is missing`);
    },
  );
});

describe('a translation', () => {
  test.each([
    ['an item', careEnglish, 'items', '  goal-backed:'],
    ['a reason', logisticsEnglish, 'items.stage-on-paper.naReasons', '      no-stage:'],
    ['a contradiction', careEnglish, 'contradictions', '  goal-without-vacancy:'],
    ['an option of one sector', careEnglish, 'context.targetJob.options', '      kitchen-meals:'],
    ['an option of every sector', 'context.en.yaml', 'size.options', '    5-9:'],
    ['a remedy', 'remedies.en.yaml', '', 'charter-with-sponsor:'],
    ['a support measure', 'instruments.en.yaml', '', 'language-coaching:'],
    ['a dimension', 'dimensions.en.yaml', '', 'commitment:'],
    ['a level', 'levels.en.yaml', '', 'try:'],
    ['a need', 'needs.en.yaml', '', 'fixed-hours:'],
    ['a worker question', 'worker-questions.en.yaml', '', 'who-to-ask:'],
    ['an outcome', 'outcomes.en.yaml', 'outcomes', '  no-contract:'],
    ['a reason', 'outcomes.en.yaml', 'reasons', '  vacancy-gone:'],
    ['a question of the follow-up', 'follow-up.en.yaml', 'employer.steps.job.questions', '        tasks-match:'],
  ])(
    'under an id that Dutch does not have is named with its line, and what is missing then: %s',
    (_what, file, path, id) => {
      const line = change(file, id, id.replace(/[\w-]+/, 'gone'));
      const inside = path === '' ? '' : `${path}.`;
      expectProblem(file, line, `${inside}gone: Dutch has no such id`);
      const missing = `${inside}${id.trim()} the words are missing`;
      expectProblem(file, path === '' ? 1 : lineOfKeyAbove(file, line, path), missing);
    },
  );

  test('of a source that does not exist is named with its line', () => {
    const line = change('sources.en.yaml', 's9:', 's0:');
    expectProblem('sources.en.yaml', line, 's0: Dutch has no such id');
  });

  test.each([
    [
      'the help of a question',
      '  help: Choose the place of the floor itself, not of the head office.\n',
      'place:',
      'place.help: the words are missing',
      'context.en.yaml',
    ],
    [
      'the help of an option',
      '        help: Setting up trays, washing up, drinks rounds.\n',
      '      kitchen-meals:',
      'context.targetJob.options.kitchen-meals.help: the words are missing',
      careEnglish,
    ],
    [
      'a law',
      '    legal: "Codex on well-being at work, article IV.3-7: driving mobile work equipment"\n',
      '  truck-driving-settled:',
      'items.truck-driving-settled.legal: the words are missing',
      logisticsEnglish,
    ],
    [
      'a caution',
      '  caution: We could not find out how much VDAB refunds. The sources are undated; ask about the time limits.\n',
      'tools-and-clothing:',
      'tools-and-clothing.caution: the words are missing',
      'instruments.en.yaml',
    ],
    [
      'an amount',
      '    - "Start package for two years: 20 %."\n',
      '  amounts:',
      'imw-wage-premium.amounts: expected 4 texts, as in Dutch',
      'instruments.en.yaml',
    ],
    [
      'a condition',
      '    - VDAB recognises that the colleague has a work limitation.\n',
      '  conditions:',
      'imw-wage-premium.conditions: expected 7 texts, as in Dutch',
      'instruments.en.yaml',
    ],
  ])('that lacks a text is named with the nearest line: %s', (_what, text, nearest, expected, file) => {
    change(file, text, '');
    expectProblem(file, lineOf(file, nearest), expected);
  });

  test.each([
    [
      'the help of a question',
      'context.yaml',
      '  help: Kies de plaats van de vloer zelf, niet van de hoofdzetel.\n',
      'context.en.yaml',
      '  help: Choose the place',
      'place.help',
    ],
    [
      'the help of an option',
      care,
      '        help: Plateaus klaarzetten, afwassen, drank rondbrengen.\n',
      careEnglish,
      '        help: Setting up trays',
      'context.targetJob.options.kitchen-meals.help',
    ],
  ])('that says more than Dutch is named with its line: %s', (_what, file, text, english, own, path) => {
    change(file, text, '');
    expectProblem(english, lineOf(english, own), `${path}: Dutch has no such text`);
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
