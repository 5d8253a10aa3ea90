import type { Report } from '#app/domain/report.ts';

/** The report itself: what was stored can be opened again, whatever the content says by then. */
export const renderJson = async (report: Report): Promise<Buffer> => Buffer.from(JSON.stringify(report, null, 2));
