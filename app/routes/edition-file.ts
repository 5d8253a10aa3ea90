import type { LoaderFunctionArgs } from '@remix-run/node';
import { writeEditionFile } from '#app/content/edition-file.ts';
import { findOwnerOfEdition } from '#app/data/edition.server.ts';
import { findLogo } from '#app/data/logo.server.ts';
import { requireEdition } from '#app/web/edition-visit.server.ts';
import { isLanguage, preferredLanguage } from '#app/web/language.ts';

/** /files/editions/<edition>/edition.yaml: the draft as a file of our content, for whoever makes it. */
export async function loader(args: LoaderFunctionArgs) {
  const { params, request, context } = args;
  const asked = new URL(request.url).searchParams.get('lang') ?? '';
  const organisation = await findOwnerOfEdition(context.services.store, params.edition ?? '');
  const lang = isLanguage(asked) ? asked : preferredLanguage(request);
  const { services, edition } = await requireEdition(
    { ...args, params: { ...params, lang, organisation: organisation ?? '' } },
    'make-edition',
  );
  const logo = edition.draft.logo ? await findLogo(services.store, edition.draft.logo) : null;
  return new Response(writeEditionFile(edition.sector, edition.draft, logo), {
    headers: {
      'Content-Type': 'application/yaml; charset=utf-8',
      'Content-Disposition': `attachment; filename="${edition.slug}.yaml"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
