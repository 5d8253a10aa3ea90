import type { LoaderFunctionArgs } from '@remix-run/node';
import { brandOfFigures, federationFigures } from '#app/web/federation-figures.server.ts';
import { requireFederation } from '#app/web/federation-visit.server.ts';
import { figureFile } from '#app/web/figure-file.server.ts';
import { fileAnswer, withLanguage } from '#app/web/file.ts';
import { partnerOf } from '#app/web/partner.server.ts';

/** /files/organisations/<id>/figures/<sector>/figures.<format>: what the federation's page of figures shows. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireFederation(withLanguage(args), 'see-figures');
  const shown = await federationFigures(visit, args.params.sector, args.request);
  const partner = await partnerOf(visit.services, brandOfFigures(visit, shown));
  const { body, mime, name } = await figureFile(visit.services, shown.figures, args.request, args.params.name, partner);
  return fileAnswer(body, mime, name);
}
