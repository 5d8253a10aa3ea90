import { globSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { answersIn, gather, lostAmong } from '../support/crowd.ts';
import { type Fault, must, until } from '../support/fault.ts';
import { freePort, startServer } from '../support/server.ts';

const library = globSync('/usr/lib/*/faketime/libfaketime.so.1')[0];

/** A day and a month either way, and into the hour that comes twice. */
const jumps = ['+1d', '-1d', '+30d', '-30d', '@2026-10-25 02:59:58', '+0d'];

/**
 * The clock of a running server jumps while people answer: nothing is lost, and answers stay in the order in which they
 * came. A jump of two years forward, which a broken clock can make, erases nothing.
 */
export const fault: Fault = {
  whyNot: () => (library ? null : 'libfaketime is not installed (Debian: libfaketime).'),
  async run({ folder }) {
    const dataDir = join(folder, 'data');
    const clock = join(folder, 'clock');
    const setClock = (to: string) => writeFileSync(clock, `${to}\n`);
    setClock('+0d');
    const env = {
      LD_PRELOAD: library ?? '',
      FAKETIME_TIMESTAMP_FILE: clock,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      FAKETIME_DONT_RESET: '1',
    };
    let server = await startServer({ dataDir, port: await freePort(), env });
    const crowd = await gather(server.url, 20);
    try {
      for (const jump of jumps) {
        setClock(jump);
        await sleep(200);
        const before = crowd.acknowledged.length;
        await until(`answers are kept at ${jump}`, () => crowd.acknowledged.length > before + 40);
      }
      await crowd.rest();
      await server.stop();
      must([...crowd.refused.keys()].length === 0, `nothing is refused: ${[...crowd.refused]}`);
      const file = join(dataDir, 'toolbox.db');
      requireOrder(file, crowd.acknowledged);
      const lost = lostAmong(crowd.acknowledged, answersIn(file)).length;
      setClock('+730d');
      server = await startServer({ dataDir, port: await freePort(), env });
      await until('the work of that night is done', () => worked(file));
      const erased = lostAmong(crowd.acknowledged, answersIn(file)).length;
      return [
        {
          what: 'the clock jumps while 20 people save',
          rounds: jumps.length,
          acknowledged: crowd.acknowledged.length,
          lost,
        },
        {
          what: 'the clock is two years ahead at a start',
          rounds: 1,
          acknowledged: crowd.acknowledged.length,
          lost: erased,
        },
      ];
    } finally {
      await crowd.rest();
      await server.kill();
    }
  },
};

/** What one person answered stands in the order in which it was acknowledged. */
function requireOrder(file: string, acknowledged: { id: string; assessment: string }[]): void {
  const database = new Database(file, { readonly: true });
  const rows = database.prepare('select id, assessment_id from answer order by seq').all() as {
    id: string;
    assessment_id: string;
  }[];
  database.close();
  for (const one of new Set(acknowledged.map(({ assessment }) => assessment))) {
    const given = acknowledged.filter(({ assessment }) => assessment === one).map(({ id }) => id);
    const kept = rows.filter((row) => row.assessment_id === one && given.includes(row.id)).map(({ id }) => id);
    must(kept.join() === given.join(), 'answers stand in the order in which they were given');
  }
}

function worked(file: string): boolean {
  const database = new Database(file, { readonly: true });
  const rows = database.prepare(`select kind from job where kind = 'retention' and done_at is not null and run_at > ?`);
  const done = rows.all(Date.now() + 500 * 86_400_000).length > 0;
  database.close();
  return done;
}
