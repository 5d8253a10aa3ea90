import type { PaperSheet } from '#app/domain/paper-sheet.ts';
import { compilePdf, dayParts } from './pdf-compiler.server.ts';
import { printable } from './printable.ts';

/** A blank checklist as a tagged PDF (PDF/UA-1). */
export const renderPaperPdf = (sheet: PaperSheet): Promise<Buffer> =>
  compilePdf('paper', { sheet: printable(sheet), day: dayParts(sheet.day) });
