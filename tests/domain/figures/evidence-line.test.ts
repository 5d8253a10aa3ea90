import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceLine, surestRemedy } from '#app/domain/figures/evidence-line.ts';
import type { EvidenceFigures } from '#app/domain/figures/published.ts';
import { rounded, shareOf, wilson } from '#app/domain/figures/rounded.ts';

const tried = (helped: number, of: number) => ({
  tried: rounded(of),
  helped: rounded(helped),
  share: shareOf(helped, of),
  ...wilson(helped, of),
});
const figures = (remedies: EvidenceFigures['remedies'], met = 25): EvidenceFigures => ({
  met,
  placements: 40,
  remedies,
});

describe('the line of evidence beside an item', () => {
  test('is not there where nothing is published, nor where the count rounds to none', () => {
    expect(evidenceLine(null, ['a'])).toBeNull();
    expect(evidenceLine(figures({ a: tried(10, 10) }, 0), ['a'])).toBeNull();
  });

  test('tells how often, and of no remedy when none was tried enough', () => {
    expect(evidenceLine(figures({}), ['a'])).toEqual({ met: 25, placements: 40, helped: null });
  });

  test('names the remedy of which it is surest that it helps, not the luckiest', () => {
    const both = figures({ lucky: tried(10, 10), sure: tried(95, 100) });
    expect(surestRemedy(both, ['lucky', 'sure'])?.remedy).toBe('sure');
  });

  test('names no remedy that the checklist does not advise here, and none that helped nobody', () => {
    expect(surestRemedy(figures({ other: tried(15, 20) }), ['a'])).toBeNull();
    expect(surestRemedy(figures({ a: tried(0, 20) }), ['a'])).toBeNull();
  });

  test('is the same in whatever order the remedies come', () => {
    const count = fc.tuple(fc.nat(60), fc.nat(60)).map(([helped, more]) => tried(helped, helped + more));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), count), (remedies) => {
        const ids = Object.keys(remedies);
        const of = figures(remedies);
        expect(surestRemedy(of, ids)).toEqual(surestRemedy(of, ids.toReversed()));
        const named = surestRemedy(of, ids);
        for (const one of Object.values(remedies).filter(({ helped }) => helped > 0))
          expect(named?.low).toBeGreaterThanOrEqual(one.low);
      }),
    );
  });
});
