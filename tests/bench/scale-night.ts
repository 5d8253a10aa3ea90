import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { root } from '../support/root.ts';
import { load } from './load.ts';
import { cpuOf } from './measured.ts';
import { type Place, serve } from './scale-scene.ts';
import { cookieOf, headOf, itemsOn, startEmployer } from './scene.ts';

const savers = 4;

export type Night = {
  seconds: number;
  /** Seconds of processor time: beside others this is what counts. */
  cpu: number;
  /** MiB, at the most. */
  memory: number;
  saves: { before: number; during: number; longest: number; refused: number };
};

/** Makes the figures as the server does, in a process of its own, while some people save answers all the time. */
export async function makeNight(place: Place): Promise<Night> {
  const server = await serve(place);
  try {
    const connections = await savesOf(server.url, server.port);
    const slice = () => load({ port: server.port, connections, milliseconds: 3000 });
    await slice();
    const before = await slice();
    const making = startMaking(place);
    const during = [];
    do during.push(await slice());
    while (making.isRunning());
    const { seconds, cpu, memory } = await making.ended;
    return {
      seconds,
      cpu,
      memory,
      saves: {
        before: before.p95,
        during: Math.max(...during.map(({ p95 }) => p95)),
        longest: Math.max(...during.map(({ longest }) => longest)),
        refused: during.reduce((sum, { statuses }) => sum + (statuses['503'] ?? 0), 0),
      },
    };
  } finally {
    await server.stop();
  }
}

async function savesOf(url: string, port: number) {
  const employers = await Promise.all(Array.from({ length: savers }, () => startEmployer(url)));
  const [first] = employers;
  const items = first ? await itemsOn(first.visitor, `${first.base}/sections/safety`) : [];
  return employers.map(({ visitor, id }) => ({
    head: headOf('POST', '/save', port, {
      'Content-Type': 'application/json',
      Origin: `http://localhost:${port}`,
      Cookie: cookieOf(visitor),
    }),
    body: JSON.stringify({
      assessment: id,
      language: 'nl',
      keep: false,
      answer: {
        id: '{id}',
        item: '{item}',
        value: '{value}',
        reasonId: null,
        reasonText: '',
        note: '',
        proof: '',
        base: [],
      },
    }),
    items,
  }));
}

function startMaking({ dataDir, env }: Place) {
  const begin = performance.now();
  const child = spawn(process.execPath, ['app/server/main.js', '--figures'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env, DATA_DIR: dataDir },
  });
  const pid = child.pid as number;
  setPriority(pid, 15);
  let running = true;
  const most = { cpu: 0, memory: 0 };
  const timer = setInterval(() => {
    try {
      most.cpu = cpuOf(pid) / 1000;
      // What has ended and is not yet waited for has no memory left.
      const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      if (peak) most.memory = Number(peak) / 1024;
    } catch {
      // It has just ended.
    }
  }, 50);
  const ended = new Promise<{ seconds: number; cpu: number; memory: number }>((resolve, reject) =>
    child.once('exit', (code) => {
      running = false;
      clearInterval(timer);
      if (code === 0) resolve({ seconds: (performance.now() - begin) / 1000, ...most });
      else reject(new Error(`Making figures ended with ${code}.`));
    }),
  );
  return { isRunning: () => running, ended };
}
