import type { LoaderFunctionArgs } from '@remix-run/node';
import { formats } from '#app/exports/formats.ts';
import { renderPaperPdf } from '#app/exports/paper-pdf.server.ts';
import { fileAnswer, withLanguage } from '#app/web/file.ts';
import { requireLanguage } from '#app/web/language.ts';
import { blankSheet, isPublic } from '#app/web/paper-sheet.server.ts';
import { partnerOf } from '#app/web/partner.server.ts';

/** The library for Word is loaded with the first document, so that the server starts without it. */
const renderPaperDocx = async (sheet: ReturnType<typeof blankSheet>) =>
  (await import('#app/exports/paper-docx.server.ts')).renderPaperDocx(sheet);

const renders = { pdf: renderPaperPdf, docx: renderPaperDocx };

/** /files/paper/<ref of a checklist>/checklist.pdf or .docx, blank, in the language of `?lang=`. */
export async function loader(args: LoaderFunctionArgs) {
  const { services } = args.context;
  const language = requireLanguage(withLanguage(args).params);
  const checklist = await services.findChecklist(args.params.ref ?? '', language);
  const extension = (['pdf', 'docx'] as const).find((one) => args.params.name === `checklist.${one}`);
  if (!checklist || !extension || !isPublic(services, checklist)) throw new Response(null, { status: 404 });
  const body = await renders[extension](blankSheet(services, checklist), await partnerOf(services, checklist.edition));
  const mime = formats.find((one) => one.extension === extension)?.mime ?? '';
  return fileAnswer(body, mime, `toolbox-doorstroom-${checklist.sector}-${checklist.version}-${language}.${extension}`);
}
