import { findLogo } from '#app/data/logo.server.ts';
import type { ChecklistEdition, Language } from '#app/domain/checklist.ts';
import type { Partner } from '#app/exports/partner.ts';
import type { Services } from './services.ts';

type Named = Pick<ChecklistEdition, 'by' | 'logo' | 'logoText'>;

/** The federation beside ours on a document made in its edition; null outside an edition. */
export async function partnerOf({ store }: Services, edition: Named | null | undefined): Promise<Partner | null> {
  if (!edition) return null;
  const logo = edition.logo ? await findLogo(store, edition.logo) : null;
  return { name: edition.by, logo, logoText: edition.logoText };
}

/** The same for a report, by the version of the edition that it was made in. */
export async function partnerOfReport(
  services: Services,
  { checklistRef, language }: { checklistRef: string; language: Language },
): Promise<Partner | null> {
  return partnerOf(services, (await services.findChecklist(checklistRef, language))?.edition);
}
