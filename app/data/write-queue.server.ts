import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { isBroken, isBusy } from './data-error.ts';
import { sqliteDb, type Work } from './db.server.ts';
import type { Connection, Reopening } from './sqlite-connection.server.ts';
import { lockLimit, lockPause, runWork } from './transaction.server.ts';

/** Most jobs in one commit: enough to share a disk flush, few enough not to keep other requests waiting. */
const groupLimit = 32;

type Outcome = { value: unknown } | { error: unknown };
type Job = { work: Work<unknown>; since: number; alone: boolean; settle(outcome: Outcome): void };

/**
 * The one writer of a SQLite file. Jobs that wait together share one transaction and one disk flush, each in its own
 * savepoint; a job is acknowledged only after the COMMIT that holds it. When a group fails as a whole, its jobs are run
 * again one by one, so that only the guilty one fails. Nothing that a job does can stop the queue.
 */
export function createWriteQueue(writer: Reopening) {
  const queue: Job[] = [];
  let draining: Promise<void> | null = null;

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      // Lets every request of this turn of the event loop join, and gives readers theirs.
      await nextTurn();
      await writeNext(writer, queue);
    }
    draining = null;
  }
  return {
    write<T>(work: Work<T>): Promise<T> {
      return new Promise((done, fail) => {
        const settle = (outcome: Outcome) => ('error' in outcome ? fail(outcome.error) : done(outcome.value as T));
        queue.push({ work, since: performance.now(), alone: false, settle });
        draining ??= drain();
      });
    },
    /** Settles when every job that was asked for has its answer. */
    idle: (): Promise<void> => draining ?? Promise.resolve(),
  };
}

/** Writes the jobs at the head of the queue: a group, or one job alone when its group failed. */
async function writeNext(writer: Reopening, queue: Job[]): Promise<void> {
  if (!(await begin(writer, queue))) return;
  const jobs = takeGroup(queue);
  try {
    const outcomes = await commitGroup(writer.get(), jobs);
    for (const [at, outcome] of outcomes.entries()) jobs[at]?.settle(outcome);
  } catch (error) {
    const usable = cleanUp(writer, error);
    if (usable && jobs.length > 1) queue.unshift(...jobs.map((job) => ({ ...job, alone: true })));
    else failAll(jobs, error);
  }
}

/** Begins a transaction, waiting for another process that holds the lock. False when no job is left to run. */
async function begin(writer: Reopening, queue: Job[]): Promise<boolean> {
  const asked = performance.now();
  while (queue.length > 0) {
    try {
      writer.get().run('BEGIN IMMEDIATE');
      return true;
    } catch (error) {
      if (isBusy(error)) failAll(takeExpired(queue, asked), error);
      else {
        cleanUp(writer, error);
        failAll(takeGroup(queue), error);
      }
    }
    await sleep(lockPause);
  }
  return false;
}

/** The jobs that have waited for the lock long enough, counted from when both the lock and the job were there. */
function takeExpired(queue: Job[], asked: number): Job[] {
  const oldest = performance.now() - lockLimit;
  const waiting = queue.findIndex(({ since }) => Math.max(since, asked) > oldest);
  return queue.splice(0, waiting < 0 ? queue.length : waiting);
}

const takeGroup = (queue: Job[]): Job[] => {
  const together = queue.findIndex(({ alone }) => alone);
  return queue.splice(0, together === 0 ? 1 : together < 0 ? groupLimit : Math.min(together, groupLimit));
};

const failAll = (jobs: Job[], error: unknown): void => {
  for (const job of jobs) job.settle({ error });
};

/** Runs the jobs and commits. Throws when the transaction is lost, with every job in it. */
async function commitGroup(connection: Connection, jobs: Job[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const job of jobs)
    outcomes.push(jobs.length === 1 ? await runAlone(connection, job) : await runJob(connection, job));
  connection.run('COMMIT');
  return outcomes;
}

/** Needs no savepoint: when it fails, the whole transaction does. */
const runAlone = async (connection: Connection, { work }: Job): Promise<Outcome> => ({
  value: await runWork(work, sqliteDb, async (sql, values) => connection.query(sql, values)),
});

async function runJob(connection: Connection, job: Job): Promise<Outcome> {
  connection.run('SAVEPOINT job');
  try {
    const value = await runWork(job.work, sqliteDb, async (sql, values) => connection.query(sql, values));
    connection.run('RELEASE job');
    return { value };
  } catch (error) {
    // A full disk or a failing one makes SQLite give up the whole transaction by itself: there is no savepoint left.
    if (!connection.inTransaction || isBroken(error)) throw error;
    connection.run('ROLLBACK TO job; RELEASE job');
    return { error };
  }
}

/**
 * Clears what is left of a failed transaction. False when the disk failed: then its jobs are not tried again. A commit
 * that the disk refused stands in the log all the same, and would count as done after a restart; so the log is emptied
 * before anything is added to it. Where that fails too, the next use opens the file anew.
 */
function cleanUp(writer: Reopening, error: unknown): boolean {
  const clear = succeeds(() => rollBack(writer.get()));
  if (clear && !isBroken(error)) return true;
  const repaired = clear && succeeds(() => writer.get().emptyLog());
  if (!repaired) succeeds(() => writer.drop());
  return false;
}

const rollBack = (connection: Connection): void => {
  if (connection.inTransaction) connection.run('ROLLBACK');
};

function succeeds(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
