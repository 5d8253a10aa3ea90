import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** What one fault did: `lost` counts acknowledged answers that were not there afterwards. */
export type Finding = {
  what: string;
  rounds: number;
  acknowledged: number;
  lost: number;
  /** A server that deserves to be caught: here something must be lost. */
  control?: boolean;
  note?: string;
};

/** `folder` is empty; `chance` gives numbers from 0 to 1 by the seed; `rounds` scales how long it lasts. */
export type Trial = { folder: string; chance: () => number; rounds: (usual: number) => number };

/** A fault that is done to the built app. It throws when the app did what it must not. */
export type Fault = {
  /** Why it cannot be done on this machine, as a sentence; null when it can. */
  whyNot?: () => string | null;
  run: (trial: Trial) => Promise<Finding[]>;
};

/** Why a program is not there, as a sentence; null when it is. */
export function whyWithout(program: string, ...rest: string[]): string | null {
  try {
    execFileSync(program, rest, { stdio: 'ignore' });
    return null;
  } catch {
    return `${program} is not installed, or may not do its work here.`;
  }
}

/** Waits until it is true; throws with the words when it does not become so. */
export async function until(what: string, isTrue: () => boolean | Promise<boolean>, patience = 20_000): Promise<void> {
  const end = performance.now() + patience;
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error(`It never came true: ${what}.`);
    await sleep(20);
  }
}

/** How many files and connections a process holds open. */
export const heldOpen = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length;

export function must(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(`It must be so: ${what}.`);
}
