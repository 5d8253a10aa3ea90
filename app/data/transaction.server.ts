import { setTimeout as sleep } from 'node:timers/promises';
import { DataError, isBusy } from './data-error.ts';
import { type Db, type Execute, requireQuery, type Work } from './db.server.ts';

/** How long one piece of work may hold its transaction, in milliseconds. */
export const workLimit = 2000;
/** How long to wait for somebody else's lock, in milliseconds. */
export const lockLimit = 2000;
/** How often a lock is tried again meanwhile, in milliseconds. */
export const lockPause = 10;

/**
 * Runs `work` inside a transaction that the caller began and will end. A query that fails dooms the work, even when it
 * hides the error: PostgreSQL has then given up the transaction, and both databases must do the same. Queries that come
 * after the end are refused: they would land in somebody else's transaction.
 */
export async function runWork<T>(work: Work<T>, open: (execute: Execute) => Db, execute: Execute): Promise<T> {
  const scope: { open: boolean; failure?: unknown } = { open: true };
  const guarded: Execute = async (sql, values) => {
    if (!scope.open) throw new Error('A query outlived its transaction: await it inside.');
    if (scope.failure) throw scope.failure;
    requireQuery(sql, 'write');
    try {
      return await execute(sql, values);
    } catch (error) {
      scope.failure = error;
      throw error;
    }
  };
  try {
    const value = await withinLimit(work(open(guarded)));
    if (scope.failure) throw scope.failure;
    return value;
  } catch (error) {
    throw isBusy(scope.failure) ? scope.failure : error;
  } finally {
    scope.open = false;
  }
}

/** Marks work that did not end in time; its connection may still be in the middle of something. */
export const tooSlow = 'work took too long';

function withinLimit<T>(running: Promise<T>): Promise<T> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new DataError('busy', tooSlow)), workLimit);
    running.then(done, fail).finally(() => clearTimeout(timer));
  });
}

/** Tries again while another process holds the lock, without blocking this one; gives up with `busy`. */
export async function whenFree<T>(attempt: () => T, limit = lockLimit): Promise<T> {
  const end = performance.now() + limit;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error;
    }
    await sleep(lockPause);
  }
}
