import type { Answer, AnswerValue } from './answer.ts';
import { anchorValues } from './answer.ts';
import type { Item } from './checklist.ts';
import type { CountingMoment } from './counted.ts';
import { countedAnswers, isSettled, voiceSaysOf } from './counted.ts';
import type { Counted } from './verdict.ts';

/** The people whose answers are laid side by side. */
const speakers = ['hr', 'team-lead', 'job-coach'] as const;
export type Speaker = (typeof speakers)[number];

/** One item that two or more voices answered. */
export type ComparedItem = {
  item: string;
  /** What each voice says now; a voice that said nothing is absent. */
  says: Partial<Record<Speaker, AnswerValue>>;
  /** Anchor steps between the highest and the lowest, 0 to 3. */
  distance: number;
  agree: boolean;
  /** What counts for the workplace; null while only the job coach answered. */
  employer: Counted | null;
  /** An answer settled by the owner stands. */
  settled: boolean;
};

/** `differences`: the largest first, then those without distance, then in the order of the checklist. */
export type ComparedVoices = { answeredByTwo: number; agreeing: number; differences: ComparedItem[] };

/**
 * Where the voices differ (product: answers, job coach's journey): topics to talk about, never a score. Not known or
 * not applicable beside an anchor is a difference without distance.
 */
export function compareVoices(items: Item[], answers: Answer[], moment: CountingMoment): ComparedVoices {
  const counted = countedAnswers(items, answers, moment);
  const compared = items
    .map((item) => ({
      item: item.id,
      ...difference(item, saysOf(item, answers, moment)),
      employer: counted[item.id] ?? null,
      settled: isSettled(item, answers, moment),
    }))
    .filter(({ says }) => Object.keys(says).length > 1);
  return {
    answeredByTwo: compared.length,
    agreeing: compared.filter(({ agree }) => agree).length,
    differences: compared.filter(({ agree }) => !agree).sort((one, other) => other.distance - one.distance),
  };
}

const saysOf = (item: Item, answers: Answer[], moment: CountingMoment): ComparedItem['says'] =>
  Object.fromEntries(
    speakers.flatMap((voice) => {
      const value = voiceSaysOf(item, voice, answers, moment)?.value ?? null;
      return value === null ? [] : [[voice, value]];
    }),
  );

function difference(item: Item, says: ComparedItem['says']): Pick<ComparedItem, 'says' | 'distance' | 'agree'> {
  const values = Object.values(says);
  const anchors: readonly AnswerValue[] = anchorValues(item.kind);
  const steps = values.map((value) => anchors.indexOf(value)).filter((step) => step >= 0);
  const distance = steps.length > 0 ? Math.max(...steps) - Math.min(...steps) : 0;
  return { says, distance, agree: new Set(values).size < 2 };
}
