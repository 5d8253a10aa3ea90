import { type ChildProcess, spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { makeFigures } from '#app/jobs/figures.server.ts';
import { openServices } from './services.ts';
import { readSettings } from './settings.ts';

/** `node app/server/main.js --figures`: makes the figures of a night and ends; the server hands this over to it. */
export async function runFigures(root: string): Promise<void> {
  const services = await openServices(readSettings(process.env, root), root, 'production');
  try {
    await makeFigures(services);
  } finally {
    await services.store.close();
  }
}

/** So much lower than the server that whoever saves an answer goes first. */
const patience = 15;

/**
 * Makes the figures in a process of its own: a million hand-ins take a minute and memory that is given back, and meanwhile
 * nobody who answers may wait. `make` rejects when the process fails; `stop` ends it, and nothing of that night counts.
 */
export function figuresApart(root: string): { make: () => Promise<void>; stop: () => void } {
  let child: ChildProcess | null = null;
  return {
    make: () =>
      new Promise((resolve, reject) => {
        child = spawn(process.execPath, [join(root, 'app/server/main.js'), '--figures'], { stdio: 'inherit' });
        child.once('spawn', () => setPriority(child?.pid ?? 0, patience));
        child.once('error', reject);
        child.once('exit', (code, signal) => {
          child = null;
          if (code === 0) resolve();
          else reject(new Error(`Making figures ended with ${signal ?? code}.`));
        });
      }),
    stop: () => void child?.kill(),
  };
}
