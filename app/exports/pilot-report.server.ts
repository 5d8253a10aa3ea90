import type { PilotReport } from '#app/domain/pilot-report.ts';
import { breakable } from './breakable.ts';
import { compilePdf, dayParts } from './pdf-compiler.server.ts';
import { mapTexts, printable } from './printable.ts';

/** The library for Word is loaded with the first document, so that the server starts without it. */
const renderPilotDocx = async (report: PilotReport): Promise<Buffer> =>
  (await import('./pilot-docx.server.ts')).renderPilotDocx(report);

/** The formats of the final report of a pilot. */
export const pilotFormats = [
  { extension: 'pdf', mime: 'application/pdf', render: renderPilotPdf },
  {
    extension: 'docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    render: renderPilotDocx,
  },
] as const;

/** A tagged PDF (PDF/UA-1). */
export function renderPilotPdf(report: PilotReport): Promise<Buffer> {
  return compilePdf('pilot-report', { report: mapTexts(printable(report), breakable), day: dayParts(report.day) });
}
