import type { Checklist, Language } from '#app/domain/checklist.ts';
import type { Services } from './services.ts';

/** The newest checklist of a sector, or 404: a sector that is not complete does not exist for users. */
export function requireSector(services: Services, sector: string | undefined, language: Language): Checklist {
  const ref = services.startable.find((one) => one.split('@')[0] === sector);
  const checklist = ref ? services.findCore(ref, language) : null;
  if (!checklist) throw new Response(null, { status: 404 });
  return checklist;
}

/** The checklists that can be started, newest version of each sector. */
export const startableChecklists = ({ startable, findCore }: Services, language: Language): Checklist[] =>
  startable.flatMap((ref) => findCore(ref, language) ?? []);
/** Links to every sector that can be started, to choose one from. */
export const sectorLinks = (
  services: Services,
  language: Language,
  current: string,
  hrefOf: (sector: string) => string,
) =>
  services.startable.map((ref) => {
    const { sector, name } = requireSector(services, ref.split('@')[0], language);
    return { href: hrefOf(sector), label: name, current: sector === current };
  });
