import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readWords } from '#app/content/words.ts';
import { languages } from '#app/domain/checklist.ts';
import { hostEventKeys, placementEventKeys } from '#app/domain/placement-event.ts';
import { translator } from '#app/domain/words.ts';
import { eventText } from '#app/web/placement-event.ts';

/* What happens at a placement is said in plain words, and who may read it stands in one table. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const words = readWords(root);
const sources = globSync('app/{data,web,jobs}/**/*.ts', { cwd: root })
  .map((path) => readFileSync(`${root}/${path}`, 'utf8'))
  .join('\n');

/** Everything that the source writes as an event: whole keys, and beginnings of keys before a hole. */
const written = [
  ...sources.matchAll(/['`]((?:floor-event\.|follow-up\.event-)[\w-]*)/g),
  ...sources.matchAll(/(?:eventOf|writeEvent)\([^;]*?'(placement\.[\w-]+)'/g),
  ...sources.matchAll(/(?:what = [^;]*?|: |\? )'(placement\.(?:threshold|needs|closed|moved)[\w-]*)'[,; ]/g),
].map(([, key = '']) => key);

describe.each(languages)('in %s', (language) => {
  const t = translator(language, words[language]);
  test.each(placementEventKeys)('%s is told in words, with every hole filled', (what) => {
    const detail = { phase: 'stage', day: '2026-11-25', text: 'De deur klemt', month: '3' };
    const text = eventText(t, language, { what, detail });
    expect(text).not.toBe(what);
    expect(text).not.toMatch(/[{}]/);
    expect(text.length).toBeGreaterThan(5);
  });
});

test('all that is written is in the table', () => {
  expect(written.length).toBeGreaterThan(20);
  const unknown = written.filter((key) => !placementEventKeys.some((one) => key === one || isBeginning(key, one)));
  expect(unknown).toEqual([]);
});

test('all that is in the table is written somewhere', () => {
  const unused = placementEventKeys.filter((key) => !written.some((one) => key === one || isBeginning(one, key)));
  expect(unused).toEqual([]);
});

const isBeginning = (one: string, key: string) => one.endsWith('-') && key.startsWith(one);

test('the host reads nothing of guidance, notes, needs that are not shared, or visits that are planned', () => {
  const own = /guid|placement\.noted|needs-(saved|erased)|visit-|legal|hand-over-|differs|stopped/;
  expect(hostEventKeys.filter((key) => own.test(key))).toEqual([]);
  expect(placementEventKeys.filter((key) => !hostEventKeys.includes(key) && !own.test(key))).toEqual([]);
});
