import { countedHandIns, type HandInSource } from '#app/data/counted-hand-in.server.ts';
import { membersOf, type Plan } from '#app/domain/figures/hand-in-rows.ts';
import type { CountedFacts } from '#app/domain/figures/hand-in-tally.ts';
import type { Member } from '#app/domain/figures/member.ts';
import { shortKey } from '#app/domain/figures/short-key.ts';
import type { JobContext } from '../job-context.ts';
import { figureKey, keyed } from './keyed.ts';

/** A hand-in that may be counted: its id, its facts with the plan as it is now, and the plan that was counted until now. */
type Counted = { submissionId: string; facts: CountedFacts; before: Plan | null };

/** The hand-ins of a sector under their keys, as short as can be: there may be a million. */
export class CountedHandIns {
  /** Who is there now. */
  readonly members: Member[] = [];
  readonly sources = new Set<string>();
  readonly #handIns = new Map<string, Counted>();
  /** Of who is there now. */
  readonly #now = new Map<string, CountedFacts>();
  readonly #rows = new Map<string, readonly string[]>();
  readonly #keyOf: (text: string) => string;
  /** An organisation has many workplaces, and most workplaces no plan. */
  readonly #shared: Parameters<typeof keyed>[2];

  constructor(hash: (text: string) => string) {
    const whole = figureKey(hash);
    this.#keyOf = (text) => shortKey(whole(text));
    this.#shared = { state: remembered(this.#keyOf), organisation: remembered(this.#keyOf) };
  }

  static async read({ store, hash, demo }: JobContext, sector: string): Promise<CountedHandIns> {
    const counted = new CountedHandIns(hash);
    for await (const handIns of countedHandIns(store, sector, demo)) counted.#add(handIns);
    return counted;
  }

  /** All of one assessment. */
  #add(handIns: readonly HandInSource[]): void {
    const keyOf = remembered(this.#keyOf);
    for (const { id, coded, plan, countedPlan } of handIns)
      this.#handIns.set(keyOf(id), { submissionId: id, facts: { coded, plan }, before: countedPlan });
    for (const member of membersOf(handIns)) {
      const one = keyed({ ...member, rows: this.#listOf(member.rows) }, keyOf, this.#shared);
      this.members.push(one);
      this.#now.set(one.id, this.#handIns.get(handInOf(one.id))?.facts as CountedFacts);
      this.sources.add(one.source);
    }
  }

  /** The same for equal ones. */
  #listOf(rows: readonly string[]): readonly string[] {
    const name = rows.join(' ');
    const list = this.#rows.get(name) ?? rows;
    this.#rows.set(name, list);
    return list;
  }

  has = (memberId: string): boolean => this.#handIns.has(handInOf(memberId));

  /** What is counted of a member: with the plan that stood beside it while a change of it waits. */
  factsOf(memberId: string): CountedFacts {
    const now = this.#now.get(memberId);
    if (now) return now;
    const { facts, before } = this.#handIns.get(handInOf(memberId)) as Counted;
    return { ...facts, plan: before ?? emptyPlan };
  }

  /** The plan to keep of a member that stands now; null when the one that is kept is right, or there is none. */
  planToKeep(memberId: string): { submissionId: string; plan: Plan } | null {
    if (!memberId.includes(':') || !this.#now.has(memberId)) return null;
    const { submissionId, facts, before } = this.#handIns.get(handInOf(memberId)) as Counted;
    const isKept = isSame(facts.plan, before ?? emptyPlan);
    return isKept ? null : { submissionId, plan: facts.plan };
  }
}

function remembered(keyOf: (text: string) => string): (text: string) => string {
  const keys = new Map<string, string>();
  return (text) => {
    const key = keys.get(text) ?? keyOf(text);
    keys.set(text, key);
    return key;
  };
}

const emptyPlan: Plan = { chosen: [], finished: [], instruments: [] };

const isSame = (one: Plan, other: Plan) =>
  areSame(one.chosen, other.chosen) &&
  areSame(one.finished, other.finished) &&
  areSame(one.instruments, other.instruments);

const areSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((id, at) => id === other[at]);

function handInOf(memberId: string): string {
  const end = memberId.indexOf(':');
  return end < 0 ? memberId : memberId.slice(0, end);
}
