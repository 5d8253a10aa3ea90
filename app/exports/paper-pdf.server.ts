import type { PaperSheet } from '#app/domain/paper-sheet.ts';
import { type Partner, partnerData } from './partner.ts';
import { compilePdf, dayParts } from './pdf-compiler.server.ts';
import { printable } from './printable.ts';

/** A blank checklist as a tagged PDF (PDF/UA-1). */
export const renderPaperPdf = (sheet: PaperSheet, partner: Partner | null = null): Promise<Buffer> =>
  compilePdf('paper', { sheet: printable(sheet), partner: partnerData(partner), day: dayParts(sheet.day) });
