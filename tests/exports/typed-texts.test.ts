import { describe, expect, test } from 'vitest';
import type { Report } from '#app/domain/report.ts';
import { managementPage, withoutNotes } from '#app/domain/report.ts';
import { formats } from '#app/exports/formats.ts';
import { occurs } from './occurs.ts';
import { docxText, xlsxText } from './office-text.ts';
import { pdfText, popplerText } from './pdf-text.ts';
import { sampleAction, sampleItem, sampleReport } from './sample-report.ts';

const hostile: Record<string, string> = {
  'plain words': 'We spraken af met de ploeg.',
  emoji: 'Goed 🙂 zo 👍🏽 samen 👨‍👩‍👧 in 🇧🇪 ❤️ klaar',
  'right to left': 'Tekst العربية مكتوبة ועברית כתובה einde',
  'other scripts': 'Łódź Žižka Київ Αθήνα 漢字 한국어 हिन्दी',
  'line ends': 'eerste regel\nTweede regel\n\nvierde regel\tna een tab',
  'control characters': 'voor\u0001\u0008\u000b\u001b\u007f\u0085na\uffff',
  'typst syntax': '#import "x.typ": * #panic() $x^2$ *bold* _it_ = kop @ref <label> // niets /* x */ \\ `raw`',
  markup: '<script>alert("x")</script> &amp; <w:t>]]> {{x}} %PDF',
  'a formula': "=CMD()|' /C calc'!A0",
  'spreadsheet escapes': "+1 -1 @SUM(A1) _x0041_ 'quote",
  'one word without end': 'Zandzeepsodemineralenwatersteenstralen'.repeat(5),
  'twenty thousand characters': Array.from({ length: 2500 }, (_, at) => `w${String(at).padStart(6, '0')}`).join(' '),
};

const fields = ['label', 'note', 'proof', 'ownReason', 'others', 'who', 'title', 'owner', 'action', 'done'] as const;
type Field = (typeof fields)[number];

/** A report in which every field that people type holds this text, marked with the field. */
function typedReport(text: string): { report: Report; typed: Record<Field, string> } {
  const typed = Object.fromEntries(fields.map((field) => [field, `${field}: ${text}`])) as Record<Field, string>;
  const { label, note, proof, ownReason, others, who, title, owner, action, done } = typed;
  const item = sampleItem({ note, proof, ownReason, who, others: [others] });
  const report = sampleReport({
    label,
    sections: [{ name: 'Draagvlak', items: [item] }],
    actions: [sampleAction({ title, owner, note: action, done })],
  });
  return { report, typed };
}

/** What XML cannot hold is left out of documents; everything else must be there. */
const withoutControls = (text: string) =>
  [...'\u0001\u0008\u000b\u001b\u007f\u0085\uffff'].reduce((left, sign) => left.replaceAll(sign, ''), text);

const icsText = (ics: Buffer) =>
  ics
    .toString()
    .replaceAll('\r\n ', '')
    .replace(/\\([\\;,n])/g, (_, sign) => (sign === 'n' ? '\n' : sign));

const readers: Record<string, (file: Buffer) => string> = {
  pdf: pdfText,
  docx: docxText,
  xlsx: xlsxText,
  ics: icsText,
  json: (file) => flat(JSON.parse(file.toString())).join('\n'),
};

/** Every string in a JSON value. */
function flat(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(flat) : [];
}

const missing = (texts: string[], document: string) => texts.filter((text) => !occurs(text, document));

describe.each(Object.entries(hostile))('%s', (_, text) => {
  const { report, typed } = typedReport(text);

  test.each(formats)('typed texts can be read in $id', async ({ id, render }) => {
    const own = [typed.title, typed.owner, typed.action, typed.done];
    const expected = (id === 'ics' ? own : Object.values(typed)).map(withoutControls);
    const file = await render(report);
    if (id === 'json') expect(flat(JSON.parse(file.toString()))).toEqual(expect.arrayContaining(Object.values(typed)));
    else expect(missing(expected, readers[id]?.(file) ?? '')).toEqual([]);
    if (id === 'pdf') expect(missing(expected, popplerText(file) ?? readers.pdf?.(file) ?? '')).toEqual([]);
  });
});

describe('what a reader may not see', () => {
  const { report, typed } = typedReport('geheim');
  const hidden = [typed.note, typed.proof, typed.ownReason, typed.others, typed.who, typed.action, typed.done];

  test.each(formats)('is in no $id without notes', async ({ id, render }) => {
    const file = await render(withoutNotes(report));
    const text = readers[id]?.(file) ?? '';
    expect(hidden.filter((secret) => occurs(secret, text))).toEqual([]);
    expect(occurs(typed.title, text)).toBe(true);
  });

  test.each(formats)('is in no $id of the management page', async ({ id, render }) => {
    const text = readers[id]?.(await render(managementPage(report))) ?? '';
    expect([...hidden, typed.title, typed.owner].filter((secret) => occurs(secret, text))).toEqual([]);
  });
});

test.each(formats)('a stored report gives the same $id when it is opened again', async ({ id, render }) => {
  const report = sampleReport();
  const stored = JSON.parse(JSON.stringify(report)) as Report;
  const [first, again] = [await render(report), await render(stored)];
  expect(readers[id]?.(again)).toBe(readers[id]?.(first));
});
