import type { LoaderFunctionArgs } from '@remix-run/node';
import { figureFile } from '#app/web/figure-file.server.ts';
import { sectorFigures } from '#app/web/figures.server.ts';
import { fileAnswer, withLanguage } from '#app/web/file.ts';
import { requireLanguage } from '#app/web/language.ts';

/** /files/figures/<sector>/figures.<format>: the public figures of a sector. */
export async function loader(args: LoaderFunctionArgs) {
  const { params, request, context } = withLanguage(args);
  const figures = await sectorFigures(context.services, params.sector, requireLanguage(params));
  const { body, mime, name } = await figureFile(context.services, figures, request, params.name);
  return fileAnswer(body, mime, name);
}
