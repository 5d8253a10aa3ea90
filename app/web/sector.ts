import type { Checklist, Language } from '#app/domain/checklist.ts';
import type { Services } from './services.ts';

/** The newest checklist of a sector, or 404: a sector that is not complete does not exist for users. */
export async function requireSector(
  services: Services,
  sector: string | undefined,
  language: Language,
): Promise<Checklist> {
  const ref = services.startable.find((one) => one.split('@')[0] === sector);
  const checklist = ref ? await services.findChecklist(ref, language) : null;
  if (!checklist) throw new Response(null, { status: 404 });
  return checklist;
}

/** The checklists that can be started, newest version of each sector. */
export async function startableChecklists(services: Services, language: Language): Promise<Checklist[]> {
  const found = await Promise.all(services.startable.map((ref) => services.findChecklist(ref, language)));
  return found.filter((one) => one !== null);
}
