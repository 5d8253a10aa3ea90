import { figureDocument } from '#app/exports/figure-document.ts';
import { figureFormats } from '#app/exports/figure-formats.ts';
import type { Partner } from '#app/exports/partner.ts';
import { type Figures, splitOf } from './figures.server.ts';
import type { Services } from './services.ts';

/** `figures.<extension>` of what the address asks for; 404 for another name, or when nothing was published. */
export async function figureFile(
  services: Services,
  figures: Figures,
  request: Request,
  name: string | undefined,
  partner: Partner | null = null,
): Promise<{ body: Buffer; mime: string; name: string }> {
  const format = figureFormats.find(({ extension }) => name === `figures.${extension}`);
  const t = services.translate[figures.checklist.language];
  const document = format && figureDocument({ ...figures, by: splitOf(request, figures) }, t);
  if (!format || !document) throw new Response(null, { status: 404 });
  return {
    body: await format.render(document, partner),
    mime: format.mime,
    name: `toolbox-doorstroom-${figures.checklist.sector}.${format.extension}`,
  };
}
