import { expect, test } from 'vitest';
import { fault as fullDisk } from '../faults/full-disk.ts';
import { fault as kill } from '../faults/kill.ts';
import { fault as powerCut } from '../faults/power-cut.ts';
import type { Fault } from '../support/fault.ts';
import { randomFrom } from '../support/random.ts';
import { temporaryFolder } from '../support/stores.ts';

/* The quick ones of `npm run test:faults`, a few rounds each; SEED repeats them. */

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000));
const faults: Record<string, Fault> = {
  'a process that is killed': kill,
  'a power cut': powerCut,
  'a full disk': fullDisk,
};

for (const [name, fault] of Object.entries(faults))
  test.skipIf(fault.whyNot?.())(
    `${name} loses no acknowledged answer (SEED=${seed})`,
    { timeout: 300_000 },
    async () => {
      const findings = await fault.run({ folder: temporaryFolder(), chance: randomFrom(seed), rounds: () => 2 });
      for (const { what, lost, control = false } of findings) expect(lost > 0, what).toBe(control);
    },
  );
