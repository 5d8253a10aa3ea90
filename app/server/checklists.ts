import type { Library } from '#app/content/library.ts';
import { findEditionVersion } from '#app/data/edition.server.ts';
import type { Store } from '#app/data/store.server.ts';
import { type Checklist, type Language, languages } from '#app/domain/checklist.ts';
import { withEdition } from '#app/domain/edition-checklist.ts';
import { coreRef, readEditionRef } from '#app/domain/edition-ref.ts';

type InEveryLanguage = Record<Language, Checklist>;

/**
 * Finds a checklist by its ref, with the layer of its edition. Published versions never change, so each is made once.
 * An edition that is gone leaves the core checklist: its verdict was the core's all along.
 */
export function checklistFinder(checklists: Library['checklists'], store: Store) {
  const made = new Map<string, InEveryLanguage>();
  return async (ref: string, language: Language): Promise<Checklist | null> => {
    const core = checklists[coreRef(ref)] ?? null;
    const asked = core && readEditionRef(ref);
    if (!asked) return checklists[ref]?.[language] ?? null;
    const edition = made.get(ref) ?? (await makeEdition(core, asked, store));
    if (edition) made.set(ref, edition);
    return (edition ?? core)[language];
  };
}

async function makeEdition(
  core: InEveryLanguage,
  { core: checklistRef, slug, number }: NonNullable<ReturnType<typeof readEditionRef>>,
  store: Store,
): Promise<InEveryLanguage | null> {
  const version = await findEditionVersion(store, slug, number);
  if (version?.checklistRef !== checklistRef) return null;
  return Object.fromEntries(
    languages.map((language) => [language, withEdition(core[language], version, language)]),
  ) as InEveryLanguage;
}
