import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contexts } from '#app/content/checks.ts';
import { idsIn } from '#app/domain/across-versions.ts';
import type { Answer } from '#app/domain/answer.ts';
import { allowedValues } from '#app/domain/answer.ts';
import type { Checklist } from '#app/domain/checklist.ts';
import { happenings, moveOver } from '#app/domain/moving.ts';
import { buildAnswer } from '../support/build.ts';
import { dutch, library } from './published.ts';

/* From every published version to the next and back, over any answers. */

const pairs = dutch.flatMap(([, later]): [string, Checklist, Checklist][] => {
  const earlier = library.checklists[`${later.sector}@${later.version - 1}`]?.nl;
  return earlier ? [[`${earlier.ref} and ${later.ref}`, earlier, later]] : [];
});

test('there is a version with one before it', () => {
  expect(pairs.map(([name]) => name)).toContain('retail@1 and retail@2');
});

describe.each(pairs)('%s', (_name, earlier, later) => {
  const context = contexts(earlier)[0] as ReturnType<typeof contexts>[number];
  const moment = { context, now: new Date('2026-11-25T10:00:00Z') };
  const answersTo = ({ items }: Checklist): fc.Arbitrary<Answer[]> =>
    fc.subarray(items).chain((some) =>
      fc.tuple(...some.map((item) => fc.constantFrom(...allowedValues(item.kind)))).map((values) =>
        some.map((item, at) =>
          buildAnswer({
            id: item.id,
            item: item.id,
            value: values[at] ?? 'unknown',
            note: `over ${item.id}`,
            seq: at + 1,
          }),
        ),
      ),
    );

  test('every question of either version is accounted for, once', () => {
    for (const [from, to] of [
      [earlier, later],
      [later, earlier],
    ] as const) {
      const all = happenings(from, to);
      const ids = (list: Checklist['items'][]) =>
        list
          .flat()
          .map(({ id }) => id)
          .sort();
      expect(ids(all.map(({ before }) => before))).toEqual(ids([from.items]));
      expect(ids(all.map(({ after }) => after))).toEqual(ids([to.items]));
      for (const one of all) expect(one.kind === 'same' || one.why.length > 20, one.kind).toBe(true);
    }
  });

  test('what is asked in both keeps its kind, its answers and its reasons', () => {
    for (const { kind, before, after } of happenings(earlier, later))
      if (kind === 'same' || kind === 'reworded') {
        expect(after[0]?.kind).toBe(before[0]?.kind);
        const reasons = after[0]?.naReasons.map(({ id }) => id);
        expect(reasons).toEqual(expect.arrayContaining(before[0]?.naReasons.map(({ id }) => id) ?? []));
      }
  });

  test('over and back gives exactly the answers and the verdict there were', () => {
    fc.assert(
      fc.property(answersTo(earlier), (answers) => {
        const there = moveOver(answers, earlier, later, moment);
        expect([...there.carried, ...there.left].sort(bySeq)).toEqual(answers);
        const back = moveOver([...there.carried, ...there.left], later, earlier, moment);
        expect([...back.carried].sort(bySeq)).toEqual(answers);
        expect(back.left).toEqual([]);
        expect(back.verdictBefore).toEqual(there.verdictAfter);
        expect(back.verdictAfter).toEqual(there.verdictBefore);
      }),
    );
  });

  test('what is answered in between stands beside, and comes back as well', () => {
    fc.assert(
      fc.property(answersTo(earlier), answersTo(later), (before, added) => {
        const isNew = ({ item }: Answer) => !earlier.items.some(({ id }) => id === item);
        const between = added.filter(isNew);
        const back = moveOver([...before, ...between], later, earlier, moment);
        expect(back.carried).toEqual(before);
        expect(back.left).toEqual(between);
        const again = moveOver([...before, ...between], earlier, later, moment);
        expect(again.carried.filter(isNew)).toEqual(between);
      }),
    );
  });

  test('only answers of the same meaning carry over', () => {
    fc.assert(
      fc.property(answersTo(earlier), (answers) => {
        const { lines, carried } = moveOver(answers, earlier, later, moment);
        const kept = lines.filter(({ kind }) => kind === 'same' || kind === 'reworded').flatMap((one) => one.answers);
        expect(kept.sort(bySeq)).toEqual([...carried].sort(bySeq));
      }),
    );
  });

  test('an id is found in the other version, and from there back', () => {
    const versions = [earlier, later];
    for (const { id } of earlier.items)
      for (const next of idsIn(id, later, versions)) expect(idsIn(next, earlier, versions)).toContain(id);
  });
});

const bySeq = (one: Answer, other: Answer) => one.seq - other.seq;
