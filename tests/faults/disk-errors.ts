import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { answersIn, type Crowd, gather, lostAmong } from '../support/crowd.ts';
import { type Fault, type Finding, must, type Trial, until, whyWithout } from '../support/fault.ts';
import { failCalls } from '../support/inject.ts';
import { freePort, type RunningServer, startServer } from '../support/server.ts';

/** What the disk says, and which of the calls of a commit say it. */
const errors: [what: string, failures: string[]][] = [
  ['fsync fails (EIO)', ['fsync:error=EIO', 'fdatasync:error=EIO']],
  ['fsync fails now and then', ['fsync:error=EIO:when=1+3', 'fdatasync:error=EIO:when=1+3']],
  ['writing fails (EIO)', ['pwrite64:error=EIO']],
  ['writing fails now and then', ['pwrite64:error=EIO:when=2+5']],
  ['the disk is full (ENOSPC)', ['pwrite64:error=ENOSPC']],
  ['the disk became read-only (EROFS)', ['pwrite64:error=EROFS', 'ftruncate:error=EROFS']],
];

/**
 * The disk of a running server refuses for a while. Where every commit fails, nothing is acknowledged meanwhile; pages
 * are still read; when it recovers, so do answers, without a restart; and after a kill every acknowledged one is there.
 */
export const fault: Fault = {
  whyNot: () => whyWithout('strace', '-qq', '-o', '/dev/null', 'true'),
  async run(trial) {
    const findings: Finding[] = [];
    for (const [what, failures] of errors) findings.push(await refuseAWhile(trial, what, failures));
    return findings;
  },
};

async function refuseAWhile(trial: Trial, what: string, failures: string[]): Promise<Finding> {
  const dataDir = join(trial.folder, failures.join('-').replaceAll(/\W+/g, '-'));
  const rounds = trial.rounds(4);
  let server = await startServer({ dataDir, port: await freePort() });
  const crowd = await gather(server.url, 20);
  const always = !failures.some((one) => one.includes(':when=1+') || one.includes(':when=2+'));
  let lost = 0;
  let refusedWith = '';
  try {
    for (let round = 0; round < rounds; round++) {
      await until('answers are kept', grows(crowd));
      const recover = await failCalls(server.pid, failures);
      const began = Date.now();
      await sleep(200 + trial.chance() * 1500);
      await requireReading(server);
      const ended = Date.now();
      if (always) requireNone(crowd, began + 100, ended);
      await recover();
      await until('answers are kept again', grows(crowd));
    }
    refusedWith = [...crowd.refused].map(([status, times]) => `${status || 'cut off'}: ${times}`).join(', ');
    await server.kill();
    server = await startServer({ dataDir, port: await freePort() });
    lost = lostAmong(crowd.acknowledged.slice(), answersIn(join(dataDir, 'toolbox.db'))).length;
  } finally {
    await crowd.rest();
    await server.kill();
  }
  return { what, rounds, acknowledged: crowd.acknowledged.length, lost, note: refusedWith };
}

function grows(crowd: Crowd): () => boolean {
  const before = crowd.acknowledged.length;
  return () => crowd.acknowledged.length > before + 40;
}

async function requireReading({ url }: RunningServer): Promise<void> {
  const { status } = await fetch(`${url}/nl/help`);
  must(status === 200, `a page is read while the disk refuses, not ${status}`);
}

/** Nothing that was sent and acknowledged within these moments. */
function requireNone({ acknowledged }: Crowd, began: number, ended: number): void {
  const wrong = acknowledged.filter(({ sentAt, at }) => sentAt > began && at < ended);
  must(wrong.length === 0, `no answer is acknowledged while every commit fails, not ${wrong.length}`);
}
