import { runFigures } from './figures.ts';

type Command = (root: string, words: string[]) => Promise<void>;

/** What the operator can ask instead of a start; what only they need is loaded when they ask. */
const commands = new Map<string, () => Promise<Command>>([
  ['--backup', async () => (await import('./backup.ts')).runBackup],
  ['--restore', async () => (await import('./restore.ts')).runRestore],
  ['--move', async () => (await import('./move.ts')).runMove],
  ['--figures', async () => runFigures],
]);

/** Does what a flag of the command line asks; gives false, and does nothing, when it is none of them. */
export async function runCommand(flag: string, root: string, words: string[]): Promise<boolean> {
  const command = await commands.get(flag)?.();
  await command?.(root, words);
  return command !== undefined;
}
