import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startJobs } from '#app/jobs/run.server.ts';
import type { Services } from '#app/web/services.ts';
import { type AppOptions, createApp } from './app.ts';
import { type DemoEntries, openDemo } from './demo.ts';
import { openServices } from './services.ts';
import { readSettings, type Settings } from './settings.ts';

type StartOptions = Pick<AppOptions, 'build' | 'mode' | 'assets' | 'clientFolder'> & { root: string };

// Vite loads this module anew after a change; the database must not be opened twice.
const kept = globalThis as typeof globalThis & { toolboxServices?: Services };

/** Reads the settings, opens the database, listens and prints the address. Throws SettingsError. */
export async function startServer({ root, build, mode, assets, clientFolder }: StartOptions): Promise<void> {
  const settings = readSettings(process.env, root);
  kept.toolboxServices ??= await openServices(settings, root, mode);
  const services = kept.toolboxServices;
  const examples = settings.demo ? await openDemo(services) : null;
  const server = createServer(createApp({ build, mode, settings, services, assets, clientFolder })).listen(
    settings.port,
  );
  limitTime(server);
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  announce(server, settings, examples);
  const jobs = startJobs(services, settings);
  stopOnSignal(server, async () => {
    await jobs.stop();
    await services.store.close();
  });
}

function limitTime(server: Server) {
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  // Longer than balancers keep theirs, so that none sends a request into a connection that is just being closed.
  server.keepAliveTimeout = 65_000;
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

/** Stops listening, lets running requests finish for at most ten seconds, then closes the database. */
function stopOnSignal(server: Server, close: () => Promise<void>) {
  const stop = () => {
    const late = setTimeout(() => server.closeAllConnections(), 10_000);
    server.close(async () => {
      clearTimeout(late);
      await close();
      process.exit(0);
    });
    server.closeIdleConnections();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
}
