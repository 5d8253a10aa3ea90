import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { thresholdWeights } from '#app/domain/placement-threshold.ts';
import { type EntryOf, visitEntry } from '#app/domain/visit-entry.ts';
import { type MetThreshold, mergeWeight } from '#app/domain/visit-sync.ts';

const last = { by: 'Firefox, Android', at: '2026-11-25T09:00:00.000Z' };
const from = { by: 'Chrome, Android', at: '2026-11-25T10:00:00.000Z' };

const threshold = (over: Partial<MetThreshold> = {}): MetThreshold => ({
  id: 'threshold-1',
  item: null,
  text: 'De mentor is met verlof',
  weight: 'high',
  seenOn: '2026-11-20',
  loweredOn: null,
  version: 3,
  rivals: [],
  ...over,
});
const weigh = (over: Partial<EntryOf<'weigh'>> = {}): EntryOf<'weigh'> => ({
  kind: 'weigh',
  id: 'entry-0001',
  threshold: 'threshold-1',
  version: '3',
  weight: 'small',
  loweredOn: '',
  ...over,
});
const merge = (entry: EntryOf<'weigh'>, stored: MetThreshold | null, handled = false) =>
  mergeWeight(entry, { threshold: stored, handled, last }, from);

describe('another weight for a threshold', () => {
  test('stands when it was written over the version that is stored', () => {
    expect(merge(weigh(), threshold())).toEqual({
      change: { weight: 'small', loweredOn: null, version: 4, rivals: [] },
      outcome: { outcome: 'stored', version: 4 },
    });
  });

  test('over an older version stands beside what came in between, with who and when', () => {
    const { change, outcome } = merge(weigh({ version: '2', loweredOn: '2026-11-25' }), threshold());
    expect(change).toMatchObject({ weight: 'high', loweredOn: null, version: 4 });
    expect(change?.rivals).toEqual([{ weight: 'small', loweredOn: '2026-11-25', entry: 'entry-0001', ...from }]);
    expect(outcome).toEqual({
      outcome: 'conflict',
      version: 4,
      others: [{ value: 'high', loweredOn: null, ...last }],
    });
  });

  test('that says the same is no conflict', () => {
    expect(merge(weigh({ version: '1', weight: 'high' }), threshold())).toEqual({
      change: null,
      outcome: { outcome: 'stored', version: 3 },
    });
  });

  test('over the newest version settles what was in dispute', () => {
    const disputed = merge(weigh({ version: '2' }), threshold()).change;
    const chosen = merge(weigh({ id: 'entry-0002', version: '4', weight: 'small' }), threshold({ ...disputed }));
    expect(chosen.change).toEqual({ weight: 'small', loweredOn: null, version: 5, rivals: [] });
  });

  test('by a third device is kept beside the other two', () => {
    const disputed = threshold({ ...merge(weigh({ version: '2' }), threshold()).change });
    const { change, outcome } = merge(weigh({ id: 'entry-0002', version: '2', weight: 'noticeable' }), disputed);
    expect(change?.rivals.map(({ weight }) => weight)).toEqual(['small', 'noticeable']);
    expect(outcome).toMatchObject({ outcome: 'conflict', others: [{ value: 'high' }, { value: 'small' }] });
  });

  test('sent again changes nothing, also when the threshold changed since', () => {
    expect(merge(weigh(), threshold({ version: 9 }), true)).toEqual({
      change: null,
      outcome: { outcome: 'stored', version: 9 },
    });
    const disputed = threshold({ ...merge(weigh({ version: '2' }), threshold()).change });
    expect(merge(weigh({ version: '2' }), disputed, true)).toMatchObject({
      change: null,
      outcome: { outcome: 'conflict', others: [{ value: 'high' }] },
    });
  });

  test('for a threshold that is not there is refused', () => {
    expect(merge(weigh(), null)).toEqual({ change: null, outcome: { outcome: 'refused', error: 'error.threshold' } });
  });
});

test('whatever two devices write and however often they send it, no value is lost without having been seen', () => {
  const step = fc.record({
    seen: fc.integer({ min: 1, max: 8 }),
    weight: fc.constantFrom(...thresholdWeights),
    loweredOn: fc.constantFrom('', '2026-11-25'),
    again: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      let stored = threshold({ version: 1 });
      for (const [index, { seen, again, ...value }] of steps.entries()) {
        const before = stored;
        const version = Math.min(seen, before.version);
        const entry = weigh({ id: `entry-${index}-x`, version: String(version), ...value });
        stored = { ...before, ...merge(entry, before).change };
        const shown = [stored, ...stored.rivals].map((one) => `${one.weight} ${one.loweredOn}`);
        expect(shown).toContain(`${value.weight} ${value.loweredOn || null}`);
        if (version < before.version) expect(shown).toContain(`${before.weight} ${before.loweredOn}`);
        if (again) expect(merge(entry, stored, true).change).toBeNull();
      }
    }),
  );
});

describe('an entry', () => {
  const entries: Record<string, [unknown, string]> = {
    'without words': [{ kind: 'note', id: 'entry-0001', text: '  ' }, 'error.needed'],
    'with half a character': [{ kind: 'note', id: 'entry-0001', text: '\ud83d' }, 'error.characters'],
    'that is too long': [{ kind: 'note', id: 'entry-0001', text: 'x'.repeat(5001) }, 'error.too-long'],
    'without weight': [{ kind: 'threshold', id: 'entry-0001', text: 'a', item: '', seenOn: '' }, 'error.choose'],
    'on a day that does not exist': [weigh({ loweredOn: '2026-02-30' }), 'error.day'],
    'of another kind': [{ kind: 'diagnosis', id: 'entry-0001' }, 'error.text'],
  };
  test.each(Object.entries(entries))('%s is refused with a reason', (_, [entry, error]) => {
    expect(visitEntry.safeParse(entry).error?.issues[0]?.message).toBe(error);
  });
});
