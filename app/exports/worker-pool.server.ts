import { Worker } from 'node:worker_threads';

type Outcome = { file: Uint8Array } | { problem: string };
type Job = { data: string; done: (file: Buffer) => void; failed: (error: Error) => void };

/**
 * `root`: where content stands; `size`: how many work at once. A worker ends after so many `jobs`, or `idleMs` without
 * one: only then is all of its memory given back.
 */
export type PoolOptions = {
  file: string;
  root: string;
  size: number;
  timeoutMs: number;
  jobs: number;
  idleMs: number;
};

type Hand = { worker: Worker; jobs: number; resting?: NodeJS.Timeout };

/**
 * Hands texts to workers, at most `size` at once; the rest wait in order. A worker that dies, or takes longer than
 * `timeoutMs`, fails its own job with an Error and is replaced for the next.
 */
export function workerPool(options: PoolOptions): (data: string) => Promise<Buffer> {
  const idle: Hand[] = [];
  const waiting: Job[] = [];
  let busy = 0;

  function next(): void {
    const job = busy < options.size ? waiting.shift() : undefined;
    if (!job) return;
    busy += 1;
    const hand = idle.pop() ?? startWorker(options, idle);
    clearTimeout(hand.resting);
    work(hand.worker, job, options.timeoutMs, (alive) => {
      busy -= 1;
      if (alive) rest(hand);
      next();
    });
  }

  function rest(hand: Hand): void {
    hand.jobs += 1;
    if (hand.jobs >= options.jobs) return void hand.worker.terminate();
    idle.push(hand);
    hand.resting = setTimeout(() => retire(hand), options.idleMs).unref();
  }

  /** Off the list before it ends, so that no job is handed to it any more. */
  function retire(hand: Hand): void {
    idle.splice(idle.indexOf(hand), 1);
    void hand.worker.terminate();
  }

  return (data) =>
    new Promise<Buffer>((done, failed) => {
      waiting.push({ data, done, failed });
      next();
    });
}

/** An idle worker keeps no process alive; one that dies while idle leaves the list. */
function startWorker({ file, root }: PoolOptions, idle: Hand[]): Hand {
  const worker = new Worker(file, { workerData: { root }, execArgv: [] });
  const hand: Hand = { worker, jobs: 0 };
  const leave = () => {
    clearTimeout(hand.resting);
    const place = idle.indexOf(hand);
    if (place >= 0) idle.splice(place, 1);
  };
  worker.on('error', leave);
  worker.on('exit', leave);
  return hand;
}

function work(worker: Worker, job: Job, timeoutMs: number, free: (alive: boolean) => void): void {
  const settle = (alive: boolean) => {
    clearTimeout(timer);
    worker.off('message', answered).off('error', fail).off('exit', stopped);
    worker.unref();
    free(alive);
  };
  const answered = (outcome: Outcome) => {
    settle(true);
    if ('file' in outcome) job.done(Buffer.from(outcome.file));
    else job.failed(new Error(`The report could not be made: ${outcome.problem}`));
  };
  const fail = (error: Error) => {
    settle(false);
    void worker.terminate();
    job.failed(error);
  };
  const stopped = (code: number) => fail(new Error(`The report worker stopped with code ${code}.`));
  const timer = setTimeout(() => fail(new Error(`The report was not ready within ${timeoutMs} ms.`)), timeoutMs);
  worker.on('message', answered).on('error', fail).on('exit', stopped);
  worker.ref();
  worker.postMessage(job.data);
}
