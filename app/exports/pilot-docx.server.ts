import type { PilotReport, PilotReportBlock, PilotReportPart } from '#app/domain/pilot-report.ts';
import { packDocument, quiet } from './docx-page.ts';
import { type Block, bullets, heading, labelled, paragraph } from './docx-pieces.ts';
import { printable } from './printable.ts';

/** A Word document with real headings. */
export function renderPilotDocx(report: PilotReport): Promise<Buffer> {
  const clean = printable(report);
  const { title, kicker, language, words } = clean;
  const sheet = { title, description: kicker, language, brand: words.brand, foot: title, page: words.page };
  return packDocument(sheet, [
    ...paragraph(kicker, { bold: true, color: quiet }),
    heading(title, 1),
    ...paragraph(clean.lead, { size: 26, color: quiet }),
    ...clean.facts.flatMap(({ label, text }) => labelled(label, text)),
    ...clean.parts.flatMap(partBlocks),
    ...paragraph(words.closing, { color: quiet }),
  ]);
}

const partBlocks = ({ heading: named, intro, blocks }: PilotReportPart): Block[] => [
  heading(named, 2),
  ...paragraph(intro, { color: quiet }),
  ...blocks.flatMap(blockOf),
];

const blockOf = ({ heading: named, tag, text, lists }: PilotReportBlock): Block[] => [
  ...(named ? [heading(named, 3)] : []),
  ...paragraph(tag, { bold: true, color: quiet }),
  ...paragraph(text),
  ...lists.flatMap(({ label, points }) => [...paragraph(label, { bold: true }), ...bullets(points)]),
];
