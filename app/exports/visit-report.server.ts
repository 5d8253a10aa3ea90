import type { VisitReport } from '#app/domain/visit-report.ts';
import { breakable } from './breakable.ts';
import { compilePdf, dayParts } from './pdf-compiler.server.ts';
import { mapTexts, printable } from './printable.ts';

/** The report of a visit as a tagged PDF (PDF/UA-1). */
export const renderVisitReport = (report: VisitReport): Promise<Buffer> =>
  compilePdf('visit-report', { report: mapTexts(printable(report), breakable), day: dayParts(report.day) });
