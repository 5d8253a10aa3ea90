import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { languages } from '#app/domain/checklist.ts';
import { pilotPhases } from '#app/domain/pilot.ts';
import { drawnIcons } from '../support/icons.ts';
import { library, problems, root, sentencesOf } from './published.ts';

/* The pilots of 2017-2018 as the one public source tells them, and the phases of a new one. */

const { pilots } = library;

test('every reference resolves, and nothing is untranslated', () => {
  expect(problems).toEqual([]);
});

describe.each(languages)('the pilots of 2017-2018 in %s', (language) => {
  const { call, contractors, pilots: all } = pilots[language].earlier;

  test('are nine: three sectors for each of three contractors', () => {
    expect(contractors.map(({ id }) => [id, all.filter(({ contractor }) => contractor === id).length])).toEqual([
      ['deloitte', 3],
      ['bdo', 3],
      ['mentor', 3],
    ]);
  });

  test('cost what the answer says, and the other total of the question is named with it', () => {
    expect(contractors.map(({ name, amount }) => [name, amount])).toEqual([
      ['Deloitte', 333960],
      ['BDO', 172691],
      ['Mentor vzw', 50820],
    ]);
    expect(contractors.reduce((sum, { amount }) => sum + amount, 0)).toBe(call.awarded);
    expect([call.awarded, call.awardedInQuestion, call.budget]).toEqual([557471, 575471, 1800000]);
    for (const total of [/575[.,]471/, /557[.,]471/]) expect(call.discrepancy).toMatch(total);
  });

  test('ran from 1 September 2017 to 31 December 2018, and say where that is written', () => {
    expect([call.from, call.to]).toEqual(['2017-09-01', '2018-12-31']);
    expect(call.source).toMatchObject({ id: 'pilots-2018', year: 2018 });
    expect(call.source.title).not.toBe('');
  });

  test('ask for what the source does not say', () => {
    expect(all.filter(({ asks }) => !asks.endsWith('?'))).toEqual([]);
  });

  test('are called finished only where the source says so', () => {
    const wanted = all.filter(({ status }) => status === 'report-wanted').map(({ contractor }) => contractor);
    expect(new Set(wanted)).toEqual(new Set(['mentor', 'bdo']));
    expect(wanted).toHaveLength(6);
    expect(all.filter(({ status }) => status === 'continued').map(({ id }) => id)).toEqual(['care-2017']);
  });

  test('each have a drawing', () => {
    expect(drawnIcons()).toEqual(expect.arrayContaining(all.map(({ icon }) => icon)));
  });
});

describe.each(languages)('the phases of a pilot in %s', (language) => {
  const { guide } = pilots[language];

  test('are nine, each with a question, somebody who does it and something that it leaves', () => {
    expect(guide.phases).toHaveLength(pilotPhases.length);
    for (const phase of guide.phases) {
      expect(phase.asks).toMatch(/\?$/);
      expect(phase.who).toMatch(/\.$/);
      expect(phase.deliverables.length).toBeGreaterThan(0);
    }
  });

  test('say that they are our own summary, and of what', () => {
    expect(guide.synthesis).toMatch(/eigen|own/);
    expect(guide.sources.map(({ id }) => id)).toEqual(['s115', 's69', 's8']);
  });

  test('name no person and no health', () => {
    expect(JSON.stringify(guide)).not.toMatch(/doelgroep|target group|diagnos|handicap|disab/i);
  });
});

test.each(languages)('sentences are short in %s', (language) => {
  const said = textsIn(pilots[language]).flatMap(sentencesOf);
  expect(said.filter((one) => one.split(/\s+/).length > 25)).toEqual([]);
});

test('nothing is still Dutch in English', () => {
  const dutch = new Set(textsIn(pilots.nl));
  expect(textsIn(pilots.en).filter((text) => dutch.has(text))).toEqual([]);
});

test('the amounts stand nowhere but in the file with its source', () => {
  const file = readFileSync(`${root}/content/pilots.yaml`, 'utf8');
  for (const amount of ['333960', '172691', '50820']) expect(file).toContain(amount);
});

/** What people read; ids, days, names of contractors and of sources are the same in every language. */
function textsIn(value: unknown, key = ''): string[] {
  if (['id', 'contractor', 'icon', 'sector', 'status', 'source', 'sources', 'from', 'to', 'name'].includes(key))
    return [];
  if (typeof value === 'string') return /^September 2017$/.test(value) ? [] : [value];
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, key));
  return Object.entries(value).flatMap(([inner, one]) => textsIn(one, inner));
}
