import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { emptyDraft, emptyItem, emptyRemedy } from '#app/content/foreign/foreign-draft.ts';
import { readForeignSurvey } from '#app/content/foreign/foreign-survey.ts';
import { editionLimits } from '#app/domain/edition-input.ts';
import { readWaiting, type WaitingSurvey, waitingLimits, writeWaiting } from '#app/domain/survey-input.ts';

/* A survey waits in the form while somebody chooses; what comes back is read like anything from outside. */

const { languages, name, intro } = emptyDraft(['nl']);
const waitingOf = (over: Partial<WaitingSurvey['survey']> = {}): WaitingSurvey => ({
  file: 'a.xml',
  survey: { languages, name, intro, items: [emptyItem('own-a', 'threshold')], remedies: [], ...over },
  chapters: [{ title: { nl: 'Tillen' }, items: ['own-a'] }],
  notes: [{ line: 1, message: 'foreign-note.dimension', values: { count: 2 } }],
});

test.each(['laundry.xml', 'roster.yaml'])('comes back as it went: %s', (file) => {
  const text = readFileSync(new URL(`../content/foreign/${file}`, import.meta.url), 'utf8');
  const read = readForeignSurvey(file, text, { language: 'nl', limits: editionLimits });
  if (!read.ok) throw new Error(file);
  const { languages, name, intro, items, remedies } = read.content;
  const waiting = {
    file,
    survey: { languages, name, intro, items, remedies },
    chapters: read.chapters,
    notes: read.notes,
  };
  expect(readWaiting(writeWaiting(waiting) ?? '')).toEqual(waiting);
});

test('is not written when it is more than a form holds', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => emptyRemedy(`own-${at}`));
  expect(writeWaiting(waitingOf({ remedies: many(waitingLimits.members - 1) }))).not.toBeNull();
  expect(writeWaiting(waitingOf({ remedies: many(waitingLimits.members) }))).toBeNull();
  const long = many(1000).map((one) => ({ ...one, quarter: { nl: 'é'.repeat(1000) } }));
  expect(writeWaiting(waitingOf({ remedies: long }))).toBeNull();
});

describe('is refused when it', () => {
  const good = waitingOf();
  const [item] = good.survey.items;
  const odd: [string, unknown][] = [
    ['is no JSON', undefined],
    ['is something else', []],
    ['has a field that nobody wrote', { ...good, admin: true }],
    ['has an item without a field', waitingOf({ items: [{ ...item, why: undefined } as never] })],
    ['has an id that is not one of our own', waitingOf({ items: [{ ...item, id: 'goal-backed' } as never] })],
    ['has an id twice', waitingOf({ items: [item, item] as never })],
    ['has a text that is too long', waitingOf({ items: [{ ...item, why: { nl: 'x'.repeat(1001) } } as never] })],
    ['has a language that no edition has', waitingOf({ languages: ['fr'] as never })],
    ['says something of another kind', { ...good, notes: [{ line: 1, message: 'mail.sign-in', values: {} }] }],
    ['has a chapter with a long title', { ...good, chapters: [{ title: { nl: 'x'.repeat(121) }, items: [] }] }],
    ['has a picture', { ...good, survey: { ...good.survey, logo: 'x' } }],
  ];

  test.each(odd)('%s', (_, value) => {
    expect(readWaiting(JSON.stringify(value) ?? '{"file')).toBeNull();
  });

  test('is longer than we write', () => {
    expect(readWaiting(JSON.stringify(good) + ' '.repeat(waitingLimits.bytes))).toBeNull();
    expect(readWaiting('['.repeat(100_000))).toBeNull();
    expect(readWaiting(JSON.stringify(good))).toEqual(good);
  });
});
