import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Acknowledged, answersIn, gather, lostAmong, type Stored } from '../support/crowd.ts';
import { answerEarly } from '../support/early-answer.ts';
import { type Fault, type Finding, must, type Trial } from '../support/fault.ts';
import { freePort, startServer } from '../support/server.ts';

/**
 * The database as it lies there at a moment that nobody chose: its files are copied while the process stands still, so
 * that both are of one moment. The copy holds what was acknowledged before. With its log cut off anywhere it still
 * opens, and what is gone then is the newest of each person, without a hole. Only what may not have been flushed yet is
 * cut off: the log is flushed before any of it is written into the database, so no power cut takes that part away.
 */
export const fault: Fault = {
  async run(trial) {
    return [
      ...(await copyWhileAnswering(trial, 'app', trial.rounds(100), false)),
      ...(await copyWhileAnswering(trial, 'control', 3, true)),
    ];
  },
};

async function copyWhileAnswering(trial: Trial, name: string, rounds: number, early: boolean): Promise<Finding[]> {
  const dataDir = join(trial.folder, name);
  const server = await startServer({ dataDir, port: await freePort() });
  const front = early ? await answerEarly(server.url, 40) : { url: server.url, close: () => {} };
  const crowd = await gather(front.url, 50, name);
  let lost = 0;
  let cut = 0;
  try {
    for (let round = 0; round < rounds; round++) {
      await sleep(20 + trial.chance() * 300);
      const copy = join(trial.folder, `${name}-copy`);
      const before = copyFrozen(server.pid, dataDir, copy, () => crowd.acknowledged.slice());
      lost = Math.max(lost, lostAmong(before, answersIn(copyAgain(copy, 'whole', 1))).length);
      if (!early) cut += requireNoHoles(before, answersIn(copyAgain(copy, 'cut', trial.chance())));
      rmSync(copy, { recursive: true });
    }
  } finally {
    await crowd.rest();
    await server.kill();
    front.close();
  }
  const acknowledged = crowd.acknowledged.length;
  if (early) return [{ what: 'a server that answers before it commits', rounds, acknowledged, lost, control: true }];
  return [
    { what: 'copy of database and log at a random moment', rounds, acknowledged, lost },
    { what: 'the same with the log cut off anywhere', rounds, acknowledged, lost: 0, note: `${cut} newest cut off` },
  ];
}

/** What a power cut leaves. */
const parts = ['toolbox.db', 'toolbox.db-wal'];
/** What the process knew of its log. */
const memory = 'toolbox.db-shm';

function copyFrozen<T>(pid: number, dataDir: string, to: string, look: () => T): T {
  mkdirSync(to, { recursive: true });
  process.kill(pid, 'SIGSTOP');
  try {
    // Whatever was acknowledged, also on its way to us, was committed before this moment.
    const before = look();
    for (const part of [...parts, memory])
      if (existsSync(join(dataDir, part))) copyFileSync(join(dataDir, part), join(to, part));
    return before;
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}

/** A copy of the copy, with only this share of what may be missing from its log; opening it changes it. */
function copyAgain(copy: string, name: string, share: number): string {
  const to = join(copy, name);
  mkdirSync(to);
  for (const part of parts) if (existsSync(join(copy, part))) copyFileSync(join(copy, part), join(to, part));
  const log = join(to, 'toolbox.db-wal');
  if (existsSync(log)) {
    const { size } = statSync(log);
    const flushed = Math.min(size, flushedBytes(readFileSync(log), readFileSync(join(copy, memory))));
    truncateSync(log, flushed + Math.floor((size - flushed) * share));
  }
  return join(to, 'toolbox.db');
}

/**
 * The first bytes of a log that may have been written into the database already (SQLite, "WAL-mode File Format": page
 * size at byte 8 of the log, `nBackfillAttempted` at byte 128 of its index).
 */
function flushedBytes(log: Buffer, index: Buffer): number {
  if (log.length < 32 || index.length < 132) return 0;
  const frame = 24 + log.readUInt32BE(8);
  return 32 + frame * index.readUInt32LE(128);
}

/** How many answers are gone; each person's are a beginning of what they gave. */
function requireNoHoles(before: Acknowledged[], stored: Stored): number {
  const gone = new Set<string>();
  for (const { id, assessment } of before) {
    if (!stored.has(id)) gone.add(assessment);
    else must(!gone.has(assessment), `${id} stands behind an answer that is gone`);
  }
  return lostAmong(before, stored).length;
}
