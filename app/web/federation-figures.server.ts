import { listPublishedEditions, type PublishedEdition } from '#app/data/published-edition.server.ts';
import { totalOf } from '#app/domain/figures/shown-tables.ts';
import type { FederationVisit } from './federation-visit.server.ts';
import { type Figures, readTables, sectorFigures } from './figures.server.ts';
import { requireSector } from './sector.ts';

/**
 * What a federation sees of a sector: its own figures through one of its editions, or those of the whole sector. `waiting`:
 * its own were asked, and cannot be shown yet.
 */
export type FederationFigures = {
  figures: Figures;
  editions: PublishedEdition[];
  /** Whose figures were asked for: an edition's id, or the whole sector. */
  of: string;
  waiting: boolean;
};

export const wholeSector = 'sector';

/** The figures that the address asks for; an edition of somebody else, or of another sector, is 404. */
export async function federationFigures(
  visit: FederationVisit,
  sector: string | undefined,
  request: Request,
): Promise<FederationFigures> {
  const { services, language, organisation } = visit;
  const checklist = requireSector(services, sector, language);
  const all = await listPublishedEditions(services.store, organisation.id);
  const editions = all.filter((one) => one.sector === checklist.sector);
  const of = new URL(request.url).searchParams.get('of') ?? editions[0]?.id ?? wholeSector;
  const edition = editions.find(({ id }) => id === of);
  if (!edition && of !== wholeSector) throw new Response(null, { status: 404 });
  const own = edition && (await readTables(services, `edition:${edition.id}`, checklist, nameOf(edition, visit)));
  if (own && totalOf(own.tables)) return { figures: own, editions, of, waiting: false };
  return {
    figures: await sectorFigures(services, sector, language),
    editions,
    of,
    waiting: editions.length > 0 && of !== wholeSector,
  };
}

/** Whose picture stands on a document of these figures; null where they are those of the whole sector. */
export function brandOfFigures(visit: FederationVisit, { editions, of, waiting }: FederationFigures) {
  const edition = waiting ? undefined : editions.find(({ id }) => id === of);
  if (!edition) return null;
  const { language, organisation } = visit;
  return { by: organisation.name, logo: edition.logo, logoText: edition.logoText?.[language] ?? '' };
}

/** What an edition is called in the language of the visit. */
export const nameOf = ({ name, slug }: PublishedEdition, { language }: Pick<FederationVisit, 'language'>): string =>
  name[language] ?? name.nl ?? slug;

/** The sector where a federation begins: that of its first edition, else the first there is. */
export async function firstSector({ services, organisation }: FederationVisit): Promise<string> {
  const [edition] = await listPublishedEditions(services.store, organisation.id);
  return edition?.sector ?? services.startable[0]?.split('@')[0] ?? '';
}
