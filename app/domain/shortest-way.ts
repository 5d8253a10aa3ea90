import type { AnswerValue } from './answer.ts';
import type { Item, LevelNumber } from './checklist.ts';
import type { Goal, RemedyEffort } from './least-remedies.ts';
import { blockedBy, leastRemedies } from './least-remedies.ts';
import type { Bar, CountedAnswers, Score } from './verdict.ts';
import { isOpen, judge, meets, scoreOf } from './verdict.ts';
import { withRemedies } from './what-if.ts';

/** One remedy, seen from where the steps before it have led, over the items needed by the next level or before. */
export type Step = {
  remedy: string;
  /** It lifts an item that is unanswered, not known or expired: find that out first. */
  findOut: boolean;
  lifts: { item: string; from: AnswerValue | null; to: AnswerValue }[];
  /** It lifts a legal duty, or an essential item, that is not met. */
  legal: boolean;
  essential: boolean;
  levelAfter: LevelNumber;
  before: Score;
  after: Score;
};

/** `blocked`: ids of the items that keep the next level out of reach of all remedies together. */
export type Way =
  | { kind: 'top' }
  | { kind: 'none'; blocked: string[] }
  | { kind: 'way'; to: LevelNumber; effort: number; steps: Step[] };

/**
 * The remedies with the least total effort that lift the verdict to the next level, in the order of display (product
 * rules, section 5). Open items take part as if worst. Exact; ties: fewer remedies, then more legal duties met over
 * all items, then the smallest ids. A remedy that is not in `remedies` is left out.
 */
export function shortestWay(levels: Bar[], items: Item[], answers: CountedAnswers, remedies: RemedyEffort[]): Way {
  const goal = nextGoal(levels, items, answers);
  if (!goal) return { kind: 'top' };
  const ids = leastRemedies(goal, answers, remedies);
  if (!ids) return { kind: 'none', blocked: blockedBy(goal, answers, remedies) };
  const effort = remedies.reduce((sum, remedy) => sum + (ids.includes(remedy.id) ? remedy.effort : 0), 0);
  return { kind: 'way', to: goal.level, effort, steps: inOrderOfDisplay(goal, answers, ids) };
}

function nextGoal(levels: Bar[], items: Item[], answers: CountedAnswers): Goal | null {
  const { level } = judge(levels, items, answers);
  const next = levels.find(({ number }) => number === level + 1);
  if (!next) return null;
  const judged = items.filter((item) => !item.hideable);
  const scope = judged.filter((item) => item.neededBy <= next.number);
  return { levels, level: next.number, bar: next.bar ?? 0, scope, judged };
}

type Bare = Omit<Step, 'levelAfter'>;

/** What a step lifts depends on the steps before it, so each next one is chosen when its turn comes. */
function inOrderOfDisplay(goal: Goal, answers: CountedAnswers, ids: string[]): Step[] {
  const steps: Step[] = [];
  let now = answers;
  let left = ids;
  while (left.length > 0) {
    const [first] = left.map((id) => stepOf(goal, now, id)).sort(firstShown);
    if (!first) break;
    now = withRemedies(goal.judged, now, [first.remedy]);
    left = left.filter((id) => id !== first.remedy);
    steps.push({ ...first, levelAfter: judge(goal.levels, goal.judged, now).level });
  }
  return steps;
}

function stepOf({ scope }: Goal, now: CountedAnswers, remedy: string): Bare {
  const then = withRemedies(scope, now, [remedy]);
  const lifted = scope.filter((item) => then[item.id] !== now[item.id]);
  const unmet = lifted.filter((item) => !meets(item, now[item.id]));
  return {
    remedy,
    findOut: lifted.some((item) => isOpen(now[item.id])),
    lifts: lifted.map(({ id }) => ({ item: id, from: now[id]?.value ?? null, to: then[id]?.value ?? 'unknown' })),
    legal: unmet.some((item) => item.legal),
    essential: unmet.some((item) => item.essential),
    before: scoreOf(scope, now),
    after: scoreOf(scope, then),
  };
}

function firstShown(one: Bare, other: Bare): number {
  const gain = ({ before, after }: Bare) => after.met - before.met;
  return (
    Number(other.findOut) - Number(one.findOut) ||
    Number(other.legal) - Number(one.legal) ||
    Number(other.essential) - Number(one.essential) ||
    gain(other) - gain(one) ||
    (one.remedy < other.remedy ? -1 : 1)
  );
}
