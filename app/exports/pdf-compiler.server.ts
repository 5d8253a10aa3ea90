import { join } from 'node:path';
import { workerPool } from './worker-pool.server.ts';

const root = process.env.APP_ROOT ?? process.cwd();

const compile = workerPool({
  file: join(root, 'app/exports/pdf-worker.mjs'),
  root,
  size: 2,
  timeoutMs: 20_000,
  jobs: 200,
  idleMs: 60_000,
});

/** Templates of content/reports that can be compiled. */
export type Template =
  | 'report'
  | 'leaflet'
  | 'job-card'
  | 'visit-report'
  | 'paper'
  | 'figures'
  | 'pilot-report'
  | 'logo'
  | 'campaign-poster'
  | 'campaign-letter'
  | 'campaign-slide';

/** A tagged PDF (PDF/UA-1) of a template that reads `data`; rejects with an Error when it cannot be made. */
export const compilePdf = (template: Template, data: object): Promise<Buffer> =>
  compile(JSON.stringify({ template, ...data }));

/** The first page of a template as a picture so many pixels wide; rejects with an Error when it cannot be made. */
export const compilePng = (template: Template, data: object, width: number): Promise<Buffer> =>
  compile(JSON.stringify({ template, ...data, pngWidth: width }));

/** A day (YYYY-MM-DD) as the templates read it. */
export function dayParts(day: string): { year: number; month: number; day: number } {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month, day: date };
}
