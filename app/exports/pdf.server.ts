import QRCode from 'qrcode';
import type { Report } from '#app/domain/report.ts';
import { hasDetails } from '#app/domain/report.ts';
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

const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' });
const longWord = /\S{40,}/gu;

/** Gives a word too long for a line invisible places to break; an address stays an address. */
const breakable = (text: string): string =>
  /^https?:\/\/\S+$/.test(text) ? text : text.replace(/[\t\ufeff]/g, ' ').replace(longWord, withBreaks);

function withBreaks(word: string): string {
  const parts = [...graphemes.segment(word)].map(({ segment }) => segment);
  return parts.map((part, index) => (index > 0 && index % 20 === 0 ? `\u200b${part}` : part)).join('');
}
