import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { answersIn, gather, lostAmong } from '../support/crowd.ts';
import { type Fault, must } from '../support/fault.ts';
import { freePort, startServer } from '../support/server.ts';

/** SIGTERM while people answer, as at every upgrade: what runs is finished, and it ends soon. */
export const fault: Fault = {
  async run({ folder, chance, rounds }) {
    const dataDir = join(folder, 'data');
    const port = await freePort();
    let server = await startServer({ dataDir, port });
    const crowd = await gather(server.url, 30);
    const times = rounds(10);
    let lost = 0;
    let slowest = 0;
    try {
      for (let round = 0; round < times; round++) {
        await sleep(200 + chance() * 800);
        const asked = performance.now();
        await server.stop();
        slowest = Math.max(slowest, performance.now() - asked);
        const before = crowd.acknowledged.slice();
        server = await startServer({ dataDir, port });
        lost = Math.max(lost, lostAmong(before, answersIn(join(dataDir, 'toolbox.db'))).length);
      }
    } finally {
      await crowd.rest();
      await server.kill();
    }
    must(slowest < 15_000, `it ends within its ten seconds, not ${slowest} ms`);
    const note = `slowest end ${Math.round(slowest)} ms`;
    return [
      { what: 'SIGTERM while 30 people save', rounds: times, acknowledged: crowd.acknowledged.length, lost, note },
    ];
  },
};
