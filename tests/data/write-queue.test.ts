import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataError, type DataErrorCode } from '#app/data/data-error.ts';
import type { Db } from '#app/data/db.server.ts';
import { keepOpen, type Reopening } from '#app/data/sqlite-connection.server.ts';
import { createWriteQueue } from '#app/data/write-queue.server.ts';
import { temporaryFolder } from '../support/stores.ts';

const note = sqliteTable('note', { id: text('id').primaryKey(), body: text('body') });
const child = sqliteTable('child', { id: text('id').primaryKey(), parent: text('parent') });
const schema = `
  create table note (id text primary key, body text);
  create table child (id text primary key, parent text references note (id) deferrable initially deferred);`;

let file: string;
let writer: Reopening;

beforeEach(() => {
  file = `${temporaryFolder()}/queue.db`;
  writer = keepOpen(file, 'write');
  writer.get().run(schema);
});
afterEach(() => writer.close());

/** Another program that looks into the same file. */
const outside = (sql: string) => {
  const database = new Database(file);
  try {
    return database.prepare(sql).pluck().all();
  } finally {
    database.close();
  }
};
const stored = () => outside('select id from note order by id');
const add = (tx: Db, id: string, body = '') => tx.insert(note).values({ id, body });
const addTo = (queue: ReturnType<typeof createWriteQueue>, ...ids: string[]) =>
  Promise.allSettled(ids.map((id) => queue.write((tx) => add(tx, id))));

/** A writer whose commands can fail: `fault` says with what, before the command is carried out (or after). */
function unreliable(fault: (sql: string) => { code: DataErrorCode; done?: boolean } | undefined): Reopening {
  return {
    ...writer,
    get() {
      const connection = writer.get();
      return {
        ...connection,
        get inTransaction() {
          return connection.inTransaction;
        },
        run(sql) {
          const trouble = fault(sql);
          if (!trouble || trouble.done) connection.run(sql);
          if (trouble) throw new DataError(trouble.code, 'injected');
        },
        emptyLog() {
          const trouble = fault('CHECKPOINT');
          if (trouble) throw new DataError(trouble.code, 'injected');
          connection.emptyLog();
        },
      };
    },
  };
}

/** Fails once, at the nth command that matches. */
function once(pattern: RegExp, code: DataErrorCode, nth = 1, done = false) {
  let seen = 0;
  return (sql: string) => (pattern.test(sql) && ++seen === nth ? { code, done } : undefined);
}

describe('a group of jobs', () => {
  it('shares one commit', async () => {
    const commands: string[] = [];
    const queue = createWriteQueue(
      unreliable((sql) => {
        commands.push(sql);
        return undefined;
      }),
    );
    await addTo(queue, 'a', 'b', 'c');
    expect(commands.filter((sql) => sql === 'COMMIT')).toHaveLength(1);
    expect(stored()).toEqual(['a', 'b', 'c']);
  });

  it('is acknowledged only after its commit', async () => {
    let acknowledged = 0;
    let atCommit = -1;
    const queue = createWriteQueue(
      unreliable((sql) => {
        if (sql === 'COMMIT') atCommit = acknowledged;
        return undefined;
      }),
    );
    const count = () => {
      acknowledged++;
    };
    await Promise.all(['a', 'b', 'c'].map((id) => queue.write((tx) => add(tx, id)).then(count)));
    expect([atCommit, acknowledged]).toEqual([0, 3]);
  });

  it('loses only the job that breaks a rule checked at the commit', async () => {
    const queue = createWriteQueue(writer);
    const orphan = queue.write((tx) => tx.insert(child).values({ id: 'x', parent: 'nobody' }));
    const [first, failed, last] = await Promise.allSettled([
      queue.write((tx) => add(tx, 'a')),
      orphan,
      queue.write((tx) => add(tx, 'b')),
    ]);
    expect([first.status, last.status]).toEqual(['fulfilled', 'fulfilled']);
    expect(failed).toMatchObject({ reason: { code: 'constraint', reason: 'SQLITE_CONSTRAINT_FOREIGNKEY' } });
    expect(stored()).toEqual(['a', 'b']);
    expect(outside('select id from child')).toEqual([]);
  });

  it('judges a job again that failed on what another job then took back', async () => {
    const queue = createWriteQueue(writer);
    const guilty = queue.write(async (tx) => {
      await add(tx, 'a', 'first');
      await tx.insert(child).values({ id: 'x', parent: 'nobody' });
    });
    const [one, two] = await Promise.allSettled([guilty, queue.write((tx) => add(tx, 'a', 'second'))]);
    expect([one.status, two.status]).toEqual(['rejected', 'fulfilled']);
    expect(outside('select body from note')).toEqual(['second']);
  });

  it.each(['BEGIN', 'SAVEPOINT', 'RELEASE', 'ROLLBACK TO', 'COMMIT'])('goes on after %s failed', async (command) => {
    for (const code of ['full', 'io', 'unknown'] as const) {
      const queue = createWriteQueue(unreliable(once(new RegExp(`^${command}`), code)));
      const ids = ['a', 'b', 'c'].map((id) => `${code} ${id}`);
      const failing = queue.write(async (tx) => {
        await add(tx, `${code} never`);
        throw new Error('no');
      });
      const [outcomes] = await Promise.all([addTo(queue, ...ids), failing.catch(() => {})]);
      const kept = ids.filter((_, n) => outcomes[n]?.status === 'fulfilled');
      await addTo(queue, `${code} later`);
      expect(stored().filter((id) => String(id).startsWith(code))).toEqual([...kept, `${code} later`].sort());
    }
  });

  it('that the disk refused is not in the log either', async () => {
    const queue = createWriteQueue(unreliable(once(/^COMMIT/, 'io')));
    await addTo(createWriteQueue(writer), 'before');
    const outcomes = await addTo(queue, 'a', 'b');
    expect(outcomes).toMatchObject([{ reason: { code: 'io' } }, { reason: { code: 'io' } }]);
    expect(statSync(`${file}-wal`).size).toBe(0);
    expect(await addTo(queue, 'c')).toMatchObject([{ status: 'fulfilled' }]);
    expect(stored()).toEqual(['before', 'c']);
  });

  it('is written through a new connection when the old one cannot be put right', async () => {
    for (const stuck of ['ROLLBACK', 'CHECKPOINT']) {
      const queue = createWriteQueue(
        unreliable((sql) => ((sql === 'COMMIT' && !healed) || sql === stuck ? { code: 'io' } : undefined)),
      );
      let healed = false;
      const before = writer.get();
      expect(await addTo(queue, `${stuck} a`)).toMatchObject([{ reason: { code: 'io' } }]);
      healed = true;
      expect(writer.get()).not.toBe(before);
      expect(await addTo(queue, `${stuck} b`)).toMatchObject([{ status: 'fulfilled' }]);
    }
    expect(stored()).toEqual(['CHECKPOINT b', 'ROLLBACK b']);
  });

  it('has an answer for every job and keeps what it acknowledged, whatever fails', async () => {
    const codes: DataErrorCode[] = ['busy', 'full', 'io', 'constraint', 'unknown'];
    const fault = fc.record({ at: fc.nat(40), code: fc.constantFrom(...codes), done: fc.boolean() });
    const job = fc.record({ throws: fc.boolean(), duplicate: fc.boolean(), orphan: fc.boolean(), pause: fc.boolean() });
    let run = 0;
    const property = fc.asyncProperty(
      fc.array(fault, { maxLength: 4 }),
      fc.array(job, { maxLength: 8 }),
      async (faults, jobs) => {
        const prefix = `run ${++run}/`;
        let command = 0;
        const queue = createWriteQueue(
          unreliable((sql) => {
            command++;
            const found = faults.find(({ at }) => at === command);
            // A command that was carried out and yet reports an error: only a disk does that.
            return found && { code: found.done ? 'io' : found.code, done: found.done && sql === 'COMMIT' };
          }),
        );
        const outcomes = await Promise.allSettled(
          jobs.map(({ throws, duplicate, orphan, pause }, n) =>
            queue.write(async (tx) => {
              await add(tx, `${prefix}${n}`);
              if (pause) await sleep(0);
              if (duplicate) await add(tx, `${prefix}${n}`);
              if (orphan) await tx.insert(child).values({ id: `${prefix}${n}`, parent: 'nobody' });
              if (throws) throw new Error('no');
            }),
          ),
        );
        const found = new Set(stored());
        for (const [n, outcome] of outcomes.entries()) {
          const { throws = false, duplicate = false, orphan = false } = jobs[n] ?? {};
          const kept = found.has(`${prefix}${n}`);
          if (throws || duplicate || orphan) expect([outcome.status, kept]).toEqual(['rejected', false]);
          else if (outcome.status === 'fulfilled') expect(kept).toBe(true);
          else if ((outcome.reason as DataError).code !== 'io') expect(kept).toBe(false);
        }
        expect(await addTo(queue, `${prefix}after`)).toMatchObject([
          { status: faults.length ? expect.any(String) : 'fulfilled' },
        ]);
      },
    );
    await fc.assert(property, { numRuns: 150 });
    expect(outside('PRAGMA integrity_check')).toEqual(['ok']);
  });
});

describe('a full disk', () => {
  const large = 'x'.repeat(20_000);
  const pages = () => Number(outside('PRAGMA page_count')[0]);
  const limitPages = (pages: number) => writer.get().run(`PRAGMA max_page_count = ${pages}`);

  it('refuses what does not fit with `full`, keeps what does, and recovers', async () => {
    const queue = createWriteQueue(writer);
    limitPages(pages() + 30);
    const ids = Array.from({ length: 20 }, (_, n) => `n${String(n).padStart(2, '0')}`);
    const outcomes = await Promise.allSettled(ids.map((id) => queue.write((tx) => add(tx, id, large))));
    const kept = ids.filter((_, n) => outcomes[n]?.status === 'fulfilled');
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(ids.length);
    expect(stored()).toEqual(kept);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'full', reason: 'SQLITE_FULL' });
    expect(await addTo(queue, 'small')).toMatchObject([{ status: 'fulfilled' }]);
    limitPages(1_000_000);
    expect(await Promise.allSettled([queue.write((tx) => add(tx, 'z', large))])).toMatchObject([
      { status: 'fulfilled' },
    ]);
    expect(stored()).toEqual([...kept, 'small', 'z']);
  });

  it('takes all of a work back, also when the work hides the error and goes on', async () => {
    const queue = createWriteQueue(writer);
    limitPages(pages() + 6);
    const outcomes = await Promise.allSettled([
      queue.write((tx) => add(tx, 'before')),
      queue.write(async (tx) => {
        await add(tx, 'small');
        await add(tx, 'large', large.repeat(3)).catch(() => {});
        await add(tx, 'another').catch(() => {});
      }),
      queue.write((tx) => add(tx, 'after')),
    ]);
    expect(outcomes).toMatchObject([{ status: 'fulfilled' }, { reason: { code: 'full' } }, { status: 'fulfilled' }]);
    expect(stored()).toEqual(['after', 'before']);
  });
});

describe("another program's lock", () => {
  let other: Database.Database;
  beforeEach(() => {
    other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
  });
  afterEach(() => other.close());

  it('is waited for', async () => {
    const queue = createWriteQueue(writer);
    const writing = addTo(queue, 'a', 'b');
    await sleep(200);
    other.exec('COMMIT');
    expect(await writing).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled' }]);
    expect(stored()).toEqual(['a', 'b']);
  });

  it('fails a write as busy after two seconds, without holding up this process, and no later write', async () => {
    const queue = createWriteQueue(writer);
    const pause = longestPause();
    const started = performance.now();
    const first = addTo(queue, 'a');
    await sleep(1000);
    const later = addTo(queue, 'b');
    expect(await first).toMatchObject([{ reason: { code: 'busy', reason: 'SQLITE_BUSY' } }]);
    expect(performance.now() - started).toBeGreaterThan(1900);
    expect(performance.now() - started).toBeLessThan(2700);
    expect(pause()).toBeLessThan(300);
    other.exec('COMMIT');
    expect(await later).toMatchObject([{ status: 'fulfilled' }]);
    expect(stored()).toEqual(['b']);
  });
});

/** Measures, from now, the longest time during which the event loop did nothing else. */
function longestPause(): () => number {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  return () => {
    clearInterval(timer);
    return longest;
  };
}
