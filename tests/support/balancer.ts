import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server behind the balancer, by its address as http://host:port. */
type Backend = {
  url: string;
  ready: boolean;
  looking: boolean;
  silent: number;
  agent: Agent;
  running: Set<{ destroy: () => unknown }>;
  answered: number;
  refused: number;
  failed: number;
};

/**
 * What the balancer saw of one server: how many requests it answered, how many it asked to come back with (503), and how many
 * failed: no answer, or another 5xx.
 */
export type Seen = { answered: number; refused: number; failed: number };

export type Balancer = {
  url: string;
  isReady: (url: string) => boolean;
  seen: (url: string) => Seen;
  close: () => void;
};

/**
 * As simple as a balancer can be: each request to the next server that says it is ready, without a second try, so that
 * what goes wrong on one server's connections is seen as that server's. Asks every 200 ms; who is
 * silent twice for a second and a half, or cannot be connected to, is left out, and what waits for it is ended.
 */
export async function startBalancer(urls: string[]): Promise<Balancer> {
  const backends: Backend[] = urls.map((url) => ({
    url,
    ready: false,
    looking: false,
    silent: 0,
    agent: newAgent(),
    running: new Set(),
    answered: 0,
    refused: 0,
    failed: 0,
  }));
  let turn = 0;
  const next = () => {
    for (let tries = 0; tries < backends.length; tries++) {
      const one = backends[turn++ % backends.length] as Backend;
      if (one.ready) return one;
    }
    return null;
  };
  const server = createServer((asked, answer) => void pass(next(), asked, answer)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const looking = setInterval(() => backends.forEach(look), 200);
  await Promise.all(backends.map(look));
  const find = (url: string) => backends.find((one) => one.url === url) as Backend;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    isReady: (url) => find(url).ready,
    seen: (url) => {
      const { answered, refused, failed } = find(url);
      return { answered, refused, failed };
    },
    close() {
      clearInterval(looking);
      server.closeAllConnections();
      server.close();
      for (const { agent } of backends) agent.destroy();
    },
  };
}

const newAgent = () => new Agent({ keepAlive: true });

async function look(backend: Backend): Promise<void> {
  if (backend.looking) return;
  backend.looking = true;
  const answer = await fetch(`${backend.url}/readyz`, { signal: AbortSignal.timeout(1500) }).catch(() => null);
  backend.looking = false;
  backend.silent = answer ? 0 : backend.silent + 1;
  if (answer) backend.ready = answer.status === 200;
  else if (backend.silent >= 2) leave(backend);
}

/** Nobody is there: who waits is told. */
function leave(backend: Backend): void {
  backend.ready = false;
  for (const one of backend.running) one.destroy();
  backend.agent.destroy();
  backend.agent = newAgent();
}

async function pass(backend: Backend | null, asked: IncomingMessage, answer: ServerResponse): Promise<void> {
  const body: Buffer[] = [];
  for await (const part of asked) body.push(part as Buffer);
  if (!backend) return void answer.writeHead(503).end();
  const { url, agent, running } = backend;
  const passed = request(url + asked.url, { method: asked.method, headers: asked.headers, agent }, (got) => {
    const parts: Buffer[] = [];
    got.on('data', (part) => parts.push(part));
    got.once('error', fail);
    got.once('end', () => {
      running.delete(passed);
      if (got.statusCode === 503) backend.refused++;
      else if ((got.statusCode ?? 0) >= 500) backend.failed++;
      else backend.answered++;
      const { connection: _ours, 'transfer-encoding': _whole, ...headers } = got.headers;
      answer.writeHead(got.statusCode ?? 502, headers).end(Buffer.concat(parts));
    });
  });
  function fail(error?: Error) {
    if (!running.delete(passed)) return;
    if ((error as NodeJS.ErrnoException | undefined)?.code === 'ECONNREFUSED') leave(backend as Backend);
    (backend as Backend).failed++;
    if (answer.headersSent) answer.destroy();
    else answer.writeHead(502).end();
  }
  running.add(passed);
  passed.once('error', fail);
  passed.end(Buffer.concat(body));
}
