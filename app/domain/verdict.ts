import type { AnswerValue } from './answer.ts';
import { anchorValues } from './answer.ts';
import type { AnchorValue, DimensionId, Item, Level, LevelNumber } from './checklist.ts';
import { dimensionIds } from './checklist.ts';

/** What counts for one item after voices, conflicts and expiry are weighed. `value: null` = unanswered. */
export type Counted = { value: AnswerValue | null; listedReason: boolean; disputed: boolean; expired: boolean };
/** By item id; a missing id is unanswered. */
export type CountedAnswers = Record<string, Counted>;

/**
 * Sums in sixths × weight, whole numbers. `best`: if every open item turned out fully met.
 * `total` leaves out what is not applicable; `weight` holds everything.
 */
export type Score = { met: number; best: number; total: number; notApplicable: number; weight: number };

/** One level over the items needed by it or before. `assessable: false`: more than half is not applicable. */
export type LevelResult = {
  level: LevelNumber;
  reached: boolean;
  bar: number | null;
  score: Score;
  unmetEssential: string[];
  meetsBar: boolean;
  assessable: boolean;
};

export type Verdict = {
  level: LevelNumber;
  /** The level if every open item turned out fully met. */
  bestLevel: LevelNumber;
  /** False: too much is not applicable to say anything above level 1. */
  assessable: boolean;
  /** Something is unanswered. */
  provisional: boolean;
  /** Ids of items that are unanswered, not known or expired. */
  open: string[];
  overall: Score;
  levels: LevelResult[];
  dimensions: { id: DimensionId; score: Score }[];
};

export type Bar = Pick<Level, 'number' | 'bar'>;

const fullyMet = 6;
export const sixthsOfKind = { prerequisite: [0, 2, 4, fullyMet], threshold: [0, 3, fullyMet, fullyMet] } as const;

/** The verdict over the items that apply (product rules, section 5); hideable items are in no verdict. */
export function judge(levels: Bar[], items: Item[], answers: CountedAnswers): Verdict {
  const judged = items.filter((item) => !item.hideable);
  const open = judged.filter((item) => isOpen(answers[item.id]));
  const results = climb(levels, judged, answers);
  return {
    level: topReached(results),
    bestLevel: topReached(climb(levels, judged, withTopAnswers(open, answers))),
    assessable: results.find(({ level }) => level === 2)?.assessable ?? true,
    provisional: open.some((item) => (answers[item.id]?.value ?? null) === null),
    open: open.map((item) => item.id),
    overall: scoreOf(judged, answers),
    levels: results,
    dimensions: dimensionIds.map((id) => ({
      id,
      score: scoreOf(
        judged.filter((item) => item.dimension === id),
        answers,
      ),
    })),
  };
}

/** Whole per cents, rounded down; null when nothing is left to assess. */
export function percent(score: Score): { worst: number; best: number } | null {
  const { met, best, total } = score;
  const share = (part: number) => (100 * part - ((100 * part) % total)) / total;
  return total === 0 ? null : { worst: share(met), best: share(best) };
}

/** Adds up these items. */
export function scoreOf(items: Item[], answers: CountedAnswers): Score {
  const score: Score = { met: 0, best: 0, total: 0, notApplicable: 0, weight: 0 };
  for (const item of items) {
    const counted = answers[item.id];
    const full = fullyMet * item.weight;
    const met = fulfilment(item, counted);
    score.weight += full;
    if (met === null) {
      score.notApplicable += full;
    } else {
      score.total += full;
      score.met += met * item.weight;
      score.best += isOpen(counted) ? full : met * item.weight;
    }
  }
  return score;
}

/** Sixths met, 0 to 6; an open item has 0, one that is not applicable null. */
export function fulfilment(item: Item, counted: Counted | undefined): number | null {
  const value = counted?.value ?? 'unknown';
  if (value === 'not-applicable') return null;
  return value === 'unknown' ? 0 : sixthsOf(item, value);
}

/** Sixths that an anchor is worth; an anchor of the other kind is worth nothing. */
export const sixthsOf = (item: Item, value: AnchorValue): number =>
  sixthsOfKind[item.kind][anchorValues(item.kind).indexOf(value)] ?? 0;

/** Whether an essential item with this answer holds nothing back. */
export function meets(item: Item, counted: Counted | undefined): boolean {
  const met = fulfilment(item, counted);
  return met === null ? counted?.listedReason === true : met >= sixthsToMeet(item);
}

/** A legal duty is met only in full, and so is a threshold; another prerequisite when it is largely there. */
export const sixthsToMeet = (item: Item): number => (item.kind === 'prerequisite' && !item.legal ? 4 : fullyMet);

/** Unanswered, not known or expired: an expired answer counts as not known. */
export const isOpen = (counted: Counted | undefined): boolean => (counted?.value ?? 'unknown') === 'unknown';

function climb(levels: Bar[], judged: Item[], answers: CountedAnswers): LevelResult[] {
  let reached = true;
  return [...levels]
    .sort((one, other) => one.number - other.number)
    .map((level) => {
      const result = assess(level, judged, answers);
      reached &&= result.unmetEssential.length === 0 && result.meetsBar && result.assessable;
      return { ...result, reached };
    });
}

function assess({ number, bar }: Bar, judged: Item[], answers: CountedAnswers): LevelResult {
  const needed = judged.filter((item) => item.neededBy <= number);
  const score = scoreOf(needed, answers);
  return {
    level: number,
    reached: false,
    bar,
    score,
    unmetEssential: needed.filter((item) => item.essential && !meets(item, answers[item.id])).map((item) => item.id),
    meetsBar: 100 * score.met >= (bar ?? 0) * score.total,
    assessable: 2 * score.notApplicable <= score.weight,
  };
}

const topReached = (results: LevelResult[]): LevelNumber =>
  results.reduce<LevelNumber>((top, { level, reached }) => (reached ? level : top), 1);

function withTopAnswers(open: Item[], answers: CountedAnswers): CountedAnswers {
  const top = (item: Item): Counted => ({
    value: anchorValues(item.kind).at(-1) ?? null,
    listedReason: false,
    disputed: false,
    expired: false,
  });
  return { ...answers, ...Object.fromEntries(open.map((item) => [item.id, top(item)])) };
}
