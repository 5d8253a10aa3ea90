import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds of processor time that these processes used, with that of their children that ended; Linux only. */
export const processorTime = (pids: number[]): number =>
  pids.reduce(
    (sum, pid) => sum + [13, 14, 15, 16].reduce((ticks, at) => ticks + Number(statOf(pid)[at] ?? 0), 0) * 10,
    0,
  );

/** Processes that this one started and that still run. */
export const childrenOf = (parent: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => Number(statOf(pid)[3]) === parent);

/** The fields of proc(5)'s stat, from 0; the name, which may hold spaces, is left empty. */
function statOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/\(.*\)/s, '')
      .split(' ');
  } catch {
    return [];
  }
}
