import { type CodedFacts, codedValues, eachDimension, secondsAt, secondsStep, valueAt } from './coded-facts.ts';
import type { FactsReading } from './facts-reading.ts';
import type { Plan } from './hand-in-rows.ts';
import type { Member } from './member.ts';
import { rounded } from './rounded.ts';

/** What is counted of one hand-in: its frozen facts, and the plan as it stood that night. */
export type CountedFacts = { coded: CodedFacts; plan: Plan };
export type CountedMember = Pick<Member, 'organisation' | 'account'> & { facts: CountedFacts };

/** Of one item: how often each value counted, and how often answering took so many steps of seconds. */
type ItemTally = { values: Uint32Array; seconds: Uint32Array };

/** Counts the hand-ins of a row, one after the other, without keeping what they say. */
export class HandInTally {
  total = 0;
  readonly items = new Map<string, ItemTally>();
  /** Per dimension: how often each rounded share was met, by steps of the rules. */
  readonly dimensions = new Map<string, number[]>();
  readonly holdsBack = new Map<string, number>();
  readonly chosen = new Map<string, number>();
  readonly finished = new Map<string, number>();
  readonly instruments = new Map<string, number>();
  readonly #ofShape = new Map<readonly string[], ItemTally[]>();

  add(reading: FactsReading): void {
    this.total++;
    this.#addItems(reading);
    for (const [id, step] of reading.steps) addAt(found(this.dimensions, id, emptyList), step);
    for (const id of reading.way) count(this.holdsBack, id);
    for (const id of reading.chosen) count(this.chosen, id);
    for (const id of reading.finished) count(this.finished, id);
    for (const id of reading.instruments) count(this.instruments, id);
  }

  #addItems({ items, values, seconds }: FactsReading): void {
    const tallies = found(this.#ofShape, items, () => items.map(this.#item));
    for (let at = 0; at < tallies.length; at++) {
      const tally = tallies[at] as ItemTally;
      (tally.values[values[at] as number] as number)++;
      const took = seconds[at] as number;
      if (took >= 0) (tally.seconds[took] as number)++;
    }
  }

  #item = (id: string): ItemTally =>
    found(this.items, id, () => ({ values: new Uint32Array(codedValues.length), seconds: new Uint32Array(160) }));
}

/** Tells of each dimension that applies the part of it that is met, in per cent, rounded. */
export const eachShare = (coded: CodedFacts, tell: (id: string, share: number) => void): void =>
  eachDimension(coded, (place, met, _, total) => {
    if (total !== 0) tell(coded.shape.dimensions[place] as string, rounded((100 * met) / total));
  });

const emptyList = (): number[] => [];

/** The middle of what was counted: `list` says how often each step occurred. */
export function middleOf(list: ArrayLike<number>, step: number): number {
  const half = Math.floor(sumOf(list) / 2);
  for (let at = 0, passed = 0; at < list.length; at++) {
    passed += list[at] ?? 0;
    if (passed > half) return at * step;
  }
  return 0;
}

export const middleSeconds = ({ seconds }: ItemTally): number => rounded(middleOf(seconds, secondsStep));

export function sumOf(list: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < list.length; at++) sum += list[at] ?? 0;
  return sum;
}

/** How many of the hand-ins have one of these values for the item. */
export const timesOf = ({ values }: ItemTally, wanted: readonly (typeof codedValues)[number][]): number =>
  wanted.reduce((sum, value) => sum + (values[codedValues.indexOf(value)] as number), 0);

/** In how many hand-ins the item is asked. */
export const askedOf = ({ values }: ItemTally): number => sumOf(values) - (values[0] as number);

/** Whether the item is asked, or timed, in this hand-in. */
export function has(coded: CodedFacts, item: string, what: 'value' | 'seconds'): boolean {
  const at = coded.shape.items.indexOf(item);
  return at >= 0 && (what === 'value' ? valueAt(coded, at) !== 0 : secondsAt(coded, at) >= 0);
}

/** Whether a dimension applies in this hand-in. */
export function hasDimension(coded: CodedFacts, dimension: string): boolean {
  let applies = false;
  eachShare(coded, (id) => {
    applies ||= id === dimension;
  });
  return applies;
}

function found<K, T>(of: Map<K, T>, key: K, make: () => T): T {
  const known = of.get(key);
  if (known !== undefined) return known;
  const made = make();
  of.set(key, made);
  return made;
}

const count = (of: Map<string, number>, id: string) => of.set(id, (of.get(id) ?? 0) + 1);
const addAt = (list: number[], at: number) => {
  list[at] = (list[at] ?? 0) + 1;
};
