import QRCode from 'qrcode';
import type { Report } from '#app/domain/report.ts';
import { hasDetails } from '#app/domain/report.ts';
import { breakable } from './breakable.ts';
import { compilePdf, dayParts } from './pdf-compiler.server.ts';
import { mapTexts, printable } from './printable.ts';
import { brusselsDay } from './report-date.ts';

/** A tagged PDF (PDF/UA-1): one page for management, and behind it everything else. */
export async function renderPdf(report: Report): Promise<Buffer> {
  const { url } = report.words;
  return compilePdf('report', {
    report: mapTexts(printable(report), breakable),
    details: hasDetails(report),
    day: dayParts(brusselsDay(report.date)),
    qr: url ? await QRCode.toString(url, { type: 'svg', margin: 0 }) : null,
  });
}
