import type { StoredValue } from '#app/domain/answer.ts';
import type { SubmissionFacts } from '#app/domain/submission.ts';

/** The ids that the facts of hand-ins name by their place. Hand-ins that were asked the same share one. */
export type FactsShape = { items: readonly string[]; dimensions: readonly string[] };

/**
 * The facts of a hand-in in a few hundred bytes. `text` is the level, a sign for what is there, a sign per item for what
 * counted, one per item for the seconds, then the way as places in base 36, and the dimensions.
 */
export type CodedFacts = { shape: FactsShape; text: string };

/**
 * What can count for an item, in the order of its sign; the first stands for an item that is not there. A new value goes to
 * the end: what was stored keeps its sign.
 */
export const codedValues = [
  '',
  'not-yet',
  'started',
  'largely',
  'in-place',
  'untouched',
  'partly',
  'tackled',
  'absent',
  'unknown',
  'not-applicable',
  'unanswered',
] as const satisfies readonly (StoredValue | '')[];

/** Seconds are kept in these steps, as finely as they are published. */
export const secondsStep = 5;

const zero = 48;
const head = 2;
const present = { assessable: 1, provisional: 2, way: 4, seconds: 8 };

/** Signs that JSON leaves as they are: 92 of one byte, then letters of two. */
const signs = [
  ...Array.from({ length: 94 }, (_, at) => at + 33).filter((code) => code !== 34 && code !== 92),
  ...Array.from({ length: 64 }, (_, at) => at + 192),
];
const placeOfSign = new Uint8Array(256);
for (const [at, code] of signs.entries()) placeOfSign[code] = at;

export const shapeOf = ({ items, way, seconds, dimensions }: SubmissionFacts): FactsShape => ({
  items: [...new Set([...Object.keys(items), ...Object.keys(seconds ?? {}), ...(way ?? [])])],
  dimensions: Object.keys(dimensions),
});

/** Null when something in it has no sign: then it is kept as it is. */
export function codeFacts(facts: SubmissionFacts, { items, dimensions }: FactsShape): string | null {
  const values = items.map((id) => codedValues.indexOf((facts.items[id] ?? '') as (typeof codedValues)[number]));
  const seconds = items.map((id) => secondsPlace(facts.seconds?.[id]));
  if (values.includes(-1) || seconds.some((place) => place >= signs.length) || facts.level > 9) return null;
  const way = (facts.way ?? []).map((id) => items.indexOf(id).toString(36).padStart(2, '0'));
  const scores = dimensions.map((id) => {
    const { met, best, total } = facts.dimensions[id] as { met: number; best: number; total: number };
    return `${met},${best},${total}`;
  });
  return [
    String.fromCharCode(zero + facts.level, zero + presence(facts), ...values.map((value) => zero + value)),
    facts.seconds ? String.fromCharCode(...seconds.map((place) => signs[place] as number)) : '',
    `${way.join('')} ${scores.join(';')}`,
  ].join('');
}

const secondsPlace = (seconds: number | undefined) =>
  seconds === undefined ? 0 : Math.max(0, Math.round(seconds / secondsStep)) + 1;

const presence = ({ assessable, provisional, way, seconds }: SubmissionFacts) =>
  (assessable ? present.assessable : 0) +
  (provisional ? present.provisional : 0) +
  (way ? present.way : 0) +
  (seconds ? present.seconds : 0);

const isThere = ({ text }: CodedFacts, what: keyof typeof present) =>
  ((text.charCodeAt(1) - zero) & present[what]) !== 0;

export const levelOf = ({ text }: CodedFacts): number => text.charCodeAt(0) - zero;

/** The place in `codedValues` of what counted for the item at this place. */
export const valueAt = ({ text }: CodedFacts, item: number): number => text.charCodeAt(head + item) - zero;

/** In steps of `secondsStep`; -1 when nothing was measured. */
export const secondsAt = (facts: CodedFacts, item: number): number =>
  isThere(facts, 'seconds')
    ? (placeOfSign[facts.text.charCodeAt(head + facts.shape.items.length + item)] as number) - 1
    : -1;

export function wayOf({ shape, text }: CodedFacts): string[] {
  const way: string[] = [];
  const end = text.indexOf(' ');
  for (let at = restAt({ shape, text }); at < end; at += 2)
    way.push(shape.items[Number.parseInt(text.slice(at, at + 2), 36)] as string);
  return way;
}

/** Tells of each dimension, by its place, how much of how much is met; without making anything: it is asked millions of times. */
export function eachDimension(
  { text }: CodedFacts,
  tell: (place: number, met: number, best: number, total: number) => void,
) {
  for (let at = text.indexOf(' ') + 1, place = 0; at > 0 && at < text.length; place++) {
    const end = endOfScore(text, at);
    const first = text.indexOf(',', at);
    const second = text.indexOf(',', first + 1);
    tell(place, numberIn(text, at, first), numberIn(text, first + 1, second), numberIn(text, second + 1, end));
    at = end + 1;
  }
}

function endOfScore(text: string, from: number): number {
  const end = text.indexOf(';', from);
  return end < 0 ? text.length : end;
}

/** Whole numbers without a detour. */
function numberIn(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - zero;
    if (digit < 0 || digit > 9) return Number(text.slice(from, to));
    number = number * 10 + digit;
  }
  return number;
}

const restAt = (facts: CodedFacts) => head + facts.shape.items.length * (isThere(facts, 'seconds') ? 2 : 1);

/** The facts as they were, but for the seconds, which are rounded. */
export function readFacts(facts: CodedFacts): SubmissionFacts {
  const { items, dimensions } = facts.shape;
  const scores: Record<string, { met: number; best: number; total: number }> = {};
  eachDimension(facts, (place, met, best, total) => {
    scores[dimensions[place] as string] = { met, best, total };
  });
  const of = <T>(valueFor: (at: number) => T | null) =>
    Object.fromEntries(items.map((id, at) => [id, valueFor(at)]).filter(([, value]) => value !== null));
  return {
    level: levelOf(facts),
    assessable: isThere(facts, 'assessable'),
    provisional: isThere(facts, 'provisional'),
    dimensions: scores,
    items: of((at) => codedValues[valueAt(facts, at)] || null),
    ...(isThere(facts, 'way') ? { way: wayOf(facts) } : {}),
    ...(isThere(facts, 'seconds')
      ? { seconds: of((at) => (secondsAt(facts, at) < 0 ? null : secondsAt(facts, at) * secondsStep)) }
      : {}),
  };
}
