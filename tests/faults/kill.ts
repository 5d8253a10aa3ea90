import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { answersIn, gather, lostAmong } from '../support/crowd.ts';
import { answerEarly } from '../support/early-answer.ts';
import type { Fault, Finding, Trial } from '../support/fault.ts';
import { freePort, startServer } from '../support/server.ts';

/** Fifty people answer, and go on trying, while the server is killed at a moment that nobody chose, and started again. */
export const fault: Fault = {
  async run(trial) {
    const honest = await killWhileAnswering(trial, 'app', Number(process.env.KILL_ROUNDS ?? trial.rounds(200)), false);
    const control = await killWhileAnswering(trial, 'control', 3, true);
    return [honest, { ...control, what: 'a server that answers before it commits', control: true }];
  },
};

async function killWhileAnswering(trial: Trial, name: string, rounds: number, early: boolean): Promise<Finding> {
  const dataDir = join(trial.folder, name);
  const port = await freePort();
  let server = await startServer({ dataDir, port });
  const front = early ? await answerEarly(server.url, 40) : { url: server.url, close: () => {} };
  const crowd = await gather(front.url, 50, name);
  let lost = 0;
  try {
    for (let round = 0; round < rounds; round++) {
      await sleep(50 + trial.chance() * 800);
      await server.kill();
      const before = crowd.acknowledged.slice();
      server = await startServer({ dataDir, port });
      lost = Math.max(lost, lostAmong(before, answersIn(join(dataDir, 'toolbox.db'))).length);
      if (lost > 0) break;
    }
  } finally {
    await crowd.rest();
    await server.kill();
    front.close();
  }
  return { what: 'SIGKILL while 50 people save', rounds, acknowledged: crowd.acknowledged.length, lost };
}
