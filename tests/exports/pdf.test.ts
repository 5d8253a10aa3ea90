import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { managementPage } from '#app/domain/report.ts';
import { renderPdf } from '#app/exports/pdf.server.ts';
import { workerPool } from '#app/exports/worker-pool.server.ts';
import { pdfPageCount, pdfSource, pdfText } from './pdf-text.ts';
import { sampleReport, wordsOf } from './sample-report.ts';

test('the PDF is tagged, says that it keeps to PDF/UA-1, and has a title and a language', async () => {
  const source = pdfSource(await renderPdf(sampleReport({ headline: 'Klaar om te proberen' })));
  expect(source).toContain('/StructTreeRoot');
  expect(source).toMatch(/pdfuaid:part>1</);
  expect(source).toMatch(/\/Lang \(nl\)/);
  expect(source).toMatch(/<dc:title>[\s\S]*Klaar om te proberen/);
});

test('a report in English says so', async () => {
  const report = sampleReport({ language: 'en', words: wordsOf('en') });
  expect(pdfSource(await renderPdf(report))).toMatch(/\/Lang \(en\)/);
});

test('the management page is one page, alone and however much it has to say', async () => {
  const long = 'Een heel lange zin die blijft duren. '.repeat(60);
  const sample = sampleReport();
  const step = { title: long, detail: long, effect: long, findOut: true, legal: true, essential: true };
  const crowded = sampleReport({
    ...{ label: long, headline: long, permits: long, meta: long, notes: Array(9).fill(long) },
    levels: sample.levels.map((level) => ({ ...level, name: long, short: long })),
    way: { heading: 'Weg', intro: long, steps: Array(12).fill(step), goal: long },
    thresholds: Array(14).fill({ title: long, status: 'Deels', glyph: 2, dimension: 'Uren' }),
    profile: sample.profile.map((entry) => ({ ...entry, name: long })),
  });
  expect(pdfPageCount(await renderPdf(managementPage(sample)))).toBe(1);
  expect(pdfPageCount(await renderPdf(managementPage(crowded)))).toBe(1);
  expect(pdfPageCount(await renderPdf(sample))).toBeGreaterThan(1);
});

test('a PDF without an address has no QR code and points nowhere', async () => {
  const text = pdfText(await renderPdf(managementPage(sampleReport({ words: wordsOf('nl') }))));
  expect(text).not.toContain('QR');
  expect(text).toContain('Dit is een hulpmiddel');
});

test('the address of support can be followed as it was written', async () => {
  const source = pdfSource(await renderPdf(sampleReport()));
  expect(source).toContain('(https://www.vlaanderen.be/individueel-maatwerk)');
});

test('an empty way, no thresholds and nothing to score still make a page', async () => {
  const bare = sampleReport({
    way: { heading: 'Jullie staan op het hoogste niveau', intro: 'Hou vol.', steps: [], goal: '' },
    thresholds: [],
    profile: [{ name: 'Draagvlak', worst: null, best: null }],
    notes: [],
    actions: [],
  });
  const text = pdfText(await renderPdf(bare));
  expect(text).toContain('Jullie staan op het hoogste niveau');
  expect(text).toContain('Er staat geen enkele drempel open.');
});

test('many reports at once are all made', async () => {
  const labels = Array.from({ length: 8 }, (_, at) => `Werkplek ${at}`);
  const files = await Promise.all(labels.map((label) => renderPdf(managementPage(sampleReport({ label })))));
  expect(files.map((file) => pdfText(file).match(/Werkplek \d/)?.[0])).toEqual(labels);
});

const badWorker = {
  file: resolve('tests/exports/bad-worker.mjs'),
  root: resolve('.'),
  size: 1,
  jobs: 3,
  idleMs: 60_000,
};

test('a worker that hangs is stopped, its caller gets an Error and the next report is made', async () => {
  const compile = workerPool({ ...badWorker, timeoutMs: 400 });
  const [hung, next] = await Promise.allSettled([compile('hang'), compile('fine')]);
  expect(hung).toMatchObject({ status: 'rejected', reason: expect.any(Error) });
  expect(next).toMatchObject({ status: 'fulfilled', value: Buffer.from('fine') });
});

test('a worker that dies is replaced, at work or idle', async () => {
  const compile = workerPool({ ...badWorker, timeoutMs: 5000 });
  await expect(compile('die')).rejects.toThrow(Error);
  await expect(compile('throw')).rejects.toThrow('thrown');
  await expect(compile('fine, then die')).resolves.toBeInstanceOf(Buffer);
  await new Promise((resume) => setTimeout(resume, 200));
  await expect(compile('fine')).resolves.toEqual(Buffer.from('fine'));
});

test('a worker ends after so many reports, or when none is asked for a while; the next one has a new worker', async () => {
  const ask = async (compile: ReturnType<typeof workerPool>) => String(await compile('which one is this?'));
  const busy = workerPool({ ...badWorker, timeoutMs: 5000 });
  const asked = [];
  for (let turn = 0; turn < 5; turn++) asked.push(await ask(busy));
  expect(asked).toEqual(['1', '2', '3', '1', '2']);
  const quiet = workerPool({ ...badWorker, timeoutMs: 5000, idleMs: 50 });
  expect(await ask(quiet)).toBe('1');
  await new Promise((resume) => setTimeout(resume, 300));
  expect(await ask(quiet)).toBe('1');
});
