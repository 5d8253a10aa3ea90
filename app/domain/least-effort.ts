import type { State } from './effort-sweep.ts';
import { sweep } from './effort-sweep.ts';
import { affordable, lowerBound, shadowPrices } from './shadow-prices.ts';

/** Something that options can raise, in sixths (0 to 6). */
export type Gap = {
  have: number;
  /** Points that each sixth adds to the sum; 0 when it is outside the sum. */
  weight: number;
  /** Sixths that every solution must bring it to; 0 when any will do. */
  need: number;
  /** A tie goes to the set that fills more gaps of this sort. */
  bonus: boolean;
};

/** Something to do as a whole, with what it raises each gap to. `effort` is a whole number, at least 1. */
export type Option = { id: string; effort: number; lifts: { gap: number; to: number }[] };

/** `price`: effort first, then the number of options. `bit`: the smaller the id, the higher, to rank equal sets. */
export type Candidate = Option & { price: number; bit: bigint };
/** `bonusUnit`: what a bonus gap adds to a tie, more than all bits together. */
export type Problem = { gaps: Gap[]; candidates: Candidate[]; shortfall: number; bonusUnit: bigint };

/** States that the first sweep may hold at once; only a tangle of shared options needs more. */
const usualRoom = 300;

/**
 * The set of options with the least total effort that meets every need and adds `shortfall` points, as sorted ids, or
 * null if none does. Ties: fewer options, then more bonus gaps filled, then the smallest ids. Exact.
 */
export function leastEffort(gaps: Gap[], options: Option[], shortfall: number, room = usualRoom): string[] | null {
  const useful = withoutBeaten(gaps, options);
  if (!canDo(gaps, useful, shortfall)) return null;
  const candidates = candidatesOf(useful);
  const chosen = cheapest({ gaps, candidates, shortfall, bonusUnit: 1n << BigInt(useful.length) }, room);
  return chosen.map(({ id }) => id);
}

/** Leaves out what helps nowhere in the sum or the needs, and what another does as well for no more effort. */
function withoutBeaten(gaps: Gap[], options: Option[]): Option[] {
  const matters = ({ gap }: Option['lifts'][number]) => !!gaps[gap] && !gaps[gap].bonus;
  const covers = (one: Option, lifts: Option['lifts']) =>
    lifts.every(({ gap, to }) => one.lifts.some((lift) => lift.gap === gap && lift.to >= to));
  const beats = (one: Option, other: Option) =>
    one.effort < other.effort
      ? covers(one, other.lifts.filter(matters))
      : one.effort === other.effort && one.id < other.id && covers(one, other.lifts);
  const useful = options.filter(({ lifts }) => lifts.some(matters));
  return useful.filter((option) => !useful.some((other) => beats(other, option)));
}

/** Whether everything together would do; more never does worse. */
function canDo(gaps: Gap[], options: Option[], shortfall: number): boolean {
  const reach = gaps.map(({ have }) => have);
  for (const { lifts } of options) for (const { gap, to } of lifts) reach[gap] = Math.max(reach[gap] ?? 0, to);
  const points = gaps.reduce((sum, { have, weight }, gap) => sum + weight * ((reach[gap] ?? 0) - have), 0);
  return points >= shortfall && gaps.every(({ need }, gap) => (reach[gap] ?? 0) >= need);
}

function candidatesOf(options: Option[]): Candidate[] {
  const size = options.length;
  return options
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map((option, index) => ({
      ...option,
      price: option.effort * (size + 1) + 1,
      bit: 1n << BigInt(size - 1 - index),
    }));
}

function cheapest(problem: Problem, room: number): Candidate[] {
  const known = thrifty(problem);
  const first = sweep(problem, { limit: known, room, prices: null });
  const best = first.gaveUp ? closingIn(problem, known) : first.best;
  return problem.candidates.filter(({ bit }) => (best?.tie ?? 0n) & bit);
}

/** Allows one effort more at a time from the lower bound on, so that nothing is tried that costs more than the best. */
function closingIn(problem: Problem, known: number): State | null {
  const prices = shadowPrices(problem, known);
  const perEffort = problem.candidates.length + 1;
  const least = Math.min(...problem.candidates.map(({ effort }) => effort));
  const bound = lowerBound(problem, prices);
  for (let effort = 0; ; effort++) {
    const limit = Math.min(known, effort * perEffort + Math.floor(effort / least));
    if (limit < bound) continue;
    const candidates = affordable(problem, prices, limit);
    // A sweep looks at a need where the last candidate for it stands, so one has to be left.
    if (!canDo(problem.gaps, candidates, problem.shortfall)) continue;
    const { best } = sweep({ ...problem, candidates }, { limit, room: Number.POSITIVE_INFINITY, prices });
    if (best || limit === known) return best;
  }
}

/** The price of a fair solution: of everything, all is left out that can be, the dearest for its points first. */
function thrifty({ gaps, candidates, shortfall }: Problem): number {
  const points = ({ lifts }: Candidate) =>
    lifts.reduce((sum, { gap, to }) => sum + (gaps[gap]?.weight ?? 0) * (to - (gaps[gap]?.have ?? 0)), 0);
  const dearestFirst = candidates.toSorted((one, other) => other.price * points(one) - one.price * points(other));
  const kept = new Set(dearestFirst);
  for (const candidate of dearestFirst) {
    kept.delete(candidate);
    if (!canDo(gaps, [...kept], shortfall)) kept.add(candidate);
  }
  return [...kept].reduce((sum, { price }) => sum + price, 0);
}
