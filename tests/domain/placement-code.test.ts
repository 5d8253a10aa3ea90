import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldCode, makePlacementCode, placementCodeCount, readPlacementCode } from '#app/domain/placement-code.ts';

/** Every code, each by the two bytes that make it. */
const all = Array.from({ length: 128 }, (_, noun) =>
  Array.from({ length: 90 }, (_, number) => makePlacementCode(bytes(noun, number))),
).flat();
const nouns = [...new Set(all.map((code) => code.split(' ')[0] ?? ''))];

/** A source that gives these bytes, one a call, then zeros. */
function bytes(...given: number[]): (count: number) => Uint8Array {
  const left = [...given];
  return (count) => Uint8Array.from({ length: count }, (_, index) => (index === 0 ? (left.shift() ?? 0) : 0));
}

describe('a code', () => {
  test('is a noun and two digits from 10 to 99, out of 11,520', () => {
    expect(all.filter((code) => !/^[A-Z][a-z]+ [1-9]\d$/.test(code))).toEqual([]);
    expect(new Set(all).size).toBe(placementCodeCount);
    expect(placementCodeCount).toBe(11_520);
  });

  test('skips bytes that would favour the first numbers', () => {
    const favouring = (count: number) => Uint8Array.from({ length: count }, (_, index) => (index === 0 ? 255 : 7));
    expect(makePlacementCode(favouring).endsWith(' 17')).toBe(true);
  });

  test('is never one letter away from another', () => {
    const near = nouns.flatMap((one) => nouns.filter((other) => one !== other && isOneLetterAway(one, other)));
    expect(near).toEqual([]);
  });
});

describe('a typed code', () => {
  test('always reads back, in any case and without its space', () => {
    for (const code of all)
      for (const typed of [code, code.toUpperCase(), code.replace(' ', ''), ` ${code.replace(' ', '-')} `])
        expect(readPlacementCode(typed)).toBe(code);
  });

  test('reads back with accents and a soft space', () => {
    expect(readPlacementCode('ánker\u00a042')).toBe('Anker 42');
  });

  test.each(['', 'Anker', '42', 'Anker 9', 'Anker 09', 'Anker 100', 'Ankers 42', '42 Anker', 'Jan 42'])(
    'that is no code is refused: %j',
    (typed) => {
      expect(readPlacementCode(typed)).toBeNull();
    },
  );

  test('whatever it is, is null or a code there is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const read = readPlacementCode(typed);
        expect(read === null || all.includes(read)).toBe(true);
      }),
    );
  });
});

test('a text folds the same typed with or without spaces, case and accents', () => {
  expect(foldCode('Ánker  4 2')).toBe('anker42');
});

function isOneLetterAway(one: string, other: string): boolean {
  const [short, long] = [one.toLowerCase(), other.toLowerCase()].sort((a, b) => a.length - b.length) as [
    string,
    string,
  ];
  if (short.length === long.length) return [...short].filter((letter, at) => letter !== long[at]).length === 1;
  return [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short);
}
