import type { CountedMember } from './hand-in-tally.ts';
import { isSafeGroup, largestIn } from './organisations.ts';
import { rules } from './rules.ts';

/**
 * Whether a part of a row may be shown, such as those who were asked an item: it is a group of its own, and of too few
 * organisations nothing is said, however many there are in the row. A part that must be large enough whoever is in it is
 * not looked through.
 */
export class SafePart {
  readonly #members: readonly CountedMember[];
  readonly #largest: number;
  readonly #ofBrowsers: number;

  constructor(members: readonly CountedMember[]) {
    this.#members = members;
    this.#largest = largestIn(members);
    this.#ofBrowsers = members.reduce((sum, { account }) => sum + (account ? 0 : 1), 0);
  }

  isSafe(size: number, isIn: (member: CountedMember) => boolean): boolean {
    if (size === 0) return false;
    return this.#mustBeSafe(size) || isSafeGroup(this.#members.filter(isIn), rules);
  }

  #mustBeSafe(size: number): boolean {
    return this.#largest <= size * rules.largestShare && size - this.#ofBrowsers > this.#largest * (rules.minimum - 1);
  }
}
