import { describe, expect, test } from 'vitest';
import { readLibrary } from '#app/content/library.ts';
import { readWords } from '#app/content/words.ts';
import type { Checklist } from '#app/domain/checklist.ts';
import { shownTables } from '#app/domain/figures/shown-tables.ts';
import { managementPage } from '#app/domain/report.ts';
import { translator } from '#app/domain/words.ts';
import { renderDocx } from '#app/exports/docx.server.ts';
import { type FigureDocument, figureDocument } from '#app/exports/figure-document.ts';
import { renderFigurePdf } from '#app/exports/figure-pdf.server.ts';
import { renderPaperDocx } from '#app/exports/paper-docx.server.ts';
import { renderPaperPdf } from '#app/exports/paper-pdf.server.ts';
import { paperSheet } from '#app/exports/paper-sheet.ts';
import type { Partner } from '#app/exports/partner.ts';
import { renderPdf } from '#app/exports/pdf.server.ts';
import { campaignSheet } from '../support/campaign-sheet.ts';
import { allTables } from '../support/figures.ts';
import { root } from '../support/root.ts';
import { docxText, zipEntries } from './office-text.ts';
import { pdfPageCount, pdfSource, pdfText } from './pdf-text.ts';
import { sampleReport } from './sample-report.ts';

/* A document made in an edition carries the federation's picture and name beside ours; every other document does not. */

const { logo } = campaignSheet();
const partner: Partner = { name: 'Federatie Zorg & Wonen', logo, logoText: 'Het huis van de federatie' };
const checklist = readLibrary(root).library.checklists['care@1']?.nl as Checklist;
const t = translator('nl', readWords(root).nl);
const sheet = paperSheet(checklist, t, '2026-11-25');
const figures = figureDocument(
  { tables: shownTables(allTables('edition:x'), checklist), checklist, whose: 'Editie', by: 'size' },
  t,
) as FigureDocument;

const pdfs: [string, (beside: Partner | null) => Promise<Buffer>][] = [
  ['report', (beside) => renderPdf(sampleReport(), beside)],
  ['first page', (beside) => renderPdf(managementPage(sampleReport()), beside)],
  ['blank checklist', (beside) => renderPaperPdf(sheet, beside)],
  ['board note', (beside) => renderFigurePdf(figures, beside)],
];
const words: [string, (beside: Partner | null) => Promise<Buffer>][] = [
  ['report', (beside) => renderDocx(sampleReport(), beside)],
  ['blank checklist', (beside) => renderPaperDocx(sheet, beside)],
];

describe.each(pdfs)('the %s as PDF', (_name, render) => {
  test('says whose edition it is, and describes the picture', async () => {
    const pdf = await render(partner);
    expect(pdfText(pdf)).toContain(partner.name);
    expect(pdfSource(pdf)).toMatch(/\/Alt \(Het huis van de federatie\)/);
  });

  test('outside an edition says nothing of it, and is as many pages', async () => {
    const pdf = await render(null);
    expect(pdfText(pdf)).not.toContain(partner.name);
    expect(pdfPageCount(await render(partner))).toBe(pdfPageCount(pdf));
  });

  test('needs no picture', async () => {
    expect(pdfText(await render({ ...partner, logo: null }))).toContain(partner.name);
  });
});

describe.each(words)('the %s in Word', (_name, render) => {
  test('says whose edition it is, with the picture and its words', async () => {
    const docx = await render(partner);
    expect(docxText(docx).startsWith(`  ${partner.name}`)).toBe(true);
    const entries = zipEntries(docx);
    expect([...entries.keys()].filter((name) => name.startsWith('word/media/'))).toHaveLength(1);
    expect(entries.get('word/document.xml')).toContain('descr="Het huis van de federatie"');
  });

  test('outside an edition says nothing of it', async () => {
    const docx = await render(null);
    expect(docxText(docx)).not.toContain(partner.name);
    expect([...zipEntries(docx).keys()].filter((name) => name.startsWith('word/media/'))).toEqual([]);
  });
});
