import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../support/server.ts';
import { load } from './load.ts';
import { median, memoryOf, type Row, round } from './measured.ts';
import { cookieOf, headOf, setScene, startEmployer } from './scene.ts';

const starts = 5;

/** From the command to the first page, and memory: idle, while 64 connections ask for pages, and afterwards. */
export async function start(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'toolbox-start-'));
  const times: number[] = [];
  const bare: number[] = [];
  try {
    // The first one makes the database.
    for (let turn = 0; turn <= starts; turn++) {
      const taken = await coldStart(folder);
      if (turn > 0) times.push(taken);
      bare.push(await bareStart());
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return [
    {
      what: 'from the command to the first page (bare node beside it)',
      measured: round(median(times), 0),
      unit: 'ms',
      floor: round(median(bare), 0),
      ratio: round(median(bare) / median(times)),
      goal: '≤ 500',
      met: median(times) <= 500,
    },
    ...(await memory()),
  ];
}

async function coldStart(dataDir: string): Promise<number> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: String(port),
    BASE_URL: url,
    DATABASE_URL: '',
    SMTP_URL: '',
    SECRET: '',
  };
  const begin = performance.now();
  const child = spawn(process.execPath, ['app/server/main.js'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  for (;;) {
    const page = await fetch(`${url}/nl`).catch(() => null);
    if ((await page?.text())?.includes('</html>')) break;
    if (child.exitCode !== null) throw new Error('The server did not start.');
    await sleep(2);
  }
  const taken = performance.now() - begin;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
  return taken;
}

/** What of that is Node.js itself, with a server that answers. */
async function bareStart(): Promise<number> {
  const begin = performance.now();
  const child = spawn(process.execPath, ['-e', bareServer], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  await (await fetch(`http://localhost:${String(port).trim()}/`)).text();
  const taken = performance.now() - begin;
  child.kill();
  return taken;
}

const bareServer = `const s=require('node:http').createServer((q,r)=>r.end('x'));s.listen(0,()=>console.log(s.address().port))`;

async function memory(): Promise<Row[]> {
  const scene = await setScene();
  try {
    await fetch(`${scene.url}/nl`).then((page) => page.text());
    await sleep(3000);
    const idle = memoryOf(scene.pid);
    const { visitor, base } = await startEmployer(scene.url);
    const head = (path: string) => ({
      head: headOf('GET', path, scene.port, { Cookie: cookieOf(visitor), 'Accept-Encoding': 'gzip' }),
    });
    const paths = [`${base}/sections/safety`, base, `${base}/result`, '/nl', '/nl/rules', `${base}/plan`];
    const connections = Array.from({ length: 64 }, (_, number) => head(paths[number % paths.length] ?? ''));
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, memoryOf(scene.pid));
    }, 200);
    await load({ port: scene.port, connections, milliseconds: 20_000 });
    const first = memoryOf(scene.pid);
    await load({ port: scene.port, connections, milliseconds: 10_000 });
    clearInterval(watch);
    await sleep(15_000);
    const after = memoryOf(scene.pid);
    return [
      {
        what: 'memory after the first page, idle',
        measured: round(idle, 0),
        unit: 'MiB',
        goal: '≤ 110',
        met: idle <= 110,
      },
      {
        what: 'most memory under 64 connections',
        measured: round(most, 0),
        unit: 'MiB',
        goal: '≤ 260',
        met: most <= 260,
      },
      {
        what: `memory 15 s after the load (was ${round(first, 0)} in it)`,
        measured: round(after, 0),
        unit: 'MiB',
        goal: `≤ ${round(first * 1.15, 0)}`,
        met: after <= first * 1.15,
      },
    ];
  } finally {
    await scene.end();
  }
}
