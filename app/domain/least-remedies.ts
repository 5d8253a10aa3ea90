import type { Item, LevelNumber } from './checklist.ts';
import type { Gap, Option } from './least-effort.ts';
import { leastEffort } from './least-effort.ts';
import type { Bar, CountedAnswers } from './verdict.ts';
import { fulfilment, judge, meets, sixthsOf, sixthsToMeet } from './verdict.ts';
import { lifts, withRemedies } from './what-if.ts';

export type RemedyEffort = { id: string; effort: number };

/** `scope`: the items needed by this level or before; `judged`: all items that are in the verdict. */
export type Goal = { levels: Bar[]; level: LevelNumber; bar: number; scope: Item[]; judged: Item[] };

/**
 * Ids of the remedies with the least total effort that reach the goal, or null if none do. An essential item that is
 * not applicable without a listed reason must be met anyway, so it takes part as if worst; then the level asks that the
 * sum of weight × (100 × sixths − 6 × bar) is not negative, and no remedy ever lowers that sum.
 */
export function leastRemedies(goal: Goal, answers: CountedAnswers, remedies: RemedyEffort[]): string[] | null {
  const assessed = goal.scope.filter((item) => !staysNotApplicable(item, answers));
  if (2 * weightOf(assessed) < weightOf(goal.scope)) return null;
  const welcome = goal.judged.filter((item) => isWelcome(goal, item, answers));
  const gaps = [...assessed.map((item) => gapOf(item, answers)), ...welcome.map(bonus)];
  const options = optionsFor([...assessed, ...welcome], gaps, answers, remedies);
  return leastEffort(gaps, options, shortfall(goal, assessed, answers));
}

/** The items that keep the goal out of reach of all remedies together: unmet, not applicable, or never in full. */
export function blockedBy(goal: Goal, answers: CountedAnswers, remedies: RemedyEffort[]): string[] {
  const { levels, level, scope } = goal;
  const utmost = withRemedies(
    scope,
    answers,
    remedies.map(({ id }) => id),
  );
  const result = judge(levels, scope, utmost).levels.find((assessed) => assessed.level === level);
  const blocks = (item: Item) => {
    const met = fulfilment(item, utmost[item.id]);
    if (result?.unmetEssential.includes(item.id)) return true;
    return met === null ? !result?.assessable : met < 6 && !result?.meetsBar;
  };
  return scope.filter(blocks).map(({ id }) => id);
}

const staysNotApplicable = (item: Item, answers: CountedAnswers) =>
  fulfilment(item, answers[item.id]) === null && (!item.essential || meets(item, answers[item.id]));

const weightOf = (items: Item[]) => items.reduce((sum, { weight }) => sum + weight, 0);

/** A legal duty of a later level: no reason to do more, but it decides between equals. */
const isWelcome = ({ level }: Goal, item: Item, answers: CountedAnswers) =>
  item.neededBy > level && !!item.legal && !meets(item, answers[item.id]);

const worth = (item: Item, answers: CountedAnswers) => fulfilment(item, answers[item.id]) ?? 0;

const gapOf = (item: Item, answers: CountedAnswers): Gap => ({
  have: worth(item, answers),
  weight: item.weight,
  need: item.essential ? sixthsToMeet(item) : 0,
  bonus: false,
});

const bonus = (): Gap => ({ have: 0, weight: 0, need: 0, bonus: true });

function optionsFor(items: Item[], gaps: Gap[], answers: CountedAnswers, remedies: RemedyEffort[]): Option[] {
  const options = new Map<string, Option>(remedies.map(({ id, effort }) => [id, { id, effort, lifts: [] }]));
  for (const [gap, item] of items.entries()) {
    for (const { id, to } of item.remedies) {
      const sixths = sixthsOf(item, to);
      const helps = lifts(item, answers[item.id], to) && (!gaps[gap]?.bonus || sixths === 6);
      if (helps) options.get(id)?.lifts.push({ gap, to: sixths });
    }
  }
  return [...options.values()];
}

/** Sixths × weight that are missing below the bar, rounded up. */
function shortfall({ bar }: Goal, assessed: Item[], answers: CountedAnswers): number {
  const short = assessed.reduce((sum, item) => sum + item.weight * (6 * bar - 100 * worth(item, answers)), 0);
  return short <= 0 ? 0 : (short + 99 - ((short + 99) % 100)) / 100;
}
