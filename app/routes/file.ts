import type { LoaderFunctionArgs } from '@remix-run/node';
import { managementPage, type Report, withoutNotes } from '#app/domain/report.ts';
import { type Format, formats } from '#app/exports/formats.ts';
import { readState } from '#app/web/assessment-state.server.ts';
import { fileAnswer, withLanguage } from '#app/web/file.ts';
import { ownFile } from '#app/web/own-file.server.ts';
import { partnerOfReport } from '#app/web/partner.server.ts';
import { requireReport } from '#app/web/result.server.ts';
import { requireVisit } from '#app/web/visit.server.ts';

/**
 * /files/<assessment>/<today, newest or a hand-in>/report.<extension>, management.pdf, or own/assessment.json. A frozen
 * report keeps its own language; `notes=no` leaves typed notes out.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { which = '', name = '' } = args.params;
  const search = new URL(args.request.url).searchParams;
  const asked = withLanguage(args);
  if (which === 'own') return ownAssessment(asked);
  const visit = await requireVisit(asked, 'download');
  const { format, management } = requireFormat(name);
  const report = await requireReport(visit, await readState(visit), which);
  const bare = search.get('notes') === 'no' || management ? withoutNotes(report) : report;
  const body = await format.render(
    management ? managementPage(bare) : bare,
    await partnerOfReport(visit.services, bare),
  );
  return fileAnswer(body, format.mime, fileName(bare, management, format.extension));
}

async function ownAssessment(args: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const visit = await requireVisit(args, 'keep-file');
  return fileAnswer(
    Buffer.from(JSON.stringify(await ownFile(visit), null, 2)),
    'application/json; charset=utf-8',
    'toolbox-doorstroom.json',
  );
}

function requireFormat(name: string): { format: Format; management: boolean } {
  const [stem, extension] = name.split('.');
  const format = formats.find((one) => one.extension === extension);
  const management = stem === 'management' && extension === 'pdf';
  if (!format || (stem !== 'report' && !management)) throw new Response(null, { status: 404 });
  return { format, management };
}

const fileName = ({ date }: Report, management: boolean, extension: string) =>
  `toolbox-doorstroom${management ? '-1' : ''}-${date.slice(0, 10)}.${extension}`;
