import { Document, Footer, LineRuleType, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { Language } from '#app/domain/checklist.ts';
import type { Block } from './docx-pieces.ts';

/** What every Word document says of itself; `page` holds {page} and {pages}. */
type Sheet = {
  title: string;
  description: string;
  language: Language;
  brand: string;
  /** Beside the brand at the foot of every page. */
  foot: string;
  page: string;
};

/** The quiet colour of text beside the main text. */
export const quiet = '465553';

/** A Word document with real headings, a title and a language, on A4. */
export const packDocument = (sheet: Sheet, children: Block[]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      title: sheet.title,
      creator: sheet.brand,
      description: sheet.description,
      styles: stylesFor(sheet.language),
      sections: [
        {
          properties: { page: { size: { width: 11906, height: 16838 }, margin } },
          footers: { default: footerOf(sheet) },
          children,
        },
      ],
    }),
  );

const margin = { top: 1134, right: 1134, bottom: 1134, left: 1134 };

function footerOf({ brand, foot, page }: Sheet): Footer {
  const [before = '', between = '', after = ''] = page.split(/\{pages?\}/);
  return new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({ text: `${brand} · ${foot} · `, size: 17, color: quiet }),
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
function stylesFor(language: Language) {
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
