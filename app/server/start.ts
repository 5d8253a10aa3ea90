import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startJobs } from '#app/jobs/run.server.ts';
import type { Services } from '#app/web/services.ts';
import { type AppOptions, createApp } from './app.ts';
import { type DemoEntries, openDemo } from './demo.ts';
import { figuresApart } from './figures.ts';
import { refusedStart } from './refused-start.ts';
import { openServices } from './services.ts';
import { readSettings, type Settings } from './settings.ts';

type StartOptions = Pick<AppOptions, 'build' | 'mode' | 'assets' | 'clientFolder'> & { root: string };

// Vite loads this module anew after a change; the database must not be opened twice.
const kept = globalThis as typeof globalThis & { toolboxServices?: Services };

/** Reads the settings, opens the database, listens and prints the address. Throws SettingsError or RefusedStart. */
export async function startServer({ root, build, mode, assets, clientFolder }: StartOptions): Promise<void> {
  const settings = readSettings(process.env, root);
  kept.toolboxServices ??= await openServices(settings, root, mode).catch((error) => {
    throw refusedStart(error, settings);
  });
  const services = kept.toolboxServices;
  const examples = settings.demo ? await openDemo(services) : null;
  let stopping = false;
  const app = await createApp({ build, mode, settings, services, assets, clientFolder, isStopping: () => stopping });
  const server = listen(app, settings.port);
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  announce(server, settings, examples);
  const figures = mode === 'production' ? figuresApart(root) : null;
  const jobs = startJobs(services, figures ? { ...settings, makeFigures: figures.make } : settings);
  onStopSignal(async () => {
    stopping = true;
    await sleep(settings.drainSeconds * 1000);
    await finishRequests(server);
    figures?.stop();
    await jobs.stop();
    await services.store.close();
    process.exit(0);
  });
}

/**
 * Nobody keeps a connection for nothing: 15 seconds to send the headers, 30 for all of a request, and a minute in
 * which an answer may stand still because nobody reads it. A connection that may be used again is kept for longer than
 * balancers keep theirs (30 to 60 seconds): who closes first must be the one who sends, or a request meets a closed door.
 */
function listen(app: RequestListener, port: number): Server {
  const server = createServer({ connectionsCheckingInterval: 5_000 }, app);
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  server.timeout = 60_000;
  server.keepAliveTimeout = 65_000;
  return server.listen(port);
}

function announce(server: Server, { baseUrl, demo }: Settings, examples: DemoEntries | null) {
  const { port } = server.address() as AddressInfo;
  const address = baseUrl.endsWith(':0') ? `http://localhost:${port}` : baseUrl;
  console.log(`Toolbox Doorstroom${demo ? ' (demo)' : ''}: ${address}`);
  if (examples?.codes.length)
    console.log(`Open an example at ${address}/nl/resume with a code:\n${examples.codes.join('\n')}`);
  if (examples?.links.length)
    console.log(
      `Sign in as one of its people, each link once, or with a button at ${address}/nl/sign-in:\n${examples.links.join('\n')}`,
    );
}

function onStopSignal(stop: () => Promise<void>): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
}

/** Stops listening and lets running requests finish, for at most ten seconds. */
function finishRequests(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), 10_000);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}
