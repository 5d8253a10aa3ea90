import { join } from 'node:path';
import { type Fault, must } from '../support/fault.ts';
import { operateThrough } from '../support/operator.ts';
import { freePort, startServer } from '../support/server.ts';
import { onReadOnlyDisk, whySmallDiskCannotBeMade } from '../support/small-disk.ts';

/** On a disk that cannot be written it does not start, and says which file; the file stays as it was. */
export const fault: Fault = {
  whyNot: whySmallDiskCannotBeMade,
  async run({ folder }) {
    const dataDir = join(folder, 'disk');
    const port = await freePort();
    await (await startServer({ dataDir, port })).stop();
    const through = (command: string[]) => onReadOnlyDisk(dataDir, command);
    const { code, said } = await operateThrough(through, [], { DATA_DIR: dataDir, PORT: String(port) });
    must(code === 1, `the start is refused, not ended with ${code}`);
    must(said.includes(`The database ${join(dataDir, 'toolbox.db')} cannot be opened`), `it says which file: ${said}`);
    must(!/^\s+at /m.test(said), `it says no more than that: ${said}`);
    await (await startServer({ dataDir, port })).stop();
    return [
      { what: 'started on a read-only disk', rounds: 1, acknowledged: 0, lost: 0, note: said.split('\n')[0] ?? '' },
    ];
  },
};
