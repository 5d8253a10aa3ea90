import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judge } from '#app/domain/verdict.ts';
import { withRemedies } from '#app/domain/what-if.ts';
import { arbitraryCase } from '../support/arbitrary.ts';
import { buildCounted, buildItem, buildLevels } from '../support/build.ts';

const item = buildItem({
  remedies: [
    { id: 'some', to: 'largely' },
    { id: 'all', to: 'in-place' },
  ],
});
const after = (before: ReturnType<typeof buildCounted>, ...remedies: string[]) =>
  withRemedies([item], { welcome: before }, remedies).welcome?.value;

test('a remedy leads to its own answer, and the best of several counts', () => {
  expect(after(buildCounted('not-yet'), 'some')).toBe('largely');
  expect(after(buildCounted('not-yet'), 'all', 'some')).toBe('in-place');
  expect(withRemedies([item], {}, ['some']).welcome).toEqual(buildCounted('largely'));
});

test('a remedy never makes an answer worse, and an unknown remedy does nothing', () => {
  expect(after(buildCounted('in-place'), 'some')).toBe('in-place');
  expect(after(buildCounted('started'), 'elsewhere')).toBe('started');
});

test('an expired or disputed answer is settled by what the remedy leads to', () => {
  const before = { welcome: buildCounted('unknown', { expired: true, disputed: true }) };
  expect(withRemedies([item], before, ['all']).welcome).toEqual(buildCounted('in-place'));
});

test('not applicable stays so, unless it holds an essential item back', () => {
  const essential = { ...item, essential: true };
  const lifted = (listedReason: boolean, of = essential) =>
    withRemedies([of], { welcome: buildCounted('not-applicable', { listedReason }) }, ['some']).welcome?.value;
  expect(lifted(false)).toBe('largely');
  expect(lifted(true)).toBe('not-applicable');
  expect(lifted(false, item)).toBe('not-applicable');
});

test('the answers given are left as they are', () => {
  const before = { welcome: buildCounted('not-yet') };
  withRemedies([item], before, ['all']);
  expect(before).toEqual({ welcome: buildCounted('not-yet') });
});

test('more remedies never lower the level that is reached, and their order does not matter', () => {
  fc.assert(
    fc.property(arbitraryCase(8, 4), ({ items, answers, remedies }) => {
      const ids = remedies.map(({ id }) => id);
      const level = (given: typeof answers) => judge(buildLevels(), items, given).level;
      expect(level(withRemedies(items, answers, ids))).toBeGreaterThanOrEqual(level(answers));
      expect(withRemedies(items, answers, ids.toReversed())).toEqual(withRemedies(items, answers, ids));
    }),
  );
});
