import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { answersIn, gather, lostAmong } from '../support/crowd.ts';
import { type Fault, type Finding, heldOpen, must, type Trial, until } from '../support/fault.ts';
import { freePort, startServer } from '../support/server.ts';

const most = Number(execFileSync('sh', ['-c', 'ulimit -Hn']).toString().replace('unlimited', '1000000'));

/** Ten thousand connections on which nothing is asked; then more than the process may open files. */
export const fault: Fault = {
  whyNot: () => (most >= 12_000 ? null : `this user may open ${most} files; 12,000 are needed (ulimit -n).`),
  async run(trial) {
    return [
      await idle(trial, 'many', 10_000, (command) => command),
      await idle(trial, 'too-many', 2000, (command) => ['prlimit', '--nofile=1024:1024', ...command]),
    ];
  },
};

async function idle(
  trial: Trial,
  name: string,
  count: number,
  through: (command: string[]) => string[],
): Promise<Finding> {
  const dataDir = join(trial.folder, name);
  const server = await startServer({ dataDir, port: await freePort(), through });
  const crowd = await gather(server.url, 10, name);
  const sockets: Socket[] = [];
  const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024;
  const before = memory();
  const held = heldOpen(server.pid);
  try {
    for (let opened = 0; opened < count; opened += 500) {
      for (let one = 0; one < 500; one++) {
        const socket = connect(Number(new URL(server.url).port), `127.0.0.${1 + (opened % 5)}`);
        socket.on('error', () => {}).on('end', () => socket.destroy());
        sockets.push(socket.resume());
      }
      await until('they are connected', () => sockets.every(({ connecting }) => !connecting), 30_000);
    }
    await until('they are taken', () => heldOpen(server.pid) > held + Math.min(count, 900) * 0.9, 60_000);
    const kept = crowd.acknowledged.length;
    await until('people are served beside them', () => crowd.acknowledged.length > kept + 40, 60_000);
    const during = memory();
    await until('they are closed', () => heldOpen(server.pid) < held + 20, 60_000);
    must((await fetch(`${server.url}/readyz`)).status === 200, 'it is ready');
    await crowd.rest();
    const lost = lostAmong(crowd.acknowledged, answersIn(join(dataDir, 'toolbox.db'))).length;
    const note = `${Math.round(before)} MiB, with them ${Math.round(during)} MiB`;
    return {
      what: `${count} idle connections (${name})`,
      rounds: 1,
      acknowledged: crowd.acknowledged.length,
      lost,
      note,
    };
  } finally {
    for (const socket of sockets) socket.destroy();
    await crowd.rest();
    await server.kill();
  }
}
