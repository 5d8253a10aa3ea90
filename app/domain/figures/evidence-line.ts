import type { EvidenceFigures } from './published.ts';

/** What is told of a threshold in one line; every number is published, rounded and safe. */
export type Evidence = { met: number; placements: number; helped: Helped | null };
/** How often a remedy was tried and helped, and between which shares in per cent that lies. */
export type Helped = { remedy: string; tried: number; helped: number; low: number; high: number };

/**
 * The line beside an item: in how many placements it was a threshold, and the remedy that most surely helped. Only remedies
 * in `remedies`, what the checklist itself advises here, are told of. Null where nothing is published.
 */
export function evidenceLine(figures: EvidenceFigures | null, remedies: readonly string[]): Evidence | null {
  if (!figures || figures.met === 0) return null;
  return { met: figures.met, placements: figures.placements, helped: surestRemedy(figures, remedies) };
}

/**
 * The remedy whose share lies surely highest: the highest lower bound, so that a few lucky tries do not win from many; then
 * the most tried, then by id. One that helped nobody is not told of.
 */
export function surestRemedy({ remedies: known }: EvidenceFigures, remedies: readonly string[]): Helped | null {
  const [surest] = remedies
    .flatMap((remedy) => {
      const found = known[remedy];
      return found && found.helped > 0 ? [helpedOf(remedy, found)] : [];
    })
    .sort((one, other) => other.low - one.low || other.tried - one.tried || (one.remedy < other.remedy ? -1 : 1));
  return surest ?? null;
}

const helpedOf = (
  remedy: string,
  { tried, helped, low, high }: { tried: number; helped: number; low: number; high: number },
): Helped => ({ remedy, tried, helped, low, high });
