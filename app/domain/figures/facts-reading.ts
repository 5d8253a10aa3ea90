import { type FactsShape, levelOf, secondsAt, valueAt, wayOf } from './coded-facts.ts';
import { type CountedFacts, eachShare } from './hand-in-tally.ts';
import { rules } from './rules.ts';

/** What one hand-in says, read once for all the rows in which it counts; the next one is read into the same place. */
export class FactsReading {
  level = 0;
  /** Ids; `values` and `seconds` are of the item at the same place. */
  items: FactsShape['items'] = [];
  /** Places in `codedValues`. */
  values = new Uint8Array(0);
  /** In steps; -1 when nothing was measured. */
  seconds = new Int16Array(0);
  /** Of each dimension that applies, the rounded share that is met, in steps of the rules. */
  steps: [id: string, step: number][] = [];
  way: readonly string[] = [];
  chosen: readonly string[] = [];
  finished: readonly string[] = [];
  instruments: readonly string[] = [];

  read({ coded, plan }: CountedFacts): void {
    this.level = levelOf(coded);
    this.#makeRoom(coded.shape);
    for (let at = 0; at < this.items.length; at++) {
      this.values[at] = valueAt(coded, at);
      this.seconds[at] = secondsAt(coded, at);
    }
    this.steps = [];
    eachShare(coded, (id, share) => this.steps.push([id, share / rules.step]));
    this.way = once(wayOf(coded));
    this.chosen = once(plan.chosen);
    this.finished = once(plan.finished);
    this.instruments = once(plan.instruments);
  }

  #makeRoom({ items }: FactsShape): void {
    if (items === this.items) return;
    this.items = items;
    if (items.length <= this.values.length) return;
    this.values = new Uint8Array(items.length);
    this.seconds = new Int16Array(items.length);
  }
}

const once = (ids: readonly string[]): readonly string[] => (ids.length < 2 ? ids : [...new Set(ids)]);
