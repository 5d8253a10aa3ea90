import type { LoaderFunctionArgs } from '@remix-run/node';
import { pilotFormats } from '#app/exports/pilot-report.server.ts';
import { fileAnswer, withLanguage } from '#app/web/file.ts';
import { requireReportOfPilot } from '#app/web/pilot-documents.server.ts';

/** /files/pilots/<pilot>/report.pdf for who leads it, /files/pilots/<pilot>/published.pdf for everyone. */
export async function loader(args: LoaderFunctionArgs) {
  const [what = '', extension = ''] = (args.params.name ?? '').split('.');
  const format = pilotFormats.find((one) => one.extension === extension);
  if (!format) throw new Response(null, { status: 404 });
  const report = await requireReportOfPilot(withLanguage(args), what);
  return fileAnswer(await format.render(report), format.mime, `toolbox-doorstroom-pilot.${extension}`);
}
