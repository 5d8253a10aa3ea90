import { bandOf } from '#app/domain/figures/heat.ts';
import { breakable } from './breakable.ts';
import type { FigureDocument } from './figure-document.ts';
import { type Partner, partnerData } from './partner.ts';
import { compilePdf, dayParts } from './pdf-compiler.server.ts';
import { mapTexts, printable } from './printable.ts';

/** A note for the board as a tagged PDF (PDF/UA-1): what the page shows, on one or two pages. */
export const renderFigurePdf = ({ report, words }: FigureDocument, partner: Partner | null = null): Promise<Buffer> =>
  compilePdf('figures', {
    ...mapTexts(printable({ report, words }), breakable),
    bands: report.heat?.rows.map(({ cells }) => cells.map((share) => (share === null ? null : bandOf(share)))) ?? [],
    partner: partnerData(partner),
    day: dayParts(report.day),
  });
