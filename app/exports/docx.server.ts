import { Document, Footer, LineRuleType, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { Report } from '#app/domain/report.ts';
import { hasDetails } from '#app/domain/report.ts';
import {
  answerBlocks,
  contextBlocks,
  levelBlocks,
  planBlocks,
  profileBlocks,
  ruleBlocks,
  supportBlocks,
  thresholdBlocks,
  topicBlocks,
  wayBlocks,
} from './docx-parts.ts';
import type { Block } from './docx-pieces.ts';
import { heading, paragraph } from './docx-pieces.ts';
import { printable } from './printable.ts';

/** A Word document with real headings, tables with header rows, a title and a language. */
export async function renderDocx(report: Report): Promise<Buffer> {
  const { title, headline, meta, language, words, ...rest } = printable(report);
  const head = { title: `${title} – ${headline}`, description: meta, language, words };
  return Packer.toBuffer(wordDocument(head, title, blocksOf({ title, headline, meta, language, words, ...rest })));
}

type Head = {
  title: string;
  description: string;
  language: Report['language'];
  words: Pick<Report['words'], 'brand' | 'page'>;
};

/** An A4 document with a title, a language, and at the foot what it is and the page. */
export const wordDocument = (
  { title, description, language, words }: Head,
  foot: string,
  children: Block[],
): Document =>
  new Document({
    title,
    creator: words.brand,
    description,
    styles: stylesFor(language),
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin } },
        footers: { default: footerOf(words, foot) },
        children,
      },
    ],
  });

const blocksOf = (report: Report): Block[] => [
  ...paragraph(report.meta, { bold: true, color: quiet }),
  ...paragraph(report.label, { bold: true, color: quiet }),
  heading(report.headline, 1),
  ...paragraph(report.permits, { size: 26, color: quiet }),
  ...report.notes.flatMap((note) => paragraph(note)),
  ...levelBlocks(report),
  ...wayBlocks(report),
  ...thresholdBlocks(report),
  ...profileBlocks(report),
  ...(hasDetails(report) ? detailBlocks(report) : []),
  ...paragraph(report.closing),
];

const detailBlocks = (report: Report): Block[] => [
  ...answerBlocks(report),
  ...planBlocks(report),
  ...topicBlocks(report),
  ...supportBlocks(report),
  ...contextBlocks(report),
  ...ruleBlocks(report),
];

const margin = { top: 1134, right: 1134, bottom: 1134, left: 1134 };
const quiet = '465553';

function footerOf(words: Head['words'], title: string): Footer {
  const [before = '', between = '', after = ''] = words.page.split(/\{pages?\}/);
  return new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({ text: `${words.brand} · ${title} · `, size: 17, color: quiet }),
          new TextRun({
            children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
            size: 17,
            color: quiet,
          }),
        ],
      }),
    ],
  });
}

/** Fonts that every Word has; sizes in half points, space in twentieths of a point. */
function stylesFor(language: Report['language']) {
  const value = { nl: 'nl-BE', en: 'en-GB' }[language];
  const head = (size: number, before: number) => ({
    run: { font: 'Georgia', bold: true, size, color: '17211F' },
    paragraph: { spacing: { before, after: 100 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: 'Calibri', size: 21, color: '17211F', language: { value, bidirectional: 'ar-SA' } },
        paragraph: { spacing: { after: 90, line: 264, lineRule: LineRuleType.AUTO } },
      },
      heading1: head(46, 120),
      heading2: head(28, 360),
      heading3: head(23, 240),
      heading4: head(21, 200),
    },
  };
}
