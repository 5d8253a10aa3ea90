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
  failures: string[];
};

/**
 * What the balancer saw of one server: how many requests it answered, how many it asked to come back with (503), and what
 * failed, in a few words each: no answer, or another 5xx.
 */
export type Seen = { answered: number; refused: number; failures: string[] };

export type Balancer = {
  url: string;
  isReady: (url: string) => boolean;
  seen: (url: string) => Seen;
  close: () => void;
};

/**
 * As simple as a balancer can be: each request to the next server that says it is ready, without a second try, so that
 * what goes wrong on one server's connections is seen as that server's. Asks every 200 ms; who is silent twice for a second
 * and a half is left out. What waits there is ended when it stays silent as long again, or cannot be connected to: a server
 * on a crowded machine may be silent for some seconds, and still answers.
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
    failures: [],
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
  server.keepAliveTimeout = 65_000;
  await once(server, 'listening');
  const looking = setInterval(() => backends.forEach(look), 200);
  await Promise.all(backends.map(look));
  const find = (url: string) => backends.find((one) => one.url === url) as Backend;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    isReady: (url) => find(url).ready,
    seen: (url) => {
      const { answered, refused, failures } = find(url);
      return { answered, refused, failures: [...failures] };
    },
    close() {
      clearInterval(looking);
      server.closeAllConnections();
      server.close();
      for (const { agent } of backends) agent.destroy();
    },
  };
}

/** Keeps an unused connection for 30 seconds: for less long than the server, which would close it under a request. */
const newAgent = () => new Agent({ keepAlive: true, timeout: 30_000 });

async function look(backend: Backend): Promise<void> {
  if (backend.looking) return;
  backend.looking = true;
  const answer = await fetch(`${backend.url}/readyz`, { signal: AbortSignal.timeout(1500) }).catch(() => null);
  backend.looking = false;
  backend.silent = answer ? 0 : backend.silent + 1;
  if (answer) backend.ready = answer.status === 200;
  else if (backend.silent === 2) backend.ready = false;
  else if (backend.silent >= 4) leave(backend);
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
      else if ((got.statusCode ?? 0) >= 500) note(String(got.statusCode));
      else backend.answered++;
      const { connection: _ours, 'transfer-encoding': _whole, ...headers } = got.headers;
      answer.writeHead(got.statusCode ?? 502, headers).end(Buffer.concat(parts));
    });
  });
  const begin = performance.now();
  const note = (what: string) =>
    backend.failures.push(`${asked.method} ${asked.url} ${what} after ${Math.round(performance.now() - begin)} ms`);
  function fail({ code = 'ended' }: NodeJS.ErrnoException) {
    if (!running.delete(passed)) return;
    if (code === 'ECONNREFUSED') leave(backend as Backend);
    note(passed.reusedSocket ? `${code} on a kept connection` : code);
    if (answer.headersSent) answer.destroy();
    else answer.writeHead(502).end();
  }
  running.add(passed);
  passed.once('error', fail);
  passed.end(Buffer.concat(body));
}
