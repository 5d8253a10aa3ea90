import type { JobCard } from '#app/domain/job-card.ts';
import { breakable } from './breakable.ts';
import { compilePdf, dayParts } from './pdf-compiler.server.ts';
import { mapTexts, printable } from './printable.ts';

/** A carved job as a tagged PDF (PDF/UA-1). */
export const renderJobCard = (card: JobCard): Promise<Buffer> =>
  compilePdf('job-card', { card: mapTexts(printable(card), breakable), day: dayParts(card.day) });
