import { describe, expect, it } from 'vitest';
import { codeFacts, shapeOf } from '#app/domain/figures/coded-facts.ts';
import { figuresOfRows } from '#app/domain/figures/hand-in-figures.ts';
import type { CountedMember } from '#app/domain/figures/hand-in-tally.ts';
import type { HandInFigures } from '#app/domain/figures/published.ts';

const member = (at: number, items: Record<string, string>, organisation = `o${at}`): CountedMember => {
  const seconds = Object.fromEntries(Object.keys(items).map((id) => [id, 30]));
  const facts = { level: 2, assessable: true, provisional: false, dimensions: {}, items, seconds };
  const shape = shapeOf(facts);
  const text = codeFacts(facts, shape) as string;
  return {
    organisation,
    account: true,
    facts: { coded: { shape, text }, plan: { chosen: [], finished: [], instruments: [] } },
  };
};
/** Of a row in which all of them stand. */
function handInFigures(members: CountedMember[]): HandInFigures {
  const standing = members.map((one, at) => ({ ...one, id: String(at), source: String(at), rows: ['row'] }));
  return figuresOfRows(['row'], standing, (id) => (members[Number(id)] as CountedMember).facts).get(
    'row',
  ) as HandInFigures;
}

const many = (count: number, make: (at: number) => CountedMember) => Array.from({ length: count }, (_, at) => make(at));

describe('the figures of a row that may be shown', () => {
  it('say nothing of an item that too few of its organisations were asked', () => {
    const { open, unknown, seconds } = handInFigures(
      many(20, (at) => member(at, at < 9 ? { buses: 'untouched', lifting: 'partly' } : { lifting: 'absent' })),
    );
    expect(Object.keys(open)).toEqual(['lifting']);
    expect(Object.keys(unknown)).toEqual(['lifting']);
    expect(Object.keys(seconds)).toEqual(['lifting']);
  });

  it('say nothing of an item that one organisation answered more than a quarter of', () => {
    const ofOne = many(6, (at) => member(at + 20, { buses: 'untouched' }, 'large'));
    const { open } = handInFigures([...many(20, (at) => member(at, at < 9 ? { buses: 'partly' } : {})), ...ofOne]);
    expect(open).toEqual({});
  });

  it('call a prerequisite never an open threshold', () => {
    const { open, unknown } = handInFigures(many(20, (at) => member(at, { goal: 'not-yet', buses: 'unknown' })));
    expect(open).toEqual({});
    expect(unknown).toEqual({ goal: 0, buses: 100 });
  });
});
