import type { LoaderFunctionArgs } from '@remix-run/node';
import { leafletEditions } from '#app/domain/leaflet.ts';
import { renderLeaflet } from '#app/exports/leaflet-pdf.server.ts';
import { leafletFor } from '#app/web/leaflet.server.ts';
import { requirePlacement } from '#app/web/placement-visit.server.ts';

/** /files/placements/<placement>/leaflet-<edition>.pdf: the worker's page with the code of this placement. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePlacement({ ...args, params: { ...args.params, lang: 'nl' } }, 'record');
  const edition = leafletEditions.find((one) => args.params.name === `leaflet-${one}.pdf`);
  if (!edition) throw new Response(null, { status: 404 });
  const body = await renderLeaflet(await leafletFor(visit, edition));
  return new Response(body as BodyInit, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${args.params.name}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
