import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The command that runs another with a disk of so many kB mounted on `folder`, seen by that process only; the disk is
 * gone when it ends. Its files are reached from outside under `seenFrom`.
 */
export const onSmallDisk = (folder: string, kilobytes: number, command: string[]): string[] => [
  'unshare',
  '--mount',
  '--map-root-user',
  'sh',
  '-c',
  `mount -t tmpfs -o size=${kilobytes}k none "$0" && exec "$@"`,
  folder,
  ...command,
];

/** The command that runs another with `folder` on a disk that cannot be written, for that process only. */
export const onReadOnlyDisk = (folder: string, command: string[]): string[] => [
  'unshare',
  '--mount',
  '--map-root-user',
  'sh',
  '-c',
  'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"',
  folder,
  ...command,
];

export const seenFrom = (pid: number, folder: string): string => `/proc/${pid}/root${folder}`;

/** Why a small disk cannot be made on this machine, as a sentence; null when it can. */
export function whySmallDiskCannotBeMade(): string | null {
  if (process.platform !== 'linux') return 'a small disk can be mounted on Linux only.';
  const folder = mkdtempSync(join(tmpdir(), 'toolbox-disk-'));
  const [program = '', ...rest] = onSmallDisk(folder, 64, ['true']);
  try {
    execFileSync(program, rest, { stdio: 'ignore' });
    return null;
  } catch {
    return 'this user may not mount a small disk.';
  } finally {
    rmSync(folder, { recursive: true });
  }
}
