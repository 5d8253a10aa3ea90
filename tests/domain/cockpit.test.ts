import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrderOfNeed, type SectorFigures, signalFrom } from '#app/domain/cockpit.ts';
import type { HandInFigures } from '#app/domain/figures/published.ts';
import { remarkId, remarkKinds, remarkOfId } from '#app/domain/remark.ts';

const items = ['a', 'b', 'c', 'd'].map((id) => ({ id, remedies: [{ id: 'plan' }] }));
const total = (over: Partial<HandInFigures>): HandInFigures => ({
  ...{ workplaces: 40, levels: [], dimensions: {}, open: {}, unknown: {}, notApplicable: {}, holdsBack: {} },
  ...{ remedies: {}, instruments: {}, seconds: {} },
  ...over,
});
const sector = (over: Partial<SectorFigures> = {}): SectorFigures => ({
  ...{ total: null, remarks: new Map(), evidence: new Map() },
  ...over,
});
const order = (of: SectorFigures) => inOrderOfNeed(items, of).map(({ item }) => item.id);
const signalsOf = (of: SectorFigures, id: string) =>
  inOrderOfNeed(items, of).find(({ item }) => item.id === id)?.signals;

describe('what needs an author’s eye', () => {
  test('with nothing published is nothing, in the order of the checklist', () => {
    expect(order(sector())).toEqual(['a', 'b', 'c', 'd']);
    expect(inOrderOfNeed(items, sector()).flatMap(({ signals }) => signals)).toEqual([]);
  });

  test('each figure is a signal from its own bound on, and not below it', () => {
    const at = (unknown: number, notApplicable: number, slow: number) =>
      sector({
        total: total({
          unknown: { a: unknown },
          notApplicable: { a: notApplicable },
          seconds: { a: slow, b: 20, c: 20 },
        }),
      });
    expect(signalsOf(at(signalFrom.unknown, signalFrom.notApplicable, 40), 'a')).toEqual([
      'unknown',
      'not-applicable',
      'slow',
    ]);
    expect(signalsOf(at(signalFrom.unknown - 5, signalFrom.notApplicable - 5, 35), 'a')).toEqual([]);
  });

  test('a published remark is a signal, and so is a remedy that surely helps less than half the time', () => {
    const remedy = { tried: 20, helped: 5, share: 25, low: 10, high: 47 };
    const evidence = new Map([['b', { met: 20, placements: 40, remedies: { plan: remedy } }]]);
    const of = sector({ remarks: new Map([[remarkId('c', 'unclear'), 10]]), evidence });
    expect([signalsOf(of, 'b'), signalsOf(of, 'c')]).toEqual([['seldom-helps'], ['remarks']]);
    const unsure = new Map([['b', { met: 20, placements: 40, remedies: { plan: { ...remedy, high: 50 } } }]]);
    expect(signalsOf(sector({ evidence: unsure }), 'b')).toEqual([]);
  });

  test('most signals come first, then most remarks, then who knows least', () => {
    const remarks = new Map([
      [remarkId('c', 'unclear'), 10],
      [remarkId('d', 'unclear'), 10],
      [remarkId('d', 'double'), 15],
    ]);
    expect(order(sector({ remarks, total: total({ unknown: { b: 40, c: 25 } }) }))).toEqual(['c', 'd', 'b', 'a']);
  });

  test('every item stays, whatever the figures', () => {
    const share = fc.dictionary(
      fc.constantFrom('a', 'b', 'c', 'd', 'gone'),
      fc.nat(20).map((n) => 5 * n),
    );
    fc.assert(
      fc.property(share, share, share, (unknown, notApplicable, seconds) => {
        expect(order(sector({ total: total({ unknown, notApplicable, seconds }) })).sort()).toEqual([
          'a',
          'b',
          'c',
          'd',
        ]);
      }),
    );
  });

  test('a remedy is told of only where it was chosen', () => {
    const of = sector({
      total: total({ remedies: { plan: { chosen: 15, finished: 5 }, other: { chosen: 20, finished: 0 } } }),
    });
    expect(inOrderOfNeed(items, of)[0]?.figures.remedies).toEqual([{ id: 'plan', chosen: 15, finished: 5 }]);
  });
});

test('the id of a remark is read back, and nothing else is one', () => {
  for (const kind of remarkKinds)
    expect(remarkOfId(remarkId('goal-backed', kind))).toEqual({ item: 'goal-backed', kind });
  for (const id of ['', '.unclear', 'goal-backed', 'goal-backed.', 'goal-backed.nice', 'unclear'])
    expect(remarkOfId(id), id).toBeNull();
});
