import { readFileSync } from 'node:fs';

/** One line of a benchmark: what was measured, and against which goal. */
export type Row = {
  what: string;
  measured: number;
  unit: string;
  /** The limit that was measured in the same run, in the same unit, where there is one. */
  floor?: number;
  /** How near to that limit: 1 is as good as the limit. */
  ratio?: number;
  goal: string;
  /** Null where nothing was promised. */
  met: boolean | null;
};

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** The value at a share (0 to 1) of the numbers; 0 of none. */
export function at(numbers: number[], share: number): number {
  const sorted = Float64Array.from(numbers).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

export const median = (numbers: number[]): number => at(numbers, 0.5);

/** Milliseconds of processor time that a process used since it began (Linux). */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** MiB of memory that a process holds (Linux). */
export function memoryOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
