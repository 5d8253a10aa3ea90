import { renderFigureCsv } from './figure-csv.server.ts';
import type { FigureDocument } from './figure-document.ts';
import { renderFigureJson } from './figure-json.server.ts';
import { renderFigurePdf } from './figure-pdf.server.ts';
import type { Partner } from './partner.ts';

/** How figures can leave: menu, route and tests read this list. `render` rejects with an Error when it fails. */
export type FigureFormat = {
  extension: 'pdf' | 'xlsx' | 'csv' | 'json';
  mime: string;
  render: (document: FigureDocument, partner?: Partner | null) => Promise<Buffer>;
};

const renderXlsx = async (document: FigureDocument) =>
  (await import('./figure-xlsx.server.ts')).renderFigureXlsx(document);

export const figureFormats: readonly FigureFormat[] = [
  { extension: 'pdf', mime: 'application/pdf', render: renderFigurePdf },
  {
    extension: 'xlsx',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    render: renderXlsx,
  },
  { extension: 'csv', mime: 'text/csv; charset=utf-8', render: renderFigureCsv },
  { extension: 'json', mime: 'application/json; charset=utf-8', render: renderFigureJson },
];
