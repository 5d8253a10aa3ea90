import { createHash } from 'node:crypto';
import type { Checklist, Language } from '#app/domain/checklist.ts';

/**
 * What a published version may never change, as a SHA-256: items, words in every language, levels, dimensions,
 * context, contradictions, what became of the version before, and effort and targets of the remedies. Support measures age and are left out.
 */
export function fingerprint(byLanguage: Record<Language, Checklist>): string {
  const frozen = Object.values(byLanguage).map(({ remedies, moves, instruments: _, sources: __, ...rest }) => ({
    ...rest,
    ...(moves.length > 0 && { moves }),
    remedies: remedies.map(({ id, effort }) => ({ id, effort })),
  }));
  return createHash('sha256').update(stable(frozen)).digest('hex');
}

/** JSON with sorted keys, so that the order of writing does not matter. */
const stable = (value: unknown): string =>
  JSON.stringify(value, (_key, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
