import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type RunningServer = {
  url: string;
  pid: number;
  /** Asks it to stop, as an operator does. */
  stop: () => Promise<void>;
  /** Ends it without a word, as a power cut does. */
  kill: () => Promise<void>;
};

type Options = {
  dataDir: string;
  port: number;
  /** Where it is reached. */
  host?: string;
  env?: Record<string, string>;
  /** Milliseconds in which it must answer. */
  patience?: number;
  /** Wraps the command, such as `onSmallDisk`. */
  through?: (command: string[]) => string[];
};

/** Starts the built app as operators do and waits until it answers; throws with what it printed when it does not. */
export async function startServer({
  dataDir,
  port,
  host = 'localhost',
  env = {},
  patience = 30_000,
  through = (it) => it,
}: Options): Promise<RunningServer> {
  const url = `http://${host}:${port}`;
  const [program = '', ...rest] = through([process.execPath, 'app/server/main.js']);
  const child = spawn(program, rest, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...plainEnvironment, DATA_DIR: dataDir, PORT: String(port), BASE_URL: url, ...env },
  });
  const outliving = () => child.kill('SIGKILL');
  process.once('exit', outliving);
  child.once('exit', () => process.off('exit', outliving));
  const said = listen(child);
  const pid = await untilHealthy(child, url, said, patience);
  return { url, pid, stop: () => end(child, 'SIGTERM'), kill: () => end(child, 'SIGKILL') };
}

// Empty is unset: what the developer's own environment says does not reach the server under test.
export const plainEnvironment = {
  BASE_URL: '',
  DATABASE_URL: '',
  SMTP_URL: '',
  MAIL_FROM: '',
  SECRET: '',
  DEMO: '',
  TRUST_PROXY: '',
  METRICS_TOKEN: '',
  DRAIN_SECONDS: '',
  NODE_OPTIONS: '',
  RATE_LIMIT: '100000',
  LOG_LEVEL: 'error',
};

function listen(child: ChildProcess): string[] {
  const said: string[] = [];
  child.stdout?.on('data', (text) => said.push(String(text)));
  child.stderr?.on('data', (text) => said.push(String(text)));
  return said;
}

async function untilHealthy(child: ChildProcess, url: string, said: string[], patience: number): Promise<number> {
  const late = Date.now() + patience;
  while (child.exitCode === null && child.signalCode === null && Date.now() < late) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    const pid = /^ok (\d+)$/.exec((await answer?.text()) ?? '')?.[1];
    if (pid) return Number(pid);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not start:\n${said.join('')}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
