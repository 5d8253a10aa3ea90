import { expect, test } from 'vitest';
import { renderDocx } from '#app/exports/docx.server.ts';
import { renderIcs } from '#app/exports/ics.server.ts';
import { renderXlsx } from '#app/exports/xlsx.server.ts';
import { xlsxCells, xlsxText, zipEntries } from './office-text.ts';
import { sampleAction, sampleItem, sampleReport, wordsOf } from './sample-report.ts';

const dangerous = "=CMD()|' /C calc'!A0";

test('what looks like a formula is a text cell', async () => {
  const report = sampleReport({ actions: [sampleAction({ title: dangerous, owner: '+1', note: '@x' })] });
  const cells = xlsxCells(await renderXlsx(report), 3);
  expect(cells.find(({ value }) => value === dangerous)).toMatchObject({ type: 's', formula: false });
  expect(cells.some(({ formula }) => formula)).toBe(false);
});

test('a day is a day and a score is a number, so that they can be sorted', async () => {
  const file = await renderXlsx(sampleReport({ actions: [sampleAction({ dueDate: '2027-01-15' })] }));
  const days = Math.round((Date.UTC(2027, 0, 15) - Date.UTC(1899, 11, 30)) / 86_400_000);
  expect(xlsxCells(file, 3).find(({ ref }) => ref === 'D2')).toMatchObject({ type: 'n', value: String(days) });
  expect(xlsxCells(file, 1).some(({ type, value }) => type === 'n' && value === '83')).toBe(true);
});

test('the workbook has four sheets in the language of the report, each with a header that stays', async () => {
  const entries = zipEntries(await renderXlsx(sampleReport({ words: wordsOf('en') })));
  const names = [...(entries.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="(\w+)"/g)].map(
    ([, name]) => name,
  );
  expect(names).toEqual(['Overview', 'Answers', 'Plan', 'Support']);
  for (const sheet of [1, 2, 3, 4]) expect(entries.get(`xl/worksheets/sheet${sheet}.xml`)).toContain('state="frozen"');
});

test('a text longer than a cell goes on in the next row', async () => {
  const note = `${'x'.repeat(31_999)}🙂${'y'.repeat(10_000)}`;
  const report = sampleReport({ sections: [{ name: 'Draagvlak', items: [sampleItem({ note })] }] });
  const column = xlsxCells(await renderXlsx(report), 2).filter(({ ref }) => /^K\d+$/.test(ref));
  expect(column.every(({ value }) => value.length <= 32_767)).toBe(true);
  expect(
    column
      .slice(1)
      .map(({ value }) => value)
      .join(''),
  ).toBe(note);
});

test('a Word document has a title, a language, real headings and tables with header rows', async () => {
  const entries = zipEntries(await renderDocx(sampleReport({ headline: 'Klaar om te proberen' })));
  const body = entries.get('word/document.xml') ?? '';
  expect(entries.get('docProps/core.xml')).toContain('Klaar om te proberen</dc:title>');
  expect(entries.get('word/styles.xml')).toMatch(/<w:lang [^>]*w:val="nl-BE"/);
  for (const level of [1, 2, 3, 4]) expect(body).toContain(`<w:pStyle w:val="Heading${level}"/>`);
  expect(body.match(/<w:tblHeader\/>/g)?.length).toBe(body.match(/<w:tbl>/g)?.length);
});

test('no document holds a character that its format forbids', async () => {
  const report = sampleReport({ label: 'a\u0000b\u000bc\u001fd\ufffee\ud800f' });
  const files = [await renderDocx(report), await renderXlsx(report)];
  const texts = files.flatMap((file) => [...zipEntries(file)].filter(([name]) => name.endsWith('.xml')));
  const forbidden = [...'\u0000\u000b\u001f\ufffe', '\ufffd', '&#'];
  for (const [name, text] of texts)
    expect(
      forbidden.filter((sign) => text.includes(sign)),
      name,
    ).toEqual([]);
  expect(xlsxText(files[1] as Buffer)).toContain('abcdef');
});

test('an action with a day is one all-day event on that day, with a name that stays the same', async () => {
  const actions = [
    sampleAction({ id: 'a1', dueDate: '2027-03-28' }),
    sampleAction({ id: 'a2', dueDate: null }),
    sampleAction({ id: 'a3', dueDate: '2027-10-31', statusId: 'dropped' }),
  ];
  const ics = (await renderIcs(sampleReport({ actions }))).toString();
  expect(ics.match(/DTSTART.*/g)?.map((line) => line.trim())).toEqual([
    'DTSTART;VALUE=DATE:20270328',
    'DTSTART;VALUE=DATE:20271031',
  ]);
  expect(ics.match(/^UID:.*$/gm)?.map((line) => line.trim())).toEqual([
    'UID:a1@toolbox-doorstroom',
    'UID:a3@toolbox-doorstroom',
  ]);
  expect(ics).toContain('X-WR-TIMEZONE:Europe/Brussels');
  expect(ics).toContain('STATUS:CANCELLED');
  expect((await renderIcs(sampleReport({ actions }))).toString()).toBe(ics);
});
