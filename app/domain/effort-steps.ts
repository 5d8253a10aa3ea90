import type { Candidate, Gap, Problem } from './least-effort.ts';
import type { ShadowPrices } from './shadow-prices.ts';
import { forgone, marginOf } from './shadow-prices.ts';

/** What the shadow prices take off the bound after a step: whatever the state, and by the sixths of each gap in play. */
type Shade = { point: number; fixed: number; inPlay: { gap: number; bySixths: number[] }[] };

export type Step = {
  candidate: Candidate;
  /** Gaps that no later step can raise, and those that no later step can raise to their need. */
  closes: number[];
  due: number[];
  /** Least price of the points still short, if later steps never overlapped. */
  rest: number[];
  shade: Shade | null;
};

/** The sixths to which later steps can bring each gap, and what the shadow prices say that those steps yield. */
type Later = { reach: number[]; yields: number };

/** The candidates in an order that keeps few gaps in play, each with what is left to do after it. */
export function stepsOf({ gaps, candidates, shortfall }: Problem, prices: ShadowPrices | null): Step[] {
  const order = fewInPlay(candidates);
  const firstAt = gaps.map((_, gap) => order.findIndex(({ lifts }) => lifts.some((lift) => lift.gap === gap)));
  const later: Later = { reach: gaps.map(() => 0), yields: 0 };
  let rest = Array.from({ length: shortfall + 1 }, (_, short) => (short === 0 ? 0 : Number.POSITIVE_INFINITY));
  const backwards = order.map((candidate, at) => ({ candidate, at })).reverse();
  const steps = backwards.map(({ candidate, at }) => {
    const shade = prices && shadeOf(prices, later, (gap) => (firstAt[gap] ?? at) <= at);
    const step: Step = { candidate, ...lastChances(candidate, gaps, later), rest, shade };
    rest = alsoWith(candidate, gaps, rest);
    for (const { gap, to } of candidate.lifts) later.reach[gap] = Math.max(later.reach[gap] ?? 0, to);
    later.yields += prices ? Math.max(0, marginOf(prices, candidate)) : 0;
    return step;
  });
  return steps.reverse();
}

function lastChances({ lifts }: Candidate, gaps: Gap[], { reach }: Later): Pick<Step, 'closes' | 'due'> {
  const needOf = (gap: number) => gaps[gap]?.need ?? 0;
  return {
    closes: lifts.filter(({ gap }) => reach[gap] === 0).map(({ gap }) => gap),
    due: lifts.filter(({ gap, to }) => to >= needOf(gap) && (reach[gap] ?? 0) < needOf(gap)).map(({ gap }) => gap),
  };
}

/** The least price per points short, when this candidate may be taken too. */
function alsoWith({ lifts, price }: Candidate, gaps: Gap[], rest: number[]): number[] {
  const gain = lifts.reduce((sum, { gap, to }) => sum + (gaps[gap]?.weight ?? 0) * (to - (gaps[gap]?.have ?? 0)), 0);
  return rest.map((least, short) => Math.min(least, price + (rest[Math.max(0, short - gain)] ?? 0)));
}

function shadeOf(prices: ShadowPrices, { reach, yields }: Later, isInPlay: (gap: number) => boolean): Shade {
  let fixed = yields;
  const inPlay = new Map<number, number[]>();
  for (const layer of prices.layers) {
    if (layer.upTo > (reach[layer.gap] ?? 0)) continue;
    if (!isInPlay(layer.gap)) {
      fixed += forgone(prices, layer);
      continue;
    }
    const bySixths = inPlay.get(layer.gap) ?? [0, 0, 0, 0, 0, 0, 0];
    inPlay.set(
      layer.gap,
      bySixths.map((sum, sixths) => (sixths < layer.upTo ? sum + forgone(prices, layer) : sum)),
    );
  }
  return { point: prices.point, fixed, inPlay: [...inPlay].map(([gap, bySixths]) => ({ gap, bySixths })) };
}

/** Takes next what leaves the fewest gaps in play; of equals, what touches the most. */
function fewInPlay(candidates: Candidate[]): Candidate[] {
  const waiting = new Map<number, number>();
  for (const { lifts } of candidates) for (const { gap } of lifts) waiting.set(gap, (waiting.get(gap) ?? 0) + 1);
  const inPlay = new Set<number>();
  const growth = ({ lifts }: Candidate) =>
    lifts.reduce((sum, { gap }) => sum + (inPlay.has(gap) ? 0 : 1) - (waiting.get(gap) === 1 ? 1 : 0), 0);
  const left = new Set(candidates);
  const nextOf = (one: Candidate, other: Candidate) =>
    (growth(one) - growth(other) || other.lifts.length - one.lifts.length) <= 0 ? one : other;
  const order: Candidate[] = [];
  while (left.size > 0) {
    const next = [...left].reduce(nextOf);
    left.delete(next);
    order.push(next);
    for (const { gap } of next.lifts) {
      inPlay.add(gap);
      waiting.set(gap, (waiting.get(gap) ?? 0) - 1);
    }
  }
  return order;
}
