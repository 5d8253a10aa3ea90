import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { answersIn, gather, lostAmong } from '../support/crowd.ts';
import { type Fault, must, type Trial, whyWithout } from '../support/fault.ts';
import { freePort, startServer } from '../support/server.ts';

/**
 * What a disk without power keeps: every write up to the last fsync, and of what came later each piece by chance, also
 * half. The writes of a running server are taken down by strace and played back up to moments that nobody chose, as
 * SQLite's own crash test does. The control forgets that anything was flushed.
 */
export const fault: Fault = {
  whyNot: () => whyWithout('strace', '-qq', '-o', '/dev/null', 'true'),
  async run(trial) {
    const dataDir = join(trial.folder, 'data');
    const traces = join(trial.folder, 'trace');
    const calls = 'trace=pwrite64,fsync,fdatasync,ftruncate';
    const options = ['-ff', '-qq', '-y', '-xx', '-s', '70000', '-ttt', '-T', '-e', calls, '-o', traces];
    const through = (command: string[]) => ['strace', ...options, ...command];
    const server = await startServer({ dataDir, port: await freePort(), through, patience: 60_000 });
    const crowd = await gather(server.url, 10);
    const began = Date.now();
    await sleep(8000);
    await crowd.rest();
    const ended = Date.now();
    process.kill(server.pid, 'SIGKILL');
    await server.kill();
    const steps = readSteps(traces);
    must(steps.length > 500, `the trace holds what was written, not ${steps.length} steps`);
    const rounds = trial.rounds(200);
    const moments = Array.from({ length: rounds }, () => began + trial.chance() * (ended - began));
    const losses = (keepsFlushed: boolean) =>
      moments.map((moment) => {
        const file = replay(steps, moment, { ...trial, keepsFlushed });
        // One millisecond, because their clocks are rounded differently.
        const before = crowd.acknowledged.filter(({ at }) => at + 1 < moment);
        return lossIn(file, before, keepsFlushed);
      });
    const acknowledged = crowd.acknowledged.length;
    const lost = Math.max(...losses(true));
    const control = Math.max(...losses(false));
    return [
      { what: 'power cut: unflushed writes kept, torn or gone by chance', rounds, acknowledged, lost },
      { what: 'a disk that never flushes', rounds, acknowledged, lost: control, control: true },
    ];
  },
};

/** One call on a file of the database; `end` in milliseconds, when it was done. */
type Step =
  | { kind: 'write'; file: string; end: number; at: number; bytes: Buffer }
  | { kind: 'cut'; file: string; end: number; size: number }
  | { kind: 'flush'; file: string; end: number };

function readSteps(traces: string): Step[] {
  const folder = join(traces, '..');
  return readdirSync(folder)
    .filter((name) => name.startsWith('trace.'))
    .flatMap((name) => readFileSync(join(folder, name), 'latin1').split('\n'))
    .flatMap(readStep)
    .sort((a, b) => a.end - b.end);
}

const line = /^([\d.]+) (\w+)\(\d+<([^>]*)>(?:, (.*))?\)\s+= (-?\d+).* <([\d.]+)>$/;

function readStep(text: string): Step[] {
  const [, start, call, path = '', rest = '', result, took] = line.exec(text) ?? [];
  const file = /toolbox\.db(-wal)?$/.exec(plain(path).toString())?.[0];
  if (!file || Number(result) < 0) return [];
  const end = (Number(start) + Number(took)) * 1000;
  if (call === 'ftruncate') return [{ kind: 'cut', file, end, size: Number(rest) }];
  if (call !== 'pwrite64') return [{ kind: 'flush', file, end }];
  const [, bytes = '', at] = /^"([^"]*)", \d+, (\d+)$/.exec(rest) ?? [];
  return [{ kind: 'write', file, end, at: Number(at), bytes: plain(bytes) }];
}

/** strace writes each byte as \x00. */
const plain = (text: string): Buffer =>
  text.includes('\\x') ? Buffer.from(text.replaceAll('\\x', ''), 'hex') : Buffer.from(text, 'latin1');

type Power = Pick<Trial, 'folder' | 'chance'> & { keepsFlushed: boolean };

/** The files as the disk has them after the power went at this moment; gives the database's path. */
function replay(steps: Step[], moment: number, { folder, chance, keepsFlushed }: Power): string {
  const to = join(folder, 'after');
  if (existsSync(to)) rmSync(to, { recursive: true });
  mkdirSync(to);
  for (const file of ['toolbox.db', 'toolbox.db-wal']) {
    const done = steps.filter((step) => step.file === file && step.end <= moment);
    const flushed = keepsFlushed ? done.findLastIndex(({ kind }) => kind === 'flush') : -1;
    let size = 0;
    for (const [place, step] of done.entries()) {
      if (step.kind === 'flush') continue;
      const share = place <= flushed ? 1 : shareKept(chance());
      if (step.kind === 'cut') size = share > 0 ? step.size : size;
      else size = Math.max(size, put(step, size, share));
    }
    if (size > 0) writeFileSync(join(to, file), disk.subarray(0, size));
  }
  return join(to, 'toolbox.db');
}

/** Room for the largest file; what lies beyond a file's size counts as zeros. */
const disk = Buffer.alloc(64 * 1024 * 1024);
const sector = 512;

/** A third of what was not flushed is gone, a third is whole, and the rest is torn. */
const shareKept = (chance: number): number => Math.max(0, Math.min(1, chance * 3 - 1));

/** Writes whole sectors of it; gives where they end. */
function put({ at, bytes }: { at: number; bytes: Buffer }, size: number, share: number): number {
  const kept = share === 1 ? bytes.length : Math.floor((bytes.length * share) / sector) * sector;
  if (kept === 0) return 0;
  if (at > size) disk.fill(0, size, at);
  bytes.copy(disk, at, 0, kept);
  return at + kept;
}

/** How many of these are gone; a database that does not even open lost all, which is allowed to the control alone. */
function lossIn(file: string, before: Parameters<typeof lostAmong>[0], mustOpen: boolean): number {
  try {
    return lostAmong(before, answersIn(file)).length;
  } catch (error) {
    if (mustOpen) throw error;
    return before.length;
  }
}
