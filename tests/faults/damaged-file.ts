import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answersIn, gather, lostAmong } from '../support/crowd.ts';
import { type Fault, must } from '../support/fault.ts';
import { operate } from '../support/operator.ts';
import { freePort, startServer } from '../support/server.ts';

/** A database that is no longer one is refused at the start with the way back, and that way works. */
export const fault: Fault = {
  async run({ folder, chance }) {
    const dataDir = join(folder, 'data');
    const port = await freePort();
    const env = { DATA_DIR: dataDir, PORT: String(port) };
    let server = await startServer({ dataDir, port });
    const crowd = await gather(server.url, 10);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await crowd.rest();
    must((await operate(['--backup'], env)).code === 0, 'a copy is made');
    await server.stop();
    const file = join(dataDir, 'toolbox.db');
    copyFileSync(file, join(folder, 'sound.db'));
    let lost = 0;
    for (const [what, damage] of damages(chance)) {
      copyFileSync(join(folder, 'sound.db'), file);
      damage(file);
      const refused = await operate([], env);
      must(refused.code === 1 && refused.said.includes(`The database ${file} is damaged`), `${what}: ${refused.said}`);
      const way = /npm run restore -- (\S+)/.exec(refused.said)?.[1] ?? '';
      const restored = await operate(['--restore', way], env);
      must(restored.code === 0, `${what}: ${restored.said}`);
      server = await startServer({ dataDir, port });
      await server.stop();
      lost += lostAmong(crowd.acknowledged, answersIn(file)).length;
    }
    return [{ what: 'a damaged file', rounds: damages(chance).length, acknowledged: crowd.acknowledged.length, lost }];
  },
};

const damages = (chance: () => number): [what: string, damage: (file: string) => void][] => [
  ['cut off', (file) => truncateSync(file, 4096 * Math.floor(2 + chance() * 10))],
  ['overwritten', (file) => writeFileSync(file, 'x'.repeat(50_000))],
  ['its first page gone', (file) => writeFileSync(file, readFileSync(file).fill(0, 0, 4096))],
  ['its list of tables gone', (file) => writeFileSync(file, readFileSync(file).fill(0xff, 100, 4096))],
];
