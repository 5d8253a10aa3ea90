import { beforeAll, describe, expect, test } from 'vitest';
import { readLibrary } from '#app/content/library.ts';
import { readWords } from '#app/content/words.ts';
import { type Checklist, languages } from '#app/domain/checklist.ts';
import type { FigureReport } from '#app/domain/figures/figure-report.ts';
import { shownTables, splits } from '#app/domain/figures/shown-tables.ts';
import { translator } from '#app/domain/words.ts';
import { type FigureDocument, figureDocument } from '#app/exports/figure-document.ts';
import { figureFormats } from '#app/exports/figure-formats.ts';
import { allTables } from '../support/figures.ts';
import { root } from '../support/root.ts';
import { xlsxText } from './office-text.ts';
import { pdfPageCount, pdfText } from './pdf-text.ts';

/* Every file of figures holds what the page shows, and nothing that was not published. */

let checklists: Record<string, Checklist>;
const words = readWords(root);

beforeAll(() => {
  const { library } = readLibrary(root);
  checklists = library.checklists['care@1'] as Record<string, Checklist>;
});

function documentOf(language: (typeof languages)[number] = 'nl', by: (typeof splits)[number] = 'sub-sector') {
  const checklist = checklists[language] as Checklist;
  const tables = shownTables(allTables('sector:care'), checklist);
  const t = translator(language, words[language]);
  return figureDocument({ tables, checklist, whose: 'Federatie', by }, t) as FigureDocument;
}

const read: Record<string, (body: Buffer) => string> = {
  pdf: pdfText,
  xlsx: xlsxText,
  csv: (body) => body.toString(),
  json: (body) => body.toString(),
};

/** Every number that the page says. */
function numbersOf(report: FigureReport): number[] {
  const found: number[] = [report.workplaces];
  const parts = ['ready', 'levels', 'dimensions', 'heat', 'holdsBack', 'quarters', 'remedies', 'instruments'] as const;
  JSON.stringify(
    parts.map((part) => report[part]),
    (key, value) => {
      if (typeof value === 'number' && key !== 'level' && !/^\d+$/.test(key)) found.push(value);
      if (key === 'cells') found.push(...value.filter((one: number | null) => one !== null));
      return value;
    },
  );
  return [...new Set(found)];
}

const has = (text: string, number: number) => new RegExp(`(?<!\\d)${number}(?!\\d)`).test(text);

describe.each(figureFormats)('as $extension', ({ extension, render }) => {
  test.each(languages.flatMap((language) => splits.map((by) => [language, by] as const)))(
    'every number of the page occurs, in %s by %s',
    async (language, by) => {
      const document = documentOf(language, by);
      const text = (read[extension] as (body: Buffer) => string)(await render(document));
      const numbers = numbersOf(document.report);
      expect(numbers.length).toBeGreaterThan(15);
      expect(numbers.filter((number) => !has(text, number))).toEqual([]);
    },
  );
});

test('a board note has one or two pages', async () => {
  const pdf = figureFormats.find(({ extension }) => extension === 'pdf');
  const body = await pdf?.render(documentOf());
  expect(pdfPageCount(body as Buffer)).toBeLessThanOrEqual(2);
});

test('a CSV has the same number of cells on every line, and an empty number where a group is too small', async () => {
  const csv = figureFormats.find(({ extension }) => extension === 'csv');
  const text = String(await csv?.render(documentOf()));
  const lines = text.trim().split('\r\n');
  const cells = lines.map((line) => line.replaceAll(/"([^"]|"")*"/g, 'text').split(',').length);
  expect(lines.length).toBe(documentOf().lines.length + 1);
  expect(new Set(cells)).toEqual(new Set([9]));
  expect(lines.some((line) => line.startsWith('sub-sector') && line.includes('home-care') && line.endsWith(','))).toBe(
    true,
  );
});

test('the words of files and conclusions are there in every language', () => {
  for (const language of languages) {
    const document = documentOf(language);
    const said = JSON.stringify([document.words, document.report, document.lines]);
    expect(said.match(/figures\.[a-z-]+[\w.-]*/g) ?? []).toEqual([]);
    expect(said.replaceAll(/\{pages?\}/g, '')).not.toMatch(/\{\w+\}/);
  }
});
