import type { Candidate, Problem } from './least-effort.ts';

/** A part of a gap that the same candidates fill: from `above` up to `upTo` sixths. */
type Layer = { gap: number; above: number; upTo: number; points: number; must: boolean };

/**
 * What a point, and the filling of each layer, may cost: whole thousandths of a price. Whatever these prices are, the
 * bounds drawn from them hold (Lagrangian duality); good ones come close to the price of the best solution.
 */
export type ShadowPrices = { point: number; layers: (Layer & { fee: number })[] };

export const shadowScale = 1000;
const rounds = 400;
/** A point weighs in every layer at once, so its price moves in smaller steps. */
const pointPace = 0.02;
/** Rounds without progress after which the steps become smaller. */
const patience = 12;

/** Prices by the subgradient method, stepping towards `target`, the price of a known solution. */
export function shadowPrices(problem: Problem, target: number): ShadowPrices {
  const layers = layersOf(problem);
  const filled = problem.candidates.map((candidate) =>
    layers.flatMap((layer, at) => (fills(candidate, layer) ? [at] : [])),
  );
  let trial = firstTrial(problem, layers, target);
  let best = { bound: Number.NEGATIVE_INFINITY, trial };
  let pace = 1;
  for (let round = 0, idle = 0; round < rounds; round++) {
    const { bound, slope } = evaluate(problem, layers, filled, trial);
    idle = bound > best.bound ? 0 : idle + 1;
    if (bound > best.bound) best = { bound, trial };
    if (idle > patience) [pace, idle] = [pace * 0.7, 0];
    const steepness = slope.fees.reduce((sum, fee) => sum + fee * fee, (slope.point * pointPace) ** 2);
    if (steepness === 0) break;
    trial = stepped(layers, trial, slope, (pace * (target - bound)) / steepness);
  }
  return inThousandths(layers, best.trial);
}

/** No solution costs less; a whole price. */
export function lowerBound(problem: Problem, prices: ShadowPrices): number {
  return Math.ceil(boundOf(problem, prices) / shadowScale);
}

/** Leaves out the candidates that no solution within the limit can hold. */
export function affordable(problem: Problem, prices: ShadowPrices, limit: number): Candidate[] {
  const room = shadowScale * limit - boundOf(problem, prices);
  return problem.candidates.filter((candidate) => -marginOf(prices, candidate) <= room);
}

function boundOf({ candidates, shortfall }: Problem, prices: ShadowPrices): number {
  const unfilled = prices.layers.reduce((sum, layer) => sum + forgone(prices, layer), 0);
  const margins = candidates.reduce((sum, candidate) => sum + Math.max(0, marginOf(prices, candidate)), 0);
  return prices.point * shortfall - unfilled - margins;
}

/** What taking a candidate yields beyond its price. */
export const marginOf = ({ layers }: ShadowPrices, candidate: Candidate): number =>
  layers.reduce((sum, layer) => sum + (fills(candidate, layer) ? layer.fee : 0), -shadowScale * candidate.price);

/** What a layer that is still to be filled may take off the bound. */
export const forgone = ({ point }: ShadowPrices, { points, fee }: ShadowPrices['layers'][number]): number =>
  point * points - fee;

type Trial = { point: number; fees: number[] };

function layersOf({ gaps, candidates }: Problem): Layer[] {
  return gaps.flatMap(({ have, weight, need }, gap) => {
    const tops = candidates.flatMap(({ lifts }) => lifts.filter((lift) => lift.gap === gap).map(({ to }) => to));
    const steps = [have, ...[...new Set(tops)].sort((one, other) => one - other)];
    return steps.slice(1).map((upTo, index) => {
      const above = steps[index] ?? have;
      return { gap, above, upTo, points: weight * (upTo - above), must: above < need };
    });
  });
}

const fills = ({ lifts }: Candidate, { gap, upTo }: Layer) => lifts.some((lift) => lift.gap === gap && lift.to >= upTo);

function firstTrial({ shortfall }: Problem, layers: Layer[], target: number): Trial {
  const point = (0.7 * target) / Math.max(1, shortfall);
  return { point, fees: layers.map(({ points }) => 0.6 * point * points) };
}

function evaluate({ candidates, shortfall }: Problem, layers: Layer[], filled: number[][], { point, fees }: Trial) {
  const times = layers.map(() => 0);
  let bound = point * shortfall;
  candidates.forEach(({ price }, index) => {
    const own = filled[index] ?? [];
    const margin = own.reduce((sum, at) => sum + (fees[at] ?? 0), -price);
    if (margin <= 0) return;
    bound -= margin;
    for (const at of own) times[at] = (times[at] ?? 0) + 1;
  });
  const slope = { point: shortfall, fees: times.map((count) => -count) };
  layers.forEach(({ points, must }, at) => {
    const fee = fees[at] ?? 0;
    bound -= point * points - fee;
    if (!must && fee >= point * points && !times[at]) return;
    slope.point -= points;
    slope.fees[at] = (slope.fees[at] ?? 0) + 1;
  });
  return { bound, slope };
}

function stepped(layers: Layer[], { point, fees }: Trial, slope: Trial, step: number): Trial {
  const next = Math.max(0, point + step * slope.point * pointPace * pointPace);
  return {
    point: next,
    fees: layers.map((layer, at) => within(layer, next, (fees[at] ?? 0) + step * (slope.fees[at] ?? 0))),
  };
}

/** A layer that may stay unfilled is never worth more than its points. */
const within = ({ points, must }: Layer, point: number, fee: number) =>
  Math.max(0, must ? fee : Math.min(fee, point * points));

function inThousandths(layers: Layer[], { point, fees }: Trial): ShadowPrices {
  const whole = Math.round(shadowScale * point);
  const fee = (layer: Layer, at: number) => within(layer, whole, Math.round(shadowScale * (fees[at] ?? 0)));
  return { point: whole, layers: layers.map((layer, at) => ({ ...layer, fee: fee(layer, at) })) };
}
