import { describe, expect, test } from 'vitest';
import { readLibrary } from '#app/content/library.ts';
import { readWords } from '#app/content/words.ts';
import { languages } from '#app/domain/checklist.ts';
import { paperCodes } from '#app/domain/paper.ts';
import { translator } from '#app/domain/words.ts';
import { renderPaperDocx } from '#app/exports/paper-docx.server.ts';
import { renderPaperPdf } from '#app/exports/paper-pdf.server.ts';
import { paperSheet } from '#app/exports/paper-sheet.ts';
import { root } from '../support/root.ts';
import { occurs } from './occurs.ts';
import { docxText } from './office-text.ts';
import { pdfSource, pdfText } from './pdf-text.ts';

/* The blank checklist on paper says everything, in every sector, version and language. */

const { library } = readLibrary(root);
const words = readWords(root);
const all = Object.values(library.checklists).flatMap((one) =>
  languages.map((language) => [`${one.nl.ref} ${language}`, one[language], language] as const),
);

describe.each(all)('%s', (_name, checklist, language) => {
  const sheet = paperSheet(checklist, translator(language, words[language]), '2026-11-25');
  const texts = [
    ...[...paperCodes(checklist)].map(([id, code]) => `${code} ${checklist.items.find((one) => one.id === id)?.title}`),
    ...checklist.items.flatMap(({ anchors, naReasons }) => [...anchors, ...naReasons.map(({ label }) => label)]),
    ...Object.values(checklist.context).flatMap(({ question, options }) => [
      question,
      ...options.map(({ label }) => label),
    ]),
    ...checklist.levels.map(({ permits }) => permits),
    sheet.version,
  ];

  test('has words for everything', () => {
    expect(JSON.stringify(sheet)).not.toMatch(/"(paper|report|kind|item|answer)\.[a-zA-Z.-]+"/);
  });

  test('Word says it all', async () => {
    const text = docxText(await renderPaperDocx(sheet));
    expect(texts.filter((one) => !occurs(one, text))).toEqual([]);
  });

  test('PDF says it all, tagged, with a title and its language', async () => {
    const pdf = await renderPaperPdf(sheet);
    const [text, source] = [pdfText(pdf), pdfSource(pdf)];
    const parts = texts.slice(checklist.items.length).filter((one) => one !== sheet.version);
    const titles = [...paperCodes(checklist)].flatMap(([id, code]) => [
      code,
      checklist.items.find((one) => one.id === id)?.title ?? '',
    ]);
    expect([...parts, ...titles].filter((one) => !occurs(one, text))).toEqual([]);
    expect(source).toMatch(/pdfuaid:part>1</);
    expect(source).toMatch(new RegExp(`/Lang \\(${language}\\)`));
    expect(source).toContain('/StructTreeRoot');
  });
});
