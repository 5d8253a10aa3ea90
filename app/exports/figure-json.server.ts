import type { FigureDocument } from './figure-document.ts';

/** What the page says, and the published tables as they stand. */
export const renderFigureJson = async ({ report, tables }: FigureDocument): Promise<Buffer> =>
  Buffer.from(JSON.stringify({ format: 'toolbox-doorstroom/figures', version: 1, report, tables }, null, 2));
