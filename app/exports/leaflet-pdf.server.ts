import type { Leaflet, LeafletEdition } from '#app/domain/leaflet.ts';
import { compilePdf, dayParts } from './pdf-compiler.server.ts';

/** The worker's page with the code of one placement; `today` is YYYY-MM-DD. */
export type LeafletSheet = {
  leaflet: Leaflet;
  edition: LeafletEdition;
  code: string;
  codeLabel: string;
  /** Whose coach it is, in a sentence. */
  organisation: string;
  brand: string;
  today: string;
};

/** One tagged page (PDF/UA-1). */
export const renderLeaflet = ({ edition, today, ...said }: LeafletSheet): Promise<Buffer> =>
  compilePdf('leaflet', {
    ...said,
    language: edition === 'en' ? 'en' : 'nl',
    day: dayParts(today),
  });
