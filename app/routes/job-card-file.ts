import type { LoaderFunctionArgs } from '@remix-run/node';
import { renderJobCard } from '#app/exports/job-card.server.ts';
import { jobCard, readCarving } from '#app/web/carving.server.ts';
import { isLanguage } from '#app/web/language.ts';
import { requirePlacement } from '#app/web/placement-visit.server.ts';

/** /files/placements/<placement>/job-card.pdf: what the carved job asks; neither the code nor anything of a person. */
export async function loader(args: LoaderFunctionArgs) {
  const asked = new URL(args.request.url).searchParams.get('lang') ?? undefined;
  const visit = await requirePlacement(
    { ...args, params: { ...args.params, lang: isLanguage(asked) ? asked : 'nl' } },
    'record',
  );
  const body = await renderJobCard(jobCard(visit, await readCarving(visit)));
  return new Response(body as BodyInit, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'attachment; filename="toolbox-doorstroom-job.pdf"',
      'Cache-Control': 'private, no-store',
    },
  });
}
