import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answersIn, gather, lostAmong } from '../support/crowd.ts';
import { type Fault, must, until } from '../support/fault.ts';
import { freePort, startServer } from '../support/server.ts';
import { onSmallDisk, seenFrom, whySmallDiskCannotBeMade } from '../support/small-disk.ts';

/**
 * A real disk of 32 megabytes is filled while people answer: answers are refused with 503, pages are read, and it is
 * not ready; once there is room, everybody goes on.
 */
export const fault: Fault = {
  whyNot: whySmallDiskCannotBeMade,
  async run({ folder, rounds }) {
    const dataDir = join(folder, 'disk');
    mkdirSync(dataDir);
    const through = (command: string[]) => onSmallDisk(dataDir, 32_768, command);
    const server = await startServer({ dataDir, port: await freePort(), through });
    const disk = seenFrom(server.pid, dataDir);
    const crowd = await gather(server.url, 20);
    const times = rounds(5);
    try {
      for (let round = 0; round < times; round++) {
        fill(join(disk, 'ballast'));
        const refused = () => crowd.refused.get(503) ?? 0;
        const before = refused();
        await until('answers are refused with 503', () => refused() > before + 20);
        must((await fetch(`${server.url}/nl/help`)).status === 200, 'pages are read');
        await until('it is not ready', async () => (await fetch(`${server.url}/readyz`)).status === 503);
        rmSync(join(disk, 'ballast'));
        const kept = crowd.acknowledged.length;
        await until('answers are kept again', () => crowd.acknowledged.length > kept + 40);
        await until('it is ready', async () => (await fetch(`${server.url}/readyz`)).status === 200);
      }
      await crowd.rest();
      const odd = [...crowd.refused.keys()].filter((status) => status !== 503);
      must(odd.length === 0, `only 503 is answered, not ${odd.join()}`);
      // Copied first: SQLite would look for the disk's place outside.
      for (const part of ['toolbox.db', 'toolbox.db-wal']) copyFileSync(join(disk, part), join(folder, part));
      const lost = lostAmong(crowd.acknowledged, answersIn(join(folder, 'toolbox.db'))).length;
      return [{ what: 'the disk is full', rounds: times, acknowledged: crowd.acknowledged.length, lost }];
    } finally {
      await crowd.rest();
      await server.kill();
    }
  },
};

/** Takes what room there is, to the last byte. */
function fill(file: string): void {
  for (const size of [65_536, 4096, 512, 1])
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
}
