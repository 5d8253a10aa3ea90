import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { answersIn, type Crowd, gather, lostAmong } from '../support/crowd.ts';
import { type Fault, type Finding, heldOpen, must, until } from '../support/fault.ts';
import { freePort, type RunningServer, startServer } from '../support/server.ts';

/** Bodies that come a byte at a time, headers that never end, clients that close half or read nothing, bodies too large. */
export const fault: Fault = {
  async run({ folder }) {
    const dataDir = join(folder, 'data');
    const server = await startServer({ dataDir, port: await freePort() });
    const crowd = await gather(server.url, 10);
    await until('everybody answers', () => crowd.acknowledged.length > 50);
    const findings: Finding[] = [];
    try {
      const hostile: [what: string, begin: () => Socket[], patience: number][] = [
        [
          '200 headers that never end',
          () => many(server, 200, drip('GET /nl HTTP/1.1\r\nHost: localhost\r\n', 'x-a: b\r\n')),
          30_000,
        ],
        ['200 bodies that come a byte at a time', () => many(server, 200, drip(post(60_000), 'x')), 50_000],
        ['200 that ask and close their half', () => many(server, 200, closeHalf), 30_000],
        ['200 connections that say nothing', () => many(server, 200, () => {}), 30_000],
        ['100 that ask and never read', () => many(server, 100, askWithoutReading), 150_000],
      ];
      for (const [what, begin, patience] of hostile) {
        const held = heldOpen(server.pid);
        const sockets = begin();
        const taken = () => heldOpen(server.pid) > held + 60 || sockets.every(({ destroyed }) => destroyed);
        await until(`${what} are connected`, taken);
        const before = crowd.acknowledged.length;
        await until(`people are served beside ${what}`, () => crowd.acknowledged.length > before + 40, 30_000);
        await until(`${what} are closed`, () => heldOpen(server.pid) < held + 30, patience);
        for (const socket of sockets) socket.destroy();
        findings.push({ what, rounds: 1, acknowledged: crowd.acknowledged.length - before, lost: 0 });
      }
      await requireRefusals(server);
      await crowd.rest();
      const lost = lostAmong(crowd.acknowledged, answersIn(join(dataDir, 'toolbox.db'))).length;
      findings.push({
        what: 'all of these together',
        rounds: 1,
        acknowledged: crowd.acknowledged.length,
        lost,
        note: refusals(crowd),
      });
      return findings;
    } finally {
      await crowd.rest();
      await server.kill();
    }
  },
};

const refusals = ({ refused }: Crowd) => [...refused].map(([status, times]) => `${status}: ${times}`).join(', ');

function many({ url }: RunningServer, count: number, behave: (socket: Socket) => void): Socket[] {
  return Array.from({ length: count }, () => {
    const socket = connect(Number(new URL(url).port), 'localhost');
    socket.on('error', () => {});
    socket.on('end', () => socket.destroy());
    socket.once('connect', () => behave(socket));
    socket.resume();
    return socket;
  });
}

/** Node takes that for leaving; nothing may be left of it. */
const closeHalf = (socket: Socket): void => void socket.end('GET /nl/help HTTP/1.1\r\nHost: localhost\r\n\r\n');

const drip = (beginning: string, drop: string) => (socket: Socket) => {
  socket.write(beginning);
  const timer = setInterval(() => socket.write(drop), 500);
  socket.once('close', () => clearInterval(timer));
};

const post = (length: number) =>
  `POST /save HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

/** Asks for much more than fits between the two, and takes nothing of it. */
function askWithoutReading(socket: Socket): void {
  socket.pause();
  socket.write('GET /fonts/bitter.woff2 HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(300));
}

async function requireRefusals({ url }: RunningServer): Promise<void> {
  const large = await fetch(`${url}/save`, {
    method: 'POST',
    body: 'x'.repeat(1_500_000),
    headers: { 'Content-Type': 'application/json' },
  });
  must(large.status === 413, `an answer of 1.5 MB is refused with 413, not ${large.status}`);
  const form = await fetch(`${url}/nl/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ email: 'x'.repeat(3_000_000) }),
  });
  must(form.status === 413, `a form of 3 MB is refused with 413, not ${form.status}`);
}
