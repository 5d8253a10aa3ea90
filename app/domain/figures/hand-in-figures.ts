import { thresholdValues } from '#app/domain/checklist.ts';
import { FactsReading } from './facts-reading.ts';
import {
  askedOf,
  type CountedFacts,
  type CountedMember,
  HandInTally,
  has,
  hasDimension,
  middleOf,
  middleSeconds,
  sumOf,
  timesOf,
} from './hand-in-tally.ts';
import { LevelTally } from './level-tally.ts';
import type { Member } from './member.ts';
import type { HandInFigures } from './published.ts';
import { rounded, shareOf } from './rounded.ts';
import { rules } from './rules.ts';
import { SafePart } from './safe-part.ts';

/** The figures of rows that may be shown; every member is read once, in whichever of them it stands. */
export function figuresOfRows(
  rows: Iterable<string>,
  members: Iterable<Member>,
  factsOf: (memberId: string) => CountedFacts,
): Map<string, HandInFigures> {
  const counted = new Map([...rows].map((row) => [row, new CountedRow()]));
  const countedIn = new Map<readonly string[], CountedRow[]>();
  const reading = new FactsReading();
  for (const { id, organisation, account, rows: of } of members) {
    const places = countedIn.get(of) ?? of.flatMap((row) => counted.get(row) ?? []);
    countedIn.set(of, places);
    if (places.length === 0) continue;
    const member = { organisation, account, facts: factsOf(id) };
    reading.read(member.facts);
    for (const place of places) place.add(member, reading);
  }
  return new Map([...counted].map(([row, of]) => [row, of.figures()]));
}

class CountedRow {
  readonly #members: CountedMember[] = [];
  readonly #tally = new HandInTally();
  readonly #levels = new LevelTally();

  add(member: CountedMember, reading: FactsReading): void {
    this.#members.push(member);
    this.#tally.add(reading);
    this.#levels.add(member, reading.level);
  }

  figures(): HandInFigures {
    return figuresOf(this.#tally, this.#levels, this.#members);
  }
}

function figuresOf(tally: HandInTally, levels: LevelTally, members: readonly CountedMember[]): HandInFigures {
  const part = new SafePart(members);
  const asked = [...tally.items].filter(([id, item]) =>
    part.isSafe(askedOf(item), ({ facts }) => has(facts.coded, id, 'value')),
  );
  const timed = [...tally.items].filter(([id, { seconds }]) =>
    part.isSafe(sumOf(seconds), ({ facts }) => has(facts.coded, id, 'seconds')),
  );
  const dimensions = [...tally.dimensions].filter(([id, list]) =>
    part.isSafe(sumOf(list), ({ facts }) => hasDimension(facts.coded, id)),
  );
  const shares = (items: typeof asked, values: Parameters<typeof timesOf>[1]) =>
    mapped(items, (item) => shareOf(timesOf(item, values), askedOf(item)));
  return {
    workplaces: rounded(tally.total),
    levels: levels.groups().map(({ levels: of, count }) => ({
      levels: of,
      count: rounded(count),
      share: shareOf(count, tally.total),
    })),
    dimensions: mapped(dimensions, (list) => rounded(middleOf(list, rules.step))),
    open: shares(
      asked.filter(([, item]) => timesOf(item, thresholdValues) > 0),
      ['untouched', 'partly'],
    ),
    unknown: shares(asked, ['unknown']),
    notApplicable: shares(asked, ['not-applicable']),
    holdsBack: mapped(tally.holdsBack, (count) => ({ count: rounded(count), share: shareOf(count, tally.total) })),
    remedies: mapped(tally.chosen, (count, id) => ({
      chosen: rounded(count),
      finished: rounded(tally.finished.get(id) ?? 0),
    })),
    instruments: mapped(tally.instruments, rounded),
    seconds: mapped(timed, middleSeconds),
  };
}

const mapped = <T, R>(of: Iterable<readonly [string, T]>, change: (value: T, id: string) => R): Record<string, R> =>
  Object.fromEntries([...of].map(([id, value]) => [id, change(value, id)]));
