import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heardQuestions, questionsToShow, type WorkerCounts, workerVoiceMinimum } from '#app/domain/worker-voice.ts';

const answers = ['yes', 'partly', 'no', 'unknown'];
/** What each device says of two questions, either of which it may skip. */
const replies = fc.array(fc.record({ tasks: fc.constantFrom('', ...answers), help: fc.constantFrom('', ...answers) }), {
  maxLength: 40,
});
const total = (counts: Record<string, number> = {}) => Object.values(counts).reduce((sum, n) => sum + n, 0);

/** What is shown after each device, when they come one by one. */
function showing(devices: Record<string, string>[]): WorkerCounts[] {
  const counted: WorkerCounts = {};
  let shown: WorkerCounts = {};
  return devices.map((given, before) => {
    for (const [question, answer] of Object.entries(given))
      if (answer) counted[question] = { ...counted[question], [answer]: (counted[question]?.[answer] ?? 0) + 1 };
    for (const question of questionsToShow(counted, shown, before + 1))
      shown = { ...shown, [question]: counted[question] ?? {} };
    return shown;
  });
}

test('five devices that answer show their counts; four show nothing', () => {
  expect(workerVoiceMinimum).toBe(5);
  const shown = showing(Array.from({ length: 5 }, () => ({ tasks: 'yes' })));
  expect(heardQuestions(shown[3] ?? {})).toBeNull();
  expect(heardQuestions(shown[4] ?? {})).toEqual({ tasks: { yes: 5 } });
});

test('whoever looks after every device never learns what fewer than five answered', () => {
  fc.assert(
    fc.property(replies, (devices) => {
      const shown = [{} as WorkerCounts, ...showing(devices)];
      for (const question of ['tasks', 'help'])
        for (let at = 1; at < shown.length; at++) {
          const more = total(shown[at]?.[question]) - total(shown[at - 1]?.[question]);
          expect(more === 0 || more >= workerVoiceMinimum).toBe(true);
          if (at % workerVoiceMinimum !== 0) expect(shown[at]).toEqual(shown[at - 1]);
        }
    }),
  );
});

test('nothing is heard of a question with fewer than five answers', () => {
  expect(heardQuestions({ tasks: { yes: 3, no: 1 }, help: { yes: 5 } })).toEqual({ help: { yes: 5 } });
  expect(heardQuestions({ tasks: { yes: 4 } })).toBeNull();
});
