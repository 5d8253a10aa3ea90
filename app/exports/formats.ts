import type { Report } from '#app/domain/report.ts';
import { renderJson } from './json.server.ts';
import type { Partner } from './partner.ts';
import { renderPdf } from './pdf.server.ts';

/** How a report can leave: menu, route and tests read this list. `render` rejects with an Error when it fails. */
export type Format = {
  id: 'pdf' | 'docx' | 'xlsx' | 'ics' | 'json';
  extension: string;
  mime: string;
  render: (report: Report, partner?: Partner | null) => Promise<Buffer>;
};

const office = 'application/vnd.openxmlformats-officedocument';

/** Office and calendar libraries are loaded with the first document, so that the server starts without them. */
const renderDocx: Format['render'] = async (report, partner) =>
  (await import('./docx.server.ts')).renderDocx(report, partner);
const renderXlsx = async (report: Report) => (await import('./xlsx.server.ts')).renderXlsx(report);
const renderIcs = async (report: Report) => (await import('./ics.server.ts')).renderIcs(report);

export const formats: readonly Format[] = [
  { id: 'pdf', extension: 'pdf', mime: 'application/pdf', render: renderPdf },
  { id: 'docx', extension: 'docx', mime: `${office}.wordprocessingml.document`, render: renderDocx },
  { id: 'xlsx', extension: 'xlsx', mime: `${office}.spreadsheetml.sheet`, render: renderXlsx },
  { id: 'ics', extension: 'ics', mime: 'text/calendar; charset=utf-8', render: renderIcs },
  { id: 'json', extension: 'json', mime: 'application/json; charset=utf-8', render: renderJson },
];
