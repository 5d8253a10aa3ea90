import type { Report } from '#app/domain/report.ts';
import { renderDocx } from './docx.server.ts';
import { renderIcs } from './ics.server.ts';
import { renderJson } from './json.server.ts';
import { renderPdf } from './pdf.server.ts';
import { renderXlsx } from './xlsx.server.ts';

/** How a report can leave: menu, route and tests read this list. `render` rejects with an Error when it fails. */
export type Format = {
  id: 'pdf' | 'docx' | 'xlsx' | 'ics' | 'json';
  extension: string;
  mime: string;
  render: (report: Report) => Promise<Buffer>;
};

const office = 'application/vnd.openxmlformats-officedocument';

export const formats: readonly Format[] = [
  { id: 'pdf', extension: 'pdf', mime: 'application/pdf', render: renderPdf },
  { id: 'docx', extension: 'docx', mime: `${office}.wordprocessingml.document`, render: renderDocx },
  { id: 'xlsx', extension: 'xlsx', mime: `${office}.spreadsheetml.sheet`, render: renderXlsx },
  { id: 'ics', extension: 'ics', mime: 'text/calendar; charset=utf-8', render: renderIcs },
  { id: 'json', extension: 'json', mime: 'application/json; charset=utf-8', render: renderJson },
];
