import { changeDraft } from '#app/data/edition.server.ts';
import { saveLogo } from '#app/data/logo.server.ts';
import { writeOrganisationLog } from '#app/data/organisation-log.server.ts';
import type { EditionContent } from '#app/domain/edition.ts';
import { sayIn } from '#app/domain/edition-texts.ts';
import { type EditionVisit, seenOf } from './edition-visit.server.ts';
import { readLogo } from './logo.server.ts';
import { logLine } from './organisation-visit.server.ts';

type Imported = { content: Omit<EditionContent, 'logo'>; picture: Uint8Array | null };
type Replaced = { ok: true; draft: EditionContent } | { ok: false; error: string };

/** Puts what a file says in the place of the draft that its reader had on screen; its picture is cleaned like any other. */
export async function replaceDraft(
  visit: EditionVisit,
  { content, picture }: Imported,
  seen: string,
): Promise<Replaced> {
  const { services, organisation, edition, language } = visit;
  const read = picture && (await readLogo(organisation.id, picture));
  if (read && !read.ok) return read;
  if (read) await saveLogo(services.store, organisation.id, read.logo, services.now());
  const draft = { ...content, logo: read ? read.logo.id : null };
  const end = await changeDraft(services.store, edition, services.now(), (now) =>
    seenOf(now) === seen ? draft : null,
  );
  if (end !== 'saved') return { ok: false, error: 'editions.changed-since' };
  const name = sayIn(draft.name, language, draft.languages);
  await writeOrganisationLog(services.store, organisation.id, logLine(visit, 'edition-imported', { name }));
  return { ok: true, draft };
}
