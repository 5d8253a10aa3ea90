import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { asc, count, eq, inArray, max, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { DataError } from '#app/data/data-error.ts';
import type { Db, Store } from '#app/data/store.server.ts';
import { workLimit } from '#app/data/transaction.server.ts';
import { engines, freshStore } from '../support/stores.ts';

const at = new Date('2026-03-01T10:00:00.123Z');

describe.each(engines)('a store on %s', (engine) => {
  let store: Store;
  let used = 0;
  const fresh = () => `id-${++used}`;

  beforeAll(async () => {
    store = await freshStore(engine);
  }, 30_000);

  const add = (tx: Db, id: string, counts: Record<string, number> = {}) =>
    tx.insert(store.t.deletion).values({ id, at, counts, backupsUntil: '2026-04-01' });
  const stored = async (ids: string[]) => {
    const { t, read } = store;
    const rows = await read.select({ id: t.deletion.id }).from(t.deletion).where(inArray(t.deletion.id, ids));
    return rows.map(({ id }) => id).sort();
  };
  const addAssessment = (tx: Db, id: string) =>
    tx.insert(store.t.assessment).values({
      id,
      checklistRef: 'care@1',
      language: 'nl',
      context: { subSector: 'a', size: 'b', place: 'c', targetJob: 'd', shifts: ['x'] },
      countingKey: 'k',
      createdAt: at,
      activeAt: at,
    });
  const addRound = (tx: Db, assessmentId: string, number: number) =>
    tx.insert(store.t.round).values({ assessmentId, number, kind: 'baseline', startedAt: at });

  describe('values', () => {
    it('come back as they were written, with the keys of JSON in their order', async () => {
      const { t } = store;
      const row = { id: fresh(), at, counts: { z: 1, a: 2, 'ü "\\': 3 }, backupsUntil: '2026-04-01' };
      const [given] = await store.write((tx) => tx.insert(t.deletion).values(row).returning());
      const [read] = await store.read.select().from(t.deletion).where(eq(t.deletion.id, row.id));
      expect(given).toEqual(row);
      expect(read).toEqual(row);
      expect(JSON.stringify(read?.counts)).toBe(JSON.stringify(row.counts));
    });

    it('keep their defaults, booleans, nothing and whole numbers beyond 2³¹', async () => {
      const { t } = store;
      const id = fresh();
      await store.write(async (tx) => {
        await addAssessment(tx, id);
        await tx
          .insert(t.action)
          .values({ id, assessmentId: id, title: '', items: [], doneSeq: 2 ** 45, createdAt: at, updatedAt: at });
      });
      const [assessment] = await store.read.select().from(t.assessment).where(eq(t.assessment.id, id));
      const [action] = await store.read.select().from(t.action).where(eq(t.action.id, id));
      expect(assessment).toMatchObject({ demo: false, label: '', codeHash: null, createdAt: at });
      expect(action).toMatchObject({ doneSeq: 2 ** 45, status: 'todo', due: null, step: null, items: [] });
    });

    it('are counted as numbers, also without being told', async () => {
      const { t } = store;
      const id = fresh();
      await store.write((tx) => add(tx, id));
      const [row] = await store.read
        .select({ n: count(), most: sql<number>`max(length(${t.deletion.id}))`, sum: sql<number>`sum(2)` })
        .from(t.deletion)
        .where(eq(t.deletion.id, id));
      expect(row).toEqual({ n: 1, most: id.length, sum: 2 });
    });

    it('sort by their bytes', async () => {
      const { t } = store;
      const ids = ['ä', 'b', 'a', 'B', '_', '-', 'a-', 'ab', 'a_'].map((one) => `sort ${one}`);
      await store.write((tx) =>
        tx.insert(t.deletion).values(ids.map((id) => ({ id, at, counts: {}, backupsUntil: '' }))),
      );
      const rows = await store.read
        .select({ id: t.deletion.id })
        .from(t.deletion)
        .where(inArray(t.deletion.id, ids))
        .orderBy(asc(t.deletion.id));
      expect(rows.map(({ id }) => id)).toEqual([...ids].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
    });

    it('of everything that hangs on an assessment go when it goes', async () => {
      const { t } = store;
      const id = fresh();
      await store.write(async (tx) => {
        await addAssessment(tx, id);
        await addRound(tx, id, 1);
      });
      await store.write((tx) => tx.delete(t.assessment).where(eq(t.assessment.id, id)));
      expect(await store.read.select().from(t.round).where(eq(t.round.assessmentId, id))).toEqual([]);
    });
  });

  describe('writing', () => {
    it('gives what the work gives', async () => {
      expect(await store.write(async () => 7)).toBe(7);
      expect(await store.write(async () => undefined)).toBeUndefined();
    });

    it('keeps everything or nothing of one work', async () => {
      const [a, b] = [fresh(), fresh()];
      const work = store.write(async (tx) => {
        await add(tx, a);
        await add(tx, b);
        throw new RangeError('changed my mind');
      });
      await expect(work).rejects.toThrow(new RangeError('changed my mind'));
      expect(await stored([a, b])).toEqual([]);
    });

    it('does not let work that fails harm the work beside it', async () => {
      const ids = Array.from({ length: 40 }, fresh);
      const works = ids.map((id, n) =>
        store.write(async (tx) => {
          await add(tx, id);
          if (n % 3 === 0) throw new Error('no');
          if (n % 3 === 1) await add(tx, id);
        }),
      );
      const outcomes = await Promise.allSettled(works);
      expect(outcomes.map(({ status }) => status)).toEqual(ids.map((_, n) => (n % 3 === 2 ? 'fulfilled' : 'rejected')));
      expect(await stored(ids)).toEqual(ids.filter((_, n) => n % 3 === 2).sort());
    });

    it('dooms work whose query failed, even when the work hides it', async () => {
      const id = fresh();
      const work = store.write(async (tx) => {
        await add(tx, id);
        await add(tx, id).catch(() => {});
        return 'as if nothing happened';
      });
      await expect(work).rejects.toMatchObject({ code: 'constraint' });
      expect(await stored([id])).toEqual([]);
    });

    it('lets work answer a failed query with an error of its own', async () => {
      const id = fresh();
      await store.write((tx) => add(tx, id));
      const work = store.write((tx) =>
        add(tx, id).catch(() => {
          throw new RangeError('taken');
        }),
      );
      await expect(work).rejects.toThrow(new RangeError('taken'));
    });

    it('refuses an orphan', async () => {
      await expect(store.write((tx) => addRound(tx, 'nobody', 1))).rejects.toMatchObject({ code: 'constraint' });
    });

    it('lets each work decide as if it were alone', async () => {
      const { t } = store;
      const id = fresh();
      await store.write((tx) => addAssessment(tx, id));
      const next = () =>
        store.write(async (tx) => {
          const [last] = await tx
            .select({ number: max(t.round.number) })
            .from(t.round)
            .where(eq(t.round.assessmentId, id));
          const number = (last?.number ?? 0) + 1;
          await addRound(tx, id, number);
          return number;
        });
      const numbers = await Promise.all(Array.from({ length: 40 }, next));
      expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
    });

    it('ends with exactly what was acknowledged, whatever happens in whatever order', async () => {
      const write = fc.record({
        keys: fc.array(fc.nat(12), { maxLength: 4 }),
        fails: fc.boolean(),
        pause: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(write, { maxLength: 12 }), async (writes) => {
          const prefix = fresh();
          const outcomes = await Promise.allSettled(
            writes.map(({ keys, fails, pause }) =>
              store.write(async (tx) => {
                for (const key of keys) await add(tx, `${prefix}/${key}`);
                if (pause) await sleep(1);
                if (fails) throw new Error('no');
                return keys;
              }),
            ),
          );
          const kept = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []));
          expect(new Set(kept).size).toBe(kept.length);
          const all = Array.from({ length: 13 }, (_, key) => `${prefix}/${key}`);
          expect(await stored(all)).toEqual(kept.map((key) => `${prefix}/${key}`).sort());
        }),
        { numRuns: engine === 'sqlite' ? 60 : 12 },
      );
    });
  });

  describe('isolation', () => {
    it('shows readers nothing of a write that is not committed', async () => {
      const id = fresh();
      let seen: string[] | undefined;
      let reading: Promise<void> = Promise.resolve();
      await store
        .write(async (tx) => {
          await add(tx, id);
          reading = stored([id]).then((ids) => {
            seen = ids;
          });
          await sleep(20);
          throw new Error('no');
        })
        .catch(() => {});
      await reading;
      expect(seen).toEqual([]);
    });

    it('shows a write to whoever reads after it was acknowledged', async () => {
      for (let n = 0; n < 20; n++) {
        const id = fresh();
        await store.write((tx) => add(tx, id));
        expect(await stored([id])).toEqual([id]);
      }
    });

    it('lets work read what it wrote itself', async () => {
      const { t } = store;
      const id = fresh();
      const seen = await store.write(async (tx) => {
        await add(tx, id);
        return tx.select({ id: t.deletion.id }).from(t.deletion).where(eq(t.deletion.id, id));
      });
      expect(seen).toEqual([{ id }]);
    });

    it('refuses to write while reading', async () => {
      const id = fresh();
      await expect(add(store.read, id)).rejects.toThrow('use write()');
      await expect(store.read.delete(store.t.deletion)).rejects.toThrow('use write()');
      expect(await stored([id])).toEqual([]);
    });
  });

  describe('misuse', () => {
    it('refuses a write inside a write at once', async () => {
      const id = fresh();
      const work = store.write(async (tx) => {
        await Promise.all([add(tx, id), store.write((inner) => add(inner, fresh()))]);
      });
      await expect(work).rejects.toThrow('A write inside a write');
      expect(await stored([id])).toEqual([]);
    });

    it('lets a write come late, out of work that is over', async () => {
      const id = fresh();
      const late = await store.write(async () => [sleep(5).then(() => store.write((tx) => add(tx, id)))]);
      await Promise.all(late);
      expect(await stored([id])).toEqual([id]);
    });

    it('refuses a query that outlived its work, also while other work is busy', async () => {
      const [id, other] = [fresh(), fresh()];
      let kept: Db | undefined;
      await store.write(async (tx) => {
        kept = tx;
      });
      const busy = store.write(async (tx) => {
        await add(tx, other);
        await sleep(20);
      });
      await sleep(5);
      await expect(add(kept as Db, id)).rejects.toThrow('outlived');
      await busy;
      expect(await stored([id, other])).toEqual([other]);
    });

    it('ends work that hangs after two seconds, and goes on', async () => {
      const [id, other] = [fresh(), fresh()];
      const begun = Promise.withResolvers<void>();
      const hanging = store.write(async (tx) => {
        vi.useFakeTimers({ toFake: ['setTimeout'] });
        await add(tx, id);
        begun.resolve();
        await new Promise(() => {});
      });
      await begun.promise;
      vi.advanceTimersByTime(workLimit);
      vi.useRealTimers();
      const [stuck, next] = await Promise.allSettled([hanging, store.write((tx) => add(tx, other))]);
      expect(stuck).toMatchObject({ status: 'rejected', reason: { code: 'busy' } });
      expect(next.status).toBe('fulfilled');
      expect(await stored([id, other])).toEqual([other]);
    });

    it('survives work that throws before it begins', async () => {
      const work = () => {
        throw new RangeError('at once');
      };
      await expect(store.write(work)).rejects.toThrow('at once');
      expect(await store.write(async () => 1)).toBe(1);
    });
  });

  it('runs each work in the asynchronous context of who asked', async () => {
    const person = new AsyncLocalStorage<number>();
    const people = Array.from({ length: 20 }, (_, n) => n);
    const ask = (n: number) =>
      person.run(n, () =>
        store.write(async (tx) => {
          await tx.select().from(store.t.guess);
          return person.getStore();
        }),
      );
    expect(await Promise.all(people.map(ask))).toEqual(people);
  });

  describe('errors', () => {
    const secret = 'een-getypt-antwoord';
    const trouble = (promise: Promise<unknown>) =>
      promise.then(
        () => Promise.reject(new Error('it should have failed')),
        (error: unknown) => error,
      );

    it('never carry a value, not even inside', async () => {
      const { t } = store;
      await store.write((tx) => add(tx, secret));
      const errors = [
        await trouble(store.write((tx) => add(tx, secret))),
        await trouble(store.write((tx) => addRound(tx, secret, 1))),
        await trouble(store.read.select({ x: sql`no_such_column` }).from(t.guess).where(eq(t.guess.key, secret))),
        await trouble(store.read.select({ x: sql`'${sql.raw(secret)}' + no_such_column` }).from(t.guess)),
        await trouble(store.write((tx) => tx.update(t.guess).set({ points: sql`no_such_column + ${secret}` }))),
      ];
      for (const error of errors) {
        expect(error).toBeInstanceOf(DataError);
        expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret);
        expect(String((error as Error).stack) + JSON.stringify(error)).not.toContain(secret);
        expect((error as Error).cause).toBeUndefined();
      }
      expect(errors.map((error) => (error as DataError).code)).toEqual([
        'constraint',
        'constraint',
        'unknown',
        'unknown',
        'unknown',
      ]);
    });
  });

  describe('closing it, last of all', () => {
    it('finishes what was asked for and refuses what comes after', async () => {
      const { t } = store;
      await store.check();
      const writes = Array.from({ length: 100 }, (_, n) =>
        store.write((tx) =>
          tx
            .insert(t.guess)
            .values({ key: `k${n}`, points: n })
            .returning(),
        ),
      );
      const closing = store.close();
      await expect(store.write(async () => 1)).rejects.toMatchObject({ code: 'io', reason: 'closed' });
      expect(await Promise.all(writes)).toHaveLength(100);
      await closing;
      await store.close();
      await expect(store.check()).rejects.toBeInstanceOf(DataError);
    });
  });
});
