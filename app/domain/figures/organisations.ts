import type { Member } from './member.ts';
import type { FigureRules } from './rules.ts';

/** Organisations, counted as the rules count: browsers without an account only up to a number. Stops when enough. */
export class Organisations {
  #accounts = new Set<string>();
  #browsers = new Set<string>();

  add({ organisation, account }: Pick<Member, 'organisation' | 'account'>): void {
    (account ? this.#accounts : this.#browsers).add(organisation);
  }

  addAll({ accounts, browsers }: Organisations): void {
    for (const one of accounts) this.#accounts.add(one);
    for (const one of browsers) this.#browsers.add(one);
  }

  get accounts(): Iterable<string> {
    return this.#accounts;
  }

  get browsers(): Iterable<string> {
    return this.#browsers;
  }

  /** As many as count towards the minimum. */
  count({ browsers }: FigureRules): number {
    return this.#accounts.size + Math.min(this.#browsers.size, browsers);
  }

  /** However many there are. */
  get isEmpty(): boolean {
    return this.#accounts.size + this.#browsers.size === 0;
  }

  isEnough(rules: FigureRules): boolean {
    return this.count(rules) >= rules.minimum;
  }
}

/** The organisations of these members. */
export function organisationsOf(members: Iterable<Pick<Member, 'organisation' | 'account'>>): Organisations {
  const organisations = new Organisations();
  for (const member of members) organisations.add(member);
  return organisations;
}

/** Whether a group may be shown for its own sake: enough organisations, and none that is too large a part of it. */
export function isSafeGroup(members: readonly Pick<Member, 'organisation' | 'account'>[], rules: FigureRules): boolean {
  return hasEnough(members, rules) && largestIn(members) <= members.length * rules.largestShare;
}

/** Whether these are of enough organisations; looks no further once they are. */
export function hasEnough(members: Iterable<Pick<Member, 'organisation' | 'account'>>, rules: FigureRules): boolean {
  const organisations = new Organisations();
  for (const member of members) {
    organisations.add(member);
    if (organisations.isEnough(rules)) return true;
  }
  return organisations.isEnough(rules);
}

/** How many of these are of the organisation that has most of them. */
export function largestIn(members: readonly Pick<Member, 'organisation'>[]): number {
  const sizes = new Map<string, number>();
  let largest = 0;
  for (const { organisation } of members) {
    const size = (sizes.get(organisation) ?? 0) + 1;
    sizes.set(organisation, size);
    if (size > largest) largest = size;
  }
  return largest;
}
