import { spawn } from 'node:child_process';
import { root } from './root.ts';
import { plainEnvironment } from './server.ts';

/** What a command printed, and the code with which it ended. */
export type Outcome = { code: number | null; said: string };

/** Does what `npm run backup` or `npm run restore` does, or starts the app to see it refuse. */
export const operate = (words: string[], env: Record<string, string>): Promise<Outcome> =>
  operateThrough((it) => it, words, env);

/** The same with the command wrapped, such as in `onReadOnlyDisk`. */
export function operateThrough(
  through: (command: string[]) => string[],
  words: string[],
  env: Record<string, string>,
): Promise<Outcome> {
  const [program = '', ...rest] = through([process.execPath, 'app/server/main.js', ...words]);
  const child = spawn(program, rest, {
    cwd: root,
    env: { ...process.env, ...plainEnvironment, ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      said += text;
    });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
}
