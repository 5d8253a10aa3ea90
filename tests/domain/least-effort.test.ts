import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Gap, Option } from '#app/domain/least-effort.ts';
import { leastEffort } from '#app/domain/least-effort.ts';

type Given = { gaps: Gap[]; options: Option[]; shortfall: number };

const arbitraryGap = fc
  .record({
    have: fc.constantFrom(0, 0, 2, 3, 4),
    weight: fc.constantFrom(1, 2, 3),
    need: fc.constantFrom(0, 0, 0, 4, 6),
    bonus: fc.constantFrom(false, false, false, true),
  })
  .map((gap) => (gap.bonus ? { have: 0, weight: 0, need: 0, bonus: true } : gap));

/** Tangled: up to nine options that raise up to five gaps each. */
const arbitraryGiven: fc.Arbitrary<Given> = fc
  .array(arbitraryGap, { minLength: 1, maxLength: 8 })
  .chain((gaps) =>
    fc.record({
      gaps: fc.constant(gaps),
      options: fc.array(
        fc.record({ effort: fc.constantFrom(1, 1, 2, 3), lifts: arbitraryLifts(gaps) }).filter(hasLifts),
        { maxLength: 9 },
      ),
      share: fc.integer({ min: 0, max: 100 }),
    }),
  )
  .map(({ gaps, options, share }) => {
    const most = gaps.reduce((sum, { have, weight }) => sum + weight * (6 - have), 0);
    const named = options.map((option, index) => ({ ...option, id: `option-${(index * 7) % 10}` }));
    return { gaps, options: named, shortfall: Math.floor((share * most) / 100) };
  });

function arbitraryLifts(gaps: Gap[]): fc.Arbitrary<Option['lifts']> {
  const lift = fc.record({ gap: fc.nat({ max: gaps.length - 1 }), to: fc.constantFrom(2, 3, 4, 6, 6, 6) });
  return fc
    .uniqueArray(lift, { selector: ({ gap }) => gap, maxLength: 5 })
    .map((lifts) => lifts.filter(({ gap, to }) => to > (gaps[gap]?.have ?? 0) && (to === 6 || !gaps[gap]?.bonus)));
}

const hasLifts = ({ lifts }: { lifts: Option['lifts'] }) => lifts.length > 0;

/** Milliseconds: trying every set takes its time on a busy machine. */
const bruteForce = 30_000;

describe('the least effort', () => {
  test('is what trying every set finds', { timeout: bruteForce }, () => {
    fc.assert(
      fc.property(arbitraryGiven, (given) => {
        expect(leastEffort(given.gaps, given.options, given.shortfall)).toEqual(tryEverySet(given));
      }),
      { numRuns: 1000 },
    );
  });

  test('stays exact when the first sweep has no room and the limit closes in on the best', {
    timeout: bruteForce,
  }, () => {
    fc.assert(
      fc.property(arbitraryGiven, (given) => {
        expect(leastEffort(given.gaps, given.options, given.shortfall, 0)).toEqual(tryEverySet(given));
      }),
      { numRuns: 1000 },
    );
  });

  test('does not depend on the order of the options', () => {
    fc.assert(
      fc.property(arbitraryGiven, ({ gaps, options, shortfall }) => {
        expect(leastEffort(gaps, options.toReversed(), shortfall)).toEqual(leastEffort(gaps, options, shortfall));
      }),
    );
  });

  test('of a tangle of 30 gaps and 45 options does not depend on how the search goes', () => {
    const { gaps, options, shortfall } = tangle();
    const found = leastEffort(gaps, options, shortfall);
    expect(found).toEqual(leastEffort(gaps, options, shortfall, Number.POSITIVE_INFINITY));
    expect(found).not.toBeNull();
  });
});

/** Every option raises three gaps, every gap is raised by four or five options. */
function tangle(): Given {
  const gaps = Array.from({ length: 30 }, (_, gap) => ({ have: 0, weight: 1 + (gap % 3), need: 0, bonus: false }));
  const options = Array.from({ length: 45 }, (_, index) => ({
    id: `option-${10 + index}`,
    effort: 1 + ((index * index) % 3),
    lifts: [index % 30, (index * 7 + 3) % 30, (index * 11 + 8) % 30]
      .filter((gap, at, all) => all.indexOf(gap) === at)
      .map((gap) => ({ gap, to: gap % 4 === 0 ? 3 : 6 })),
  }));
  return { gaps, options, shortfall: 200 };
}

function tryEverySet({ gaps, options, shortfall }: Given): string[] | null {
  const reached = (set: Option[], gap: number) =>
    Math.max(
      gaps[gap]?.have ?? 0,
      ...set.flatMap(({ lifts }) => lifts.filter((l) => l.gap === gap).map(({ to }) => to)),
    );
  const sets = Array.from({ length: 2 ** options.length }, (_, bits) => options.filter((_o, at) => (bits >> at) & 1));
  const good = sets.flatMap((set) => {
    const sixths = gaps.map((_, gap) => reached(set, gap));
    const points = gaps.reduce((sum, { have, weight }, gap) => sum + weight * ((sixths[gap] ?? 0) - have), 0);
    if (points < shortfall || gaps.some(({ need }, gap) => (sixths[gap] ?? 0) < need)) return [];
    const bonus = gaps.filter((gap, at) => gap.bonus && sixths[at] === 6).length;
    return [{ ids: set.map(({ id }) => id).sort(), effort: set.reduce((sum, { effort }) => sum + effort, 0), bonus }];
  });
  const [first] = good.sort(
    (one, other) =>
      one.effort - other.effort ||
      one.ids.length - other.ids.length ||
      other.bonus - one.bonus ||
      (one.ids.join() < other.ids.join() ? -1 : 1),
  );
  return first?.ids ?? null;
}
