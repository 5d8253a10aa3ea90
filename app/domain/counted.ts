import type { Answer, AnswerValue, Voice } from './answer.ts';
import { scores } from './answer.ts';
import { addMonths, brusselsDay } from './calendar.ts';
import type { Item } from './checklist.ts';
import type { Counted, CountedAnswers } from './verdict.ts';

/** `now`: an instant; `asOfRound`: answers of later rounds are left out. */
export type CountingMoment = { now: Date | string; asOfRound?: number };

/**
 * What counts for each item, out of the open answers (the heads: one per item, voice and round, or several in a
 * conflict). An item that nobody answered for the workplace is absent from the result.
 */
export function countedAnswers(items: Item[], answers: Answer[], moment: CountingMoment): CountedAnswers {
  const today = brusselsDay(moment.now);
  const byItem = groupByItem(givenBy(moment, answers).filter(({ voice }) => scores(voice)));
  const counted: CountedAnswers = {};
  for (const item of items) {
    const own = byItem.get(item.id);
    if (own) counted[item.id] = weigh(item, own, today);
  }
  return counted;
}

/** What one voice says of an item: the lowest of its open answers in its latest round; null when it says nothing. */
export function voiceSaysOf(item: Item, voice: Voice, answers: Answer[], moment: CountingMoment): Counted | null {
  const heads = latestRoundOf(voice, givenBy(moment, answers).filter(isAbout(item)));
  const said = heads.length === 0 ? null : voiceSays(item, heads, brusselsDay(moment.now));
  return said?.value === null ? null : said;
}

/** Whether a settled answer decides this item: no voice of the workplace has answered anew. */
export const isSettled = (item: Item, answers: Answer[], moment: CountingMoment): boolean =>
  agreedStands(givenBy(moment, answers).filter(isAbout(item)));

/** The day (YYYY-MM-DD, in Brussels) from which an answer given at this instant no longer counts; month ends clamp. */
export const expiresOn = (at: string, validMonths: number): string => addMonths(brusselsDay(at), validMonths);

/** A note without an answer is no answer. */
type Given = Answer & { value: AnswerValue };
const isGiven = (answer: Answer): answer is Given => answer.value !== 'unanswered';
const isAbout =
  ({ id }: Item) =>
  (answer: Answer): boolean =>
    answer.item === id;

const givenBy = ({ asOfRound = Number.POSITIVE_INFINITY }: CountingMoment, answers: Answer[]): Given[] =>
  answers.filter(isGiven).filter(({ round }) => round <= asOfRound);

function groupByItem(answers: Given[]): Map<string, Given[]> {
  const groups = new Map<string, Given[]>();
  for (const answer of answers) {
    const group = groups.get(answer.item);
    if (group) group.push(answer);
    else groups.set(answer.item, [answer]);
  }
  return groups;
}

/** A settled answer decides alone until a voice answers anew. */
function weigh(item: Item, answers: Given[], today: string): Counted {
  if (agreedStands(answers)) return voiceSays(item, latestRoundOf('agreed', answers), today);
  const voices = [latestRoundOf('hr', answers), latestRoundOf('team-lead', answers)];
  return acrossVoices(
    item,
    voices.filter((heads) => heads.length > 0).map((heads) => voiceSays(item, heads, today)),
  );
}

const agreedStands = (answers: Given[]): boolean =>
  newest(latestRoundOf('agreed', answers)) >
  newest([...latestRoundOf('hr', answers), ...latestRoundOf('team-lead', answers)]);

function latestRoundOf(voice: Voice, answers: Given[]): Given[] {
  const own = answers.filter((answer) => answer.voice === voice);
  const latest = Math.max(...own.map(({ round }) => round));
  return own.filter(({ round }) => round === latest);
}

const newest = (answers: Given[]) => Math.max(...answers.map(({ seq }) => seq));

function voiceSays(item: Item, heads: Given[], today: string): Counted {
  const lower = lowest(
    item,
    heads.map((answer) => opinionOf(item, answer, today)),
  );
  return { ...lower, disputed: heads.length > 1 };
}

/** A voice that does not know drops out beside one that does; where known values differ, the lower counts. */
function acrossVoices(item: Item, opinions: Counted[]): Counted {
  const answered = opinions.filter(({ value }) => value !== null);
  const known = answered.filter(({ value }) => value !== 'unknown');
  const counting = [known, answered, opinions].find((group) => group.length > 0) ?? [];
  const lower = lowest(item, counting);
  const differ = counting.some(
    ({ value, listedReason }) => value !== lower.value || listedReason !== lower.listedReason,
  );
  return { ...lower, disputed: differ || opinions.some(({ disputed }) => disputed) };
}

function opinionOf(item: Item, answer: Given, today: string): Counted {
  const isNotApplicable = answer.value === 'not-applicable';
  const listedReason = isNotApplicable && item.naReasons.some(({ id }) => id === answer.reasonId);
  const opinion = { value: answer.value, listedReason, disputed: false, expired: false };
  if (isNotApplicable && !listedReason && answer.reasonText.trim() === '') return { ...opinion, value: null };
  if (answer.value === 'unknown' || today < expiresOn(answer.at, item.validMonths)) return opinion;
  return { ...opinion, value: 'unknown', listedReason: false, expired: true };
}

/** Equals are merged on the strict side, so that the order of answers never matters. */
function lowest(item: Item, opinions: Counted[]): Counted {
  const rank = Math.min(...opinions.map((opinion) => rankOf(item, opinion)));
  const lower = opinions.filter((opinion) => rankOf(item, opinion) === rank);
  return {
    value: lower[0]?.value ?? null,
    listedReason: lower.every(({ listedReason }) => listedReason),
    disputed: false,
    expired: lower.some(({ expired }) => expired),
  };
}

const lowestFirst: (AnswerValue | null | 'not-applicable-unmet')[][] = [
  ['not-yet', 'untouched'],
  [null],
  ['unknown'],
  ['started'],
  ['partly'],
  ['not-applicable-unmet'],
  ['largely'],
  ['not-applicable'],
  ['in-place', 'tackled'],
  ['absent'],
];

function rankOf(item: Item, { value, listedReason }: Counted): number {
  const unmet = value === 'not-applicable' && item.essential && !listedReason;
  return lowestFirst.findIndex((values) => values.includes(unmet ? 'not-applicable-unmet' : value));
}
