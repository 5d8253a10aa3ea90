import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import express from 'express';
import { pino } from 'pino';
import type { Settings } from '#app/server/settings.ts';
import type { Services } from '#app/web/services.ts';
import { whenFileEnds } from './clean-up.ts';
import { root } from './root.ts';
import { newVisitor, type Visitor } from './visitor.ts';

type ServerCode = typeof import('#app/server/app.ts') &
  typeof import('#app/server/services.ts') &
  typeof import('#app/server/settings.ts');

export const build = (await import(pathToFileURL(join(root, 'build/server/index.js')).href)) as ServerBuild;
const { createApp, openServices, readSettings } = build.entry.module as unknown as ServerCode;

/** The built web server, listening in this process on a database, a log and a clock of its own. */
export type TestApp = {
  url: string;
  services: Services;
  settings: Settings;
  /** DATA_DIR. */
  folder: string;
  /** Lines of the log so far. */
  log: string[];
  /** The services' clock; real until it is set. */
  setNow: (now: Date | null) => void;
  visitor: () => Visitor;
  /** Asks it to stop, as far as it can tell. */
  drain: () => void;
};

/** Starts one; stopped and removed when the test file has run. `env` is the operator's environment. */
export async function startApp(env: Record<string, string> = {}): Promise<TestApp> {
  const folder = mkdtempSync(join(quickestFolder(), 'toolbox-app-'));
  let listener: RequestListener = () => {};
  const server = createServer((request, response) => listener(request, response));
  const port = await listen(server);
  const settings = readSettings({ DATA_DIR: folder, PORT: String(port), RATE_LIMIT: '1000000', ...env }, root);
  const opened = await openServices({ ...settings, logLevel: 'silent' }, root, 'production');
  let now: Date | null = null;
  const log: string[] = [];
  const services: Services = {
    ...opened,
    now: () => now ?? new Date(),
    log: pino({ level: 'debug' }, { write: (line) => void log.push(line) }),
  };
  let stopping = false;
  listener = await createApp({
    build,
    mode: 'production',
    settings,
    services,
    assets,
    clientFolder: join(root, 'build/client'),
    isStopping: () => stopping,
  });
  whenFileEnds(async () => {
    await stop(server);
    await services.store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const url = `http://localhost:${port}`;
  return {
    url,
    services,
    settings,
    folder,
    log,
    setNow: (set) => {
      now = set;
    },
    visitor: () => newVisitor(url),
    drain: () => {
      stopping = true;
    },
  };
}

const assets = (app: express.Express) => {
  app.use('/assets', express.static(join(root, 'build/client/assets'), { immutable: true, maxAge: '1y' }));
  app.use(express.static(join(root, 'build/client'), { maxAge: '1h', index: false }));
};

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => server.listen(0, () => resolve((server.address() as AddressInfo).port)));
}

function stop(server: Server): Promise<void> {
  const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  return stopped;
}

/** A request with somebody's cookies and headers of one's own; redirects are not followed. */
export function ask(app: TestApp, who: Visitor | null, path: string, init: RequestInit = {}): Promise<Response> {
  const cookie = [...(who?.cookies ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  return fetch(app.url + path, {
    redirect: 'manual',
    ...init,
    headers: { ...(init.headers as Record<string, string>), ...(cookie && { Cookie: cookie }) },
  });
}

/** Everything the database keeps on disk, as one text, byte by byte. */
export const onDisk = ({ folder }: TestApp): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'secret')
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    .join('\n');

/** How many rows every table has: what a refused request must leave as it was. */
export async function countRows({ services: { store } }: TestApp): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [name, table] of Object.entries(store.t)) counts[name] = (await store.read.select().from(table)).length;
  return counts;
}

/** Everything stored, as text: equal texts are equal databases. */
export async function everything({ services: { store } }: TestApp): Promise<string> {
  const rows: Record<string, unknown[]> = {};
  for (const [name, table] of Object.entries(store.t))
    if (name !== 'guess') rows[name] = await store.read.select().from(table);
  return JSON.stringify(rows);
}

/** Where files live in memory, and there is room: then no test waits for a disk. What survives a power cut is tested in data. */
function quickestFolder(): string {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 2 ** 30 ? memory : tmpdir();
}

/** Remembers everything stored; what it gives puts all of it back as it was. */
export async function remember({ services: { store } }: TestApp): Promise<() => Promise<void>> {
  const tables = Object.values(store.t);
  const kept = await Promise.all(tables.map((table) => store.read.select().from(table)));
  return () =>
    store.write(async (tx) => {
      for (const table of tables.toReversed()) await tx.delete(table);
      for (const [at, table] of tables.entries())
        if (kept[at]?.length) await tx.insert(table).values(kept[at] as never);
    });
}
