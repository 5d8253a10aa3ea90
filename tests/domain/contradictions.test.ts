import { expect, test } from 'vitest';
import type { Contradiction } from '#app/domain/checklist.ts';
import { contradictions } from '#app/domain/contradictions.ts';
import { buildCounted } from '../support/build.ts';

const contradiction: Contradiction = {
  id: 'buddy-without-time',
  when: [
    { item: 'buddy', is: ['largely', 'in-place'] },
    { item: 'time', is: ['not-yet'] },
  ],
  topic: 'Er is een buddy, maar geen tijd.',
};

test('answers that do not go together are a topic', () => {
  const answers = { buddy: buildCounted('in-place'), time: buildCounted('not-yet') };
  expect(contradictions([contradiction], answers)).toEqual([contradiction]);
});

test.each(['unknown', 'not-applicable', 'started', null] as const)('%s contradicts nothing', (value) => {
  const answers = { buddy: buildCounted('in-place'), time: buildCounted(value) };
  expect(contradictions([contradiction], answers)).toEqual([]);
});

test('an item without an answer contradicts nothing', () => {
  expect(contradictions([contradiction], { buddy: buildCounted('in-place') })).toEqual([]);
});
