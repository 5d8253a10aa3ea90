import type { PublishedTable, UptakeFigures } from './figures/published.ts';

export const uptakeKinds = ['opened', 'started', 'handed-in'] as const;
export type UptakeKind = (typeof uptakeKinds)[number];

/** Who used a campaign: the counting key of a browser, and its organisation where it has one with an account. */
export type UptakeUser = { browser: string; organisation: string | null };

/** What may be shown of a campaign; null where a group is too small. Nothing at all is null as a whole. */
export type ShownUptake = {
  madeAt: Date;
  total: UptakeCounts;
  weeks: (UptakeCounts & { week: string })[];
} | null;
export type UptakeCounts = Record<UptakeKind, number | null>;

/** The published tables of a campaign as one picture; weeks in order, only those of which something is shown. */
export function shownUptake(tables: readonly PublishedTable<UptakeFigures>[]): ShownUptake {
  const table = (name: string) => tables.find((one) => one.name === name);
  const [total, week] = [table('total'), table('week')];
  const counts = (id: (kind: UptakeKind) => string, rows = total?.rows ?? []) =>
    Object.fromEntries(
      uptakeKinds.map((kind) => [kind, rows.find((row) => row.id === id(kind))?.figures?.count ?? null]),
    ) as UptakeCounts;
  const names = [...new Set((week?.rows ?? []).map(({ id }) => id.split('.')[0] ?? ''))].sort();
  const weeks = names
    .map((name) => ({ week: name, ...counts((kind) => `${name}.${kind}`, week?.rows) }))
    .filter(isShown);
  const all = counts((kind) => kind);
  if (!isShown(all) && weeks.length === 0) return null;
  const made = [total, week].flatMap((one) => (one ? [one.madeAt] : []));
  return { madeAt: made.reduce((a, b) => (a > b ? a : b)), total: all, weeks };
}

const isShown = (counts: UptakeCounts): boolean => uptakeKinds.some((kind) => counts[kind] !== null);
