import type { Report } from '#app/domain/report.ts';
import { hasDetails } from '#app/domain/report.ts';
import { packDocument, quiet } from './docx-page.ts';
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
import { partnerBlocks } from './partner.server.ts';
import type { Partner } from './partner.ts';
import { printable } from './printable.ts';

/** A Word document with real headings, tables with header rows, a title and a language. */
export async function renderDocx(report: Report, partner: Partner | null = null): Promise<Buffer> {
  const clean = printable(report);
  return packDocument(
    {
      title: `${clean.title} – ${clean.headline}`,
      description: clean.meta,
      language: clean.language,
      brand: clean.words.brand,
      foot: clean.title,
      page: clean.words.page,
    },
    [...(await partnerBlocks(partner)), ...blocksOf(clean)],
  );
}

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
