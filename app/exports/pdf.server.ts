import QRCode from 'qrcode';
import { brusselsDay } from '#app/domain/calendar.ts';
import type { Report } from '#app/domain/report.ts';
import { hasDetails } from '#app/domain/report.ts';
import { breakable } from './breakable.ts';
import { type Partner, partnerData } from './partner.ts';
import { compilePdf, dayParts } from './pdf-compiler.server.ts';
import { mapTexts, printable } from './printable.ts';

/** A tagged PDF (PDF/UA-1): one page for management, and behind it everything else. */
export async function renderPdf(report: Report, partner: Partner | null = null): Promise<Buffer> {
  const { url } = report.words;
  return compilePdf('report', {
    report: mapTexts(printable(report), breakable),
    partner: partnerData(partner),
    details: hasDetails(report),
    day: dayParts(brusselsDay(report.date)),
    qr: url ? await QRCode.toString(url, { type: 'svg', margin: 0 }) : null,
  });
}
