import { expect, test } from 'vitest';
import type { Report } from '#app/domain/report.ts';
import { wordKeys } from '#app/domain/report-words.ts';
import { testAction, testAnswer, testChecklist, testItem, testReport } from './build-input.ts';
import { reportWords } from './sample-report.ts';

const itemIn = (report: Report, code: string) =>
  report.sections.flatMap(({ items }) => items).find((item) => item.code === code);

const untouched = testAnswer({ id: 'a2', item: 'shifting', value: 'untouched', seq: 2 });

test('the first lines say what it is about, in Brussels time', () => {
  const report = testReport([], { now: '2026-11-22T23:30:00.000Z' });
  expect(report.meta).toBe('Zelfscan · Woonzorgcentrum · 100 tot 249 medewerkers · Oost-Vlaanderen · 23 november 2026');
  expect(report.headline).toBe('Jullie staan op 1');
  expect(report.notes).toContain('Voorlopig resultaat: 2 vragen staan nog open.');
});

test('a context question that was left open is not in the meta line', () => {
  const context = { subSector: 'unknown', size: 'unknown', place: 'east-flanders', targetJob: 'kitchen', shifts: [] };
  const report = testReport([], { context });
  expect(report.meta).toBe('Zelfscan · Oost-Vlaanderen · 23 november 2026');
  expect(report.context[0]).toEqual({ question: 'Welke plek?', answer: 'Weet ik nog niet' });
});

test('an answer comes with its meaning, its gap and what was typed', () => {
  const report = testReport([testAnswer({ note: 'Een notitie', proof: 'Gezien', authorLabel: 'directeur' })]);
  expect(itemIn(report, '1.1')).toMatchObject({
    ...{ answer: 'Een begin', meaning: 'Er is over gepraat.', gap: 'Er is geen doel.', glyph: 1, essential: true },
    ...{ note: 'Een notitie', proof: 'Gezien', who: 'HR of directie: directeur', when: '20 november 2026' },
  });
});

test('what is in order has no gap, and a threshold shows the steps that are left', () => {
  const report = testReport([testAnswer({ value: 'in-place' }), untouched]);
  expect(itemIn(report, '1.1')).toMatchObject({ gap: null, glyph: 3 });
  expect(itemIn(report, '2.1')).toMatchObject({ gap: 'Taken schuiven mee.', glyph: 3 });
  expect(report.thresholds).toEqual([
    { title: 'Taken schuiven mee.', status: 'Komt voor, niets aan gedaan', glyph: 3, dimension: 'Begeleiding' },
  ]);
});

test('a threshold that is tackled is in no list of thresholds', () => {
  expect(testReport([{ ...untouched, value: 'tackled' }]).thresholds).toEqual([]);
});

test('the voice that counts stands first, the other below it with all that was typed', () => {
  const lead = testAnswer({
    id: 'a3',
    voice: 'team-lead',
    value: 'largely',
    note: 'Toch wel',
    reasonText: 'Zo',
    seq: 3,
  });
  const item = itemIn(testReport([testAnswer(), lead]), '1.1');
  expect(item).toMatchObject({ answer: 'Een begin (jullie antwoorden verschillen)', who: 'HR of directie' });
  expect(item?.others).toEqual(['Leidinggevende, 20 november 2026: Grotendeels\nEigen reden: Zo\nNotitie: Toch wel']);
});

test('what a job coach says stands below, never as the answer, and makes no dispute', () => {
  const coach = testAnswer({ id: 'a3', voice: 'job-coach', seq: 3 });
  const both = itemIn(testReport([testAnswer({ authorLabel: 'directeur' }), coach]), '1.1');
  expect(both).toMatchObject({ answer: 'Een begin', who: 'HR of directie: directeur' });
  expect(both?.others).toEqual(['Jobcoach, 20 november 2026: Een begin']);
  expect(itemIn(testReport([coach]), '1.1')).toMatchObject({ glyph: null, who: '', others: both?.others });
});

test('an expired answer says so and counts for nothing', () => {
  const report = testReport([testAnswer({ at: '2025-01-01T10:00:00.000Z', value: 'in-place' })]);
  expect(itemIn(report, '1.1')).toMatchObject({
    ...{ answer: 'In orde (verlopen, opnieuw te bekijken)', meaning: '', glyph: null, gap: null },
  });
});

test('not applicable gives the listed reason and the own words apart', () => {
  const answer = testAnswer({ value: 'not-applicable', reasonId: 'no-plan', reasonText: 'Wij doen dit niet' });
  expect(itemIn(testReport([answer]), '1.1')).toMatchObject({
    ...{ answer: 'Niet van toepassing', reason: 'Geen plan nodig', ownReason: 'Wij doen dit niet', glyph: null },
  });
});

test('a level that is not reached says what holds it back', () => {
  const levels = testReport([testAnswer(), untouched]).levels;
  expect(levels[0]).toMatchObject({ here: true, reached: true, holds: [], worst: null, bar: null });
  expect(levels[1]?.holds).toEqual(['1.1 Er is geen doel.', 'Score 33 op 100, nodig is 60']);
  expect(levels[2]?.holds[0]).toBe('Eerst niveau 2');
  expect(testReport([]).levels[1]?.holds[0]).toBe('1.1 is nog niet beantwoord: Er is een doel.');
});

test('open questions give a range', () => {
  expect(testReport([untouched]).profile).toEqual([
    { name: 'Draagvlak', worst: 0, best: 100 },
    { name: 'Begeleiding', worst: 0, best: 0 },
  ]);
});

test('the shortest way names its remedies and what they bring', () => {
  const way = testReport([untouched]).way;
  expect(way).toMatchObject({ heading: 'De kortste weg naar niveau 2' });
  expect(way?.steps).toEqual([
    {
      ...{ title: 'Schrijf het doel op', findOut: true, essential: true, legal: false },
      detail: 'Zoek eerst uit: Er is een doel. Zet het doel op papier. Meestal doet dit: directie.',
      effect: expect.stringMatching(/^Score voor niveau 2: van 0 naar 100. Hiermee halen jullie niveau \d$/),
    },
  ]);
});

test('at the top, or without a way, it says so', () => {
  expect(testReport([], { way: { kind: 'top' } }).way?.heading).toBe('Jullie staan op het hoogste niveau');
  expect(testReport([], { way: { kind: 'none', blocked: ['goal'] } }).way?.intro).toContain('Er is geen doel.');
});

test('an action has its items, day, support and how it was done', () => {
  const done = { doneBy: 'de teamleider', doneAt: '2026-11-20T10:00:00.000Z', doneHow: 'het hangt er' };
  const [action] = testReport([], { actions: [testAction({ status: 'done', note: 'Vlot', ...done })] }).actions;
  expect(action).toMatchObject({
    ...{
      items: ['1.1 Er is een doel.'],
      due: '1 december 2026',
      dueDate: '2026-12-01',
      instrument: 'Premie',
      note: 'Vlot',
    },
    ...{ status: 'Klaar', done: 'door de teamleider, op 20 november 2026. Gezien: het hangt er' },
  });
});

test('an action whose day has passed is overdue', () => {
  const [action] = testReport([], { actions: [testAction({ due: '2026-11-22' })] }).actions;
  expect(action?.status).toBe('Nog te starten, over tijd');
});

test('support stands in the report when a gap or an action asks for it, and only where it exists', () => {
  expect(testReport([testAnswer()]).instruments).toMatchObject([
    { source: 'Maatwerk (WSE)', url: 'https://example.org/maatwerk', checked: 'Nagekeken op 1 juni 2026' },
  ]);
  expect(testReport([testAnswer({ value: 'in-place' })]).instruments).toEqual([]);
  const context = { subSector: 'home', size: 'unknown', place: 'outside-flanders', targetJob: 'kitchen', shifts: [] };
  expect(testReport([testAnswer()], { context }).instruments).toEqual([]);
});

test('support that was checked more than a year ago asks to be checked', () => {
  const [instrument] = testReport([testAnswer({ at: '2027-06-01T10:00:00.000Z' })], {
    now: '2027-06-02T10:00:00Z',
  }).instruments;
  expect(instrument?.checked).toContain('meer dan een jaar geleden');
});

test('answers that do not go together are topics', () => {
  expect(testReport([testAnswer(), untouched]).contradictions).toEqual(['Praat hierover.']);
});

test('a reader who may not see notes gets none', () => {
  const secret = testAnswer({ note: 'geheim', proof: 'geheim', reasonText: 'geheim', authorLabel: 'geheim' });
  const lead = { ...secret, id: 'a3', voice: 'team-lead' as const, value: 'largely' as const };
  const actions = [testAction({ note: 'geheim', doneHow: 'geheim', doneBy: 'geheim' })];
  expect(JSON.stringify(testReport([secret, lead], { actions }))).toContain('geheim');
  expect(JSON.stringify(testReport([secret, lead], { actions, showNotes: false }))).not.toContain('geheim');
});

test('an item that is in no verdict still has its answer in the report', () => {
  const checklist = testChecklist({ items: [testItem({ hideable: true })] });
  expect(itemIn(testReport([testAnswer()], { checklist }), '1.1')?.answer).toBe('Een begin');
});

test('the address is in the words only when it is given', () => {
  expect(testReport([]).words.url).toBeUndefined();
  expect(testReport([], { url: 'https://example.org/nl' }).words.url).toBe('https://example.org/nl');
});

test.each(['nl', 'en'] as const)('every sentence exists in %s', (language) => {
  const report = testReport([testAnswer(), untouched], {
    checklist: testChecklist({ language }),
    actions: [testAction()],
  });
  const { words, ...rest } = report;
  expect(JSON.stringify(rest)).not.toMatch(/report\.|\{\w+\}/);
  for (const key of wordKeys) expect(words[key], key).not.toMatch(/^report\./);
});

test('both languages have the same keys with the same holes', () => {
  const shape = (words: Record<string, string>) =>
    Object.entries(words).map(([key, text]) => [key, text.match(/\{\w+\}/g)?.sort() ?? []]);
  expect(Object.fromEntries(shape(reportWords.en))).toEqual(Object.fromEntries(shape(reportWords.nl)));
});
