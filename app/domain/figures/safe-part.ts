import type { CountedMember } from './hand-in-tally.ts';
import { hasEnough, isSafeGroup, largestIn } from './organisations.ts';
import { rules } from './rules.ts';

/**
 * Whether a part of a row may be shown, such as those who were asked an item: it is a group of its own, and of too few
 * organisations nothing is said, however many there are in the row. A part that must be large enough whoever is in it is
 * not looked through; one in which nobody can be too large only until there are enough.
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

  /** `size` is how many are in it. */
  isSafe(size: number, isIn: (member: CountedMember) => boolean): boolean {
    if (size === 0) return false;
    if (this.#largest > size * rules.largestShare) return isSafeGroup(this.#members.filter(isIn), rules);
    return size - this.#ofBrowsers > this.#largest * (rules.minimum - 1) || hasEnough(this.#those(isIn), rules);
  }

  *#those(isIn: (member: CountedMember) => boolean): Iterable<CountedMember> {
    for (const member of this.#members) if (isIn(member)) yield member;
  }
}
