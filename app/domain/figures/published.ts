/**
 * What is published: frozen, rounded, safe to show to anyone. Counts are rounded to 5, shares are whole per cents computed
 * from rounded counts and rounded to 5 (product: federation).
 */
export type PublishedTable<F> = {
  /** sector:care, edition:<id>, campaign:<id>, evidence:care or remarks:care. */
  scope: string;
  name: string;
  night: number;
  madeAt: Date;
  rows: PublishedRow<F>[];
};

/** `id` is an option id, a quarter such as 2026-Q4, a week, an item, a remark such as buses.unclear; figures are null where a group is too small to show. */
export type PublishedRow<F> = { id: string; figures: F | null };

/** Of the hand-ins of a group: one per workplace, its last one. */
export type HandInFigures = {
  workplaces: number;
  /** Levels from 1 up; neighbours are taken together until each has enough organisations. */
  levels: { levels: number[]; count: number; share: number }[];
  /** Per dimension: the middle of what is met, in per cent. */
  dimensions: Record<string, number>;
  /** Per threshold: the share of workplaces where it occurs and is not tackled. */
  open: Record<string, number>;
  /** Per item: the share that does not know, and to which it does not apply. */
  unknown: Record<string, number>;
  notApplicable: Record<string, number>;
  /** Per item: how many workplaces it holds back from their next level, as part of their shortest way. */
  holdsBack: Record<string, { count: number; share: number }>;
  /** Per remedy: at how many workplaces it was chosen, and finished. */
  remedies: Record<string, { chosen: number; finished: number }>;
  /** Per instrument: at how many workplaces an action uses it. */
  instruments: Record<string, number>;
  /** Per item: the middle of the seconds that answering took. */
  seconds: Record<string, number>;
};

/** Of a threshold met in placements. */
export type EvidenceFigures = {
  /** Placements in which it was met, of all placements of the sector. */
  met: number;
  placements: number;
  /** Per remedy: how often it was tried, how often it helped, and between which shares (Wilson, 95 %) that lies. */
  remedies: Record<string, { tried: number; helped: number; share: number; low: number; high: number }>;
};

/** Of a campaign, in all or in a week: how many browsers or organisations. */
export type UptakeFigures = { count: number };

/** Of one kind of remark on an item: at how many workplaces it was made. */
export type RemarkFigures = { count: number };
