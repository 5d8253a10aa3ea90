import type { Step } from './effort-steps.ts';
import { stepsOf } from './effort-steps.ts';
import type { Gap, Problem } from './least-effort.ts';
import type { ShadowPrices } from './shadow-prices.ts';
import { shadowScale } from './shadow-prices.ts';

/** A choice over the candidates so far; `have`: a digit per gap, the closed ones blanked so that equal futures match. */
export type State = { have: string; gained: number; price: number; tie: bigint };

type Bounds = { limit: number; room: number; prices: ShadowPrices | null };

/**
 * Takes or leaves the candidates one by one. Of the states that leave the same gaps open only those stay that no
 * other beats on price and points; a state that cannot end within the limit is dropped. `best` is the cheapest
 * solution within the limit, if there is one; the sweep gives up when it would hold more states than `room`.
 */
export function sweep(problem: Problem, { limit, room, prices }: Bounds): { best: State | null; gaveUp: boolean } {
  let states: State[] = [{ have: problem.gaps.map(({ have }) => have).join(''), gained: 0, price: 0, tie: 0n }];
  for (const step of stepsOf(problem, prices)) {
    states = advance(problem, step, states, limit);
    if (states.length > room) return { best: null, gaveUp: true };
  }
  return { best: states.sort(cheapestFirst)[0] ?? null, gaveUp: false };
}

function advance(problem: Problem, step: Step, states: State[], limit: number): State[] {
  const groups = new Map<string, State[]>();
  for (const state of states) {
    for (const next of [state, take(problem, step, state)]) {
      if (!isMet(problem.gaps, step, next) || leastTotal(problem, step, next) > limit) continue;
      const closed = close(next, step);
      const group = groups.get(closed.have);
      if (group) group.push(closed);
      else groups.set(closed.have, [closed]);
    }
  }
  return [...groups.values()].flatMap(unbeaten);
}

function take({ gaps, shortfall, bonusUnit }: Problem, { candidate }: Step, state: State): State {
  let { have, gained, tie } = state;
  for (const { gap, to } of candidate.lifts) {
    const present = sixthsAt(have, gap);
    if (to <= present) continue;
    gained += (gaps[gap]?.weight ?? 0) * (to - present);
    if (gaps[gap]?.bonus) tie += bonusUnit;
    have = have.slice(0, gap) + to + have.slice(gap + 1);
  }
  return { have, gained: Math.min(gained, shortfall), price: state.price + candidate.price, tie: tie + candidate.bit };
}

const sixthsAt = (have: string, gap: number) => have.charCodeAt(gap) - 48;

const isMet = (gaps: Gap[], { due }: Step, { have }: State) =>
  due.every((gap) => sixthsAt(have, gap) >= (gaps[gap]?.need ?? 0));

function close(state: State, { closes }: Step): State {
  if (closes.length === 0) return state;
  let { have } = state;
  for (const gap of closes) have = `${have.slice(0, gap)}-${have.slice(gap + 1)}`;
  return { ...state, have };
}

/** Of states with the same future: none that costs as much as another and gained no more. */
function unbeaten(states: State[]): State[] {
  let most = -1;
  return states.sort(cheapestFirst).filter(({ gained }) => {
    const better = gained > most;
    if (better) most = gained;
    return better;
  });
}

const cheapestFirst = (one: State, other: State) =>
  one.price - other.price || (one.tie > other.tie ? -1 : one.tie < other.tie ? 1 : 0);

/** At most the price of any solution that this state can become; infinite when there is none. */
function leastTotal({ shortfall }: Problem, { rest, shade }: Step, { have, gained, price }: State): number {
  const short = shortfall - gained;
  const alone = price + (rest[short] ?? 0);
  if (!shade) return alone;
  let shaded = shadowScale * price + shade.point * short - shade.fixed;
  for (const { gap, bySixths } of shade.inPlay) shaded -= bySixths[sixthsAt(have, gap)] ?? 0;
  return Math.max(alone, shaded / shadowScale);
}
