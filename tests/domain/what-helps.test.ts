import { expect, test } from 'vitest';
import { whatHelps } from '#app/domain/what-helps.ts';
import { buildCounted, buildItem } from '../support/build.ts';

const item = buildItem({
  id: 'card',
  remedies: [
    { id: 'list', to: 'started' },
    { id: 'card', to: 'in-place' },
  ],
});
const helpAt = (value: Parameters<typeof buildCounted>[0]) =>
  whatHelps([item], { card: buildCounted(value) }).flatMap(({ remedies }) => remedies);

test('a gap offers the remedies that would lift it, and no other', () => {
  expect(helpAt('not-yet')).toEqual(['list', 'card']);
  expect(helpAt('started')).toEqual(['card']);
  expect(helpAt('in-place')).toEqual([]);
});

test('what nobody knows or answered offers all of its remedies', () => {
  expect(helpAt('unknown')).toEqual(['list', 'card']);
  expect(whatHelps([item], {})).toEqual([{ item, remedies: ['list', 'card'] }]);
});

test('what does not apply needs no help', () => {
  expect(helpAt('not-applicable')).toEqual([]);
});
