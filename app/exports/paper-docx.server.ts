import type { PaperItem, PaperSheet } from '#app/domain/paper-sheet.ts';
import { packDocument } from './docx-page.ts';
import { type Block, bullets, heading, listing, paragraph } from './docx-pieces.ts';
import { partnerBlocks } from './partner.server.ts';
import type { Partner } from './partner.ts';
import { printable } from './printable.ts';

/** A blank checklist as a Word document, to fill in on paper or on screen. */
export async function renderPaperDocx(sheet: PaperSheet, partner: Partner | null = null): Promise<Buffer> {
  const { title, version, language, words, ...rest } = printable(sheet);
  const children = [...(await partnerBlocks(partner)), ...blocksOf({ title, version, language, words, ...rest })];
  return packDocument(
    { title, description: version, language, brand: words.brand, foot: version, page: words.page },
    children,
  );
}

const blocksOf = (sheet: PaperSheet): Block[] => [
  ...paragraph(sheet.version, { bold: true }),
  heading(sheet.title, 1),
  ...sheet.intro.flatMap((line) => paragraph(line)),
  ...[sheet.words.workplace, sheet.words.day, sheet.words.who].flatMap((label) => paragraph(`${label}: ${room}`)),
  heading(sheet.words.context, 2),
  ...sheet.context.flatMap(({ question, hint, options }) => [
    heading(question, 3),
    ...paragraph(hint),
    ...paragraph(options.map((option) => `☐ ${option}`).join('\n')),
  ]),
  ...sheet.sections.flatMap(({ letter, name, question, items }) => [
    heading(`${letter}. ${name}`, 2),
    ...paragraph(question),
    ...items.flatMap((item) => itemBlocks(item, sheet)),
  ]),
  heading(sheet.words.levels, 2),
  ...bullets(sheet.levels.map(({ name, permits, bar }) => [`${name}.`, permits, bar].filter(Boolean).join(' '))),
  ...sheet.rules.flatMap((rule) => paragraph(rule)),
];

const room = '_'.repeat(60);

const itemBlocks = ({ code, kindName, essential, title, answers }: PaperItem, { words }: PaperSheet): Block[] => [
  heading(`${code} ${title}`, 3),
  ...paragraph([kindName, essential].filter(Boolean).join(' · ')),
  listing(
    [12, 88],
    [code, words.answer],
    answers.map(({ mark, label, text }) => [`☐ ${mark}`, [label, text].filter(Boolean).join('. ')]),
  ),
  ...paragraph(`${words.note}: ${room}`),
];
