// Asks one server the same or ever new things over kept connections, in a process of its own: node load.ts, its orders
// as one line of JSON on standard input, its findings as one line of JSON on standard output.

import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { at } from './measured.ts';

/** What to send: as it is, or with `{id}`, `{item}` and `{value}` replaced anew each time in the body of a save. */
export type Orders = {
  port: number;
  /** One connection each, and each waits for its answer before it asks again. */
  connections: { head: string; body?: string; items?: string[] }[];
  milliseconds: number;
  /** Answers with 503 are asked again after this many milliseconds, with the same body. */
  retryAfter?: number;
};

export type Findings = {
  answers: number;
  /** By status. */
  statuses: Record<string, number>;
  milliseconds: number;
  p50: number;
  p95: number;
  p99: number;
  longest: number;
  /** The same for answers that were refused with 503. */
  refusedP95: number;
  /** Whether every 503 said when to come back. */
  refusedPolitely: boolean;
  bytes: number;
  /** The ids that were acknowledged with 200. */
  acknowledged: string[];
};

/** Runs the load in another process, so that its work does not stand in the way of what is measured. */
export async function load(orders: Orders): Promise<Findings> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(orders));
  return JSON.parse(await text(child.stdout)) as Findings;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.stdout.write(JSON.stringify(await run(JSON.parse(await text(process.stdin)) as Orders)));

async function run({ port, connections, milliseconds, retryAfter }: Orders): Promise<Findings> {
  const taken: number[] = [];
  const refused: number[] = [];
  const statuses: Record<string, number> = {};
  const acknowledged: string[] = [];
  let bytes = 0;
  let politely = true;
  const begin = performance.now();
  const end = begin + milliseconds;
  await Promise.all(
    connections.map(async (order, number) => {
      const line = await openLine(port);
      for (let turn = 0; performance.now() < end; turn++) {
        const id = `${process.pid.toString(36)}-${number}-${turn}`;
        const message = write(order, id, turn);
        for (;;) {
          const asked = performance.now();
          const answer = await line.ask(message);
          statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
          bytes += answer.bytes;
          if (answer.status !== 503) {
            taken.push(performance.now() - asked);
            if (answer.status === 200 && order.body) acknowledged.push(id);
            break;
          }
          refused.push(performance.now() - asked);
          politely &&= answer.retryAfter;
          if (!retryAfter || performance.now() > end) break;
          await new Promise((resolve) => setTimeout(resolve, retryAfter));
        }
      }
      line.close();
    }),
  );
  return {
    answers: taken.length,
    statuses,
    milliseconds: performance.now() - begin,
    p50: at(taken, 0.5),
    p95: at(taken, 0.95),
    p99: at(taken, 0.99),
    longest: at(taken, 1),
    refusedP95: at(refused, 0.95),
    refusedPolitely: politely,
    bytes,
    acknowledged,
  };
}

function write({ head, body, items = [] }: Orders['connections'][number], id: string, turn: number): Buffer {
  if (!body) return Buffer.from(`${head}\r\n\r\n`);
  const values = ['not-yet', 'started', 'largely', 'in-place'];
  const filled = Buffer.from(
    body
      .replace('{id}', id)
      .replace('{item}', items[turn % items.length] ?? '')
      .replace('{value}', values[turn % values.length] ?? ''),
  );
  return Buffer.concat([Buffer.from(`${head}\r\nContent-Length: ${filled.length}\r\n\r\n`), filled]);
}

type Buffered = Buffer<ArrayBufferLike>;
type Answer = { status: number; bytes: number; retryAfter: boolean };

/** A connection that sends one message and waits for the whole answer. */
async function openLine(port: number) {
  const socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let kept: Buffered = Buffer.alloc(0);
  let done: ((answer: Answer) => void) | null = null;
  let failed: ((error: Error) => void) | null = null;
  socket.on('data', (part: Buffer) => {
    kept = kept.length === 0 ? part : Buffer.concat([kept, part]);
    const answer = readAnswer(kept);
    if (!answer) return;
    kept = Buffer.alloc(0);
    done?.(answer);
  });
  socket.on('close', () => failed?.(new Error('The server closed the connection.')));
  socket.on('error', () => {});
  return {
    ask: (message: Buffer) =>
      new Promise<Answer>((resolve, reject) => {
        done = resolve;
        failed = reject;
        socket.write(message);
      }),
    close() {
      failed = null;
      socket.destroy();
    },
  };
}

function readAnswer(kept: Buffer): Answer | null {
  const headEnd = kept.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const head = kept.toString('latin1', 0, headEnd);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  const whole = length
    ? kept.length >= headEnd + 4 + Number(length)
    : /transfer-encoding: chunked/i.test(head)
      ? kept.subarray(-5).equals(lastChunk)
      : true;
  if (!whole) return null;
  return { status: Number(head.slice(9, 12)), bytes: kept.length, retryAfter: /\r\nretry-after: \d/i.test(head) };
}

const lastChunk = Buffer.from('0\r\n\r\n');
