import { setTimeout as sleep } from 'node:timers/promises';
import type { Visitor } from '../support/visitor.ts';
import { at, cpuOf, median, memoryOf, type Row, round } from './measured.ts';
import { itemsOn, setScene, startEmployer } from './scene.ts';

const documentsInAll = 1000;
/** No more than this long, however slow the machine is; the row says how many there were. */
const patience = 150_000;

/** Reports as PDF: how long one takes, whether memory stays flat over a thousand, and whether pages wait for them. */
export async function documents(): Promise<Row[]> {
  const scene = await setScene();
  try {
    const { visitor, id, base } = await startEmployer(scene.url);
    const items = await itemsOn(visitor, `${base}/sections/safety`);
    for (const item of items) await visitor.save(id, { item, value: 'started', note: 'Een nota bij dit punt.' });
    const pdf = `/files/${id}/today/report.pdf`;
    const page = `${base}/sections/safety`;
    for (let count = 0; count < 20; count++) await take(visitor, pdf);
    const alone = await timesOf(50, () => take(visitor, pdf));
    const used = cpuOf(scene.pid);
    await timesOf(20, () => take(visitor, pdf));
    const cpu = (cpuOf(scene.pid) - used) / 20;
    const quiet = await timesOf(60, () => take(visitor, page));
    const beside = await whileWaiting(8, visitor, pdf, () => timesOf(60, () => take(visitor, page)));
    return [
      {
        what: 'a report as PDF',
        measured: round(median(alone), 1),
        unit: 'ms',
        goal: '≤ 60',
        met: median(alone) <= 60,
      },
      { what: 'processor time of a report', measured: round(cpu, 1), unit: 'CPU ms', goal: '', met: null },
      ...(await flatMemory(scene.pid, visitor, pdf)),
      {
        what: 'a section page while 8 documents wait (limit: without)',
        measured: round(at(beside, 0.95), 1),
        unit: 'ms p95',
        floor: round(at(quiet, 0.95), 1),
        goal: '',
        met: null,
      },
    ];
  } finally {
    await scene.end();
  }
}

async function flatMemory(pid: number, visitor: Visitor, pdf: string): Promise<Row[]> {
  const begin = performance.now();
  const held: number[] = [];
  for (let count = 0; count < documentsInAll && performance.now() - begin < patience; count++) {
    await take(visitor, pdf);
    held.push(memoryOf(pid));
  }
  const tenth = Math.floor(held.length / 10);
  // The first tenth fills caches; from then on nothing should be added.
  const [early, late] = [median(held.slice(tenth, 2 * tenth)), median(held.slice(-tenth))];
  return [
    {
      what: `memory at the end of ${held.length} documents (after the first fifth ${round(early, 0)})`,
      measured: round(late, 0),
      unit: 'MiB',
      goal: `≤ ${round(early * 1.1, 0)}`,
      met: late <= early * 1.1,
    },
  ];
}

async function whileWaiting<T>(count: number, visitor: Visitor, path: string, work: () => Promise<T>): Promise<T> {
  let going = true;
  const askers = Array.from({ length: count }, async () => {
    while (going) await take(visitor, path);
  });
  await sleep(500);
  const result = await work();
  going = false;
  await Promise.all(askers);
  return result;
}

async function take(visitor: Visitor, path: string): Promise<void> {
  const answer = await visitor.get(path);
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
}

async function timesOf(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  while (times.length < count) {
    const begin = performance.now();
    await work();
    times.push(performance.now() - begin);
  }
  return times;
}
