import { describe, expect, it } from 'vitest';
import { codeFacts, readFacts, shapeOf } from '#app/domain/figures/coded-facts.ts';
import type { SubmissionFacts } from '#app/domain/submission.ts';

const facts: SubmissionFacts = {
  level: 3,
  assessable: true,
  provisional: false,
  dimensions: { hours: { met: 2.5, best: 4, total: 7 }, guidance: { met: 0, best: 12, total: 12 } },
  items: { goal: 'in-place', buses: 'untouched', lifting: 'unknown', alone: 'unanswered', shifts: 'not-applicable' },
  way: ['buses', 'lifting'],
  seconds: { goal: 0, buses: 45, lifting: 600 },
};
const kept = (of: SubmissionFacts): SubmissionFacts => {
  const shape = shapeOf(of);
  return readFacts({ shape, text: codeFacts(of, shape) as string });
};

describe('facts in short', () => {
  it('are read as they were', () => {
    expect(kept(facts)).toEqual(facts);
  });

  it('keep apart what was never counted from what came to nothing', () => {
    const { way: _, seconds: __, ...older } = facts;
    expect(kept(older)).toEqual(older);
    expect(kept({ ...older, way: [], seconds: {} })).toEqual({ ...older, way: [], seconds: {} });
  });

  it('round seconds to five, as finely as they are published', () => {
    expect(kept({ ...facts, seconds: { goal: 12, buses: 13 } }).seconds).toEqual({ goal: 10, buses: 15 });
  });

  it('take two signs for an item, most of one byte and all of them signs that JSON leaves alone', () => {
    const items = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`item-${at}`, 'largely']));
    const seconds = Object.fromEntries(Object.keys(items).map((id, at) => [id, at * 10]));
    const text = codeFacts({ ...facts, items, seconds, way: [] }, shapeOf({ ...facts, items, seconds, way: [] }));
    expect(Buffer.byteLength(JSON.stringify(text))).toBeLessThan(60 * 2.5 + 30);
  });

  it('are refused when a value is none of ours', () => {
    const odd = { ...facts, items: { goal: 'nobody knows' } };
    expect(codeFacts(odd, shapeOf(odd))).toBeNull();
  });
});
