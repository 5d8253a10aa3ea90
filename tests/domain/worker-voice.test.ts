import fc from 'fast-check';
import { expect, test } from 'vitest';
import { workerCounts, workerVoiceMinimum } from '#app/domain/worker-voice.ts';

const counts = { 'clear-tasks': { yes: 3, no: 1, unknown: 1 } };

test('the voice of workers is shown as counts from five devices', () => {
  expect(workerVoiceMinimum).toBe(5);
  expect(workerCounts(counts, 5)).toEqual(counts);
});

test('nothing of it is shown below five, whatever was counted', () => {
  const anyCounts = fc.dictionary(fc.string(), fc.dictionary(fc.string(), fc.nat()));
  fc.assert(
    fc.property(anyCounts, fc.nat(4), (some, devices) => {
      expect(workerCounts(some, devices)).toBeNull();
    }),
  );
});
