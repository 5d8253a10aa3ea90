import { findOfferedVersion } from '#app/data/edition.server.ts';
import type { Checklist, ChecklistEdition, Language } from '#app/domain/checklist.ts';
import { editionRef } from '#app/domain/edition-ref.ts';
import type { Services } from './services.ts';

export type OfferedChecklist = Checklist & { edition: ChecklistEdition };

/** The checklist in the newest version of an edition, or 404 when there is none or it was withdrawn. */
export async function requireOffered(
  services: Services,
  slug: string | undefined,
  language: Language,
): Promise<OfferedChecklist> {
  const version = await findOfferedVersion(services.store, slug ?? '');
  const ref = version && editionRef({ core: version.checklistRef, slug: version.slug, number: version.number });
  const checklist = ref ? await services.findChecklist(ref, language) : null;
  if (!checklist?.edition) throw new Response(null, { status: 404 });
  return { ...checklist, edition: checklist.edition };
}
