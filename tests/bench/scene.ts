import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, type RunningServer, startServer } from '../support/server.ts';
import { newVisitor, startAssessment, type Visitor } from '../support/visitor.ts';

/** The built app on an empty folder, as an operator starts it. */
export type Scene = RunningServer & { port: number; dataDir: string; end: () => Promise<void> };

export async function setScene(env: Record<string, string> = {}): Promise<Scene> {
  const dataDir = mkdtempSync(join(tmpdir(), 'toolbox-bench-'));
  const port = await freePort();
  // Everybody here comes from one address, so the limit per address is lifted; the log is written as by default.
  const server = await startServer({
    dataDir,
    port,
    patience: 300_000,
    env: { RATE_LIMIT: '100000000', LOG_LEVEL: 'info', ...env },
  });
  return {
    ...server,
    port,
    dataDir,
    async end() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Somebody who started a self-scan: their browser and its id. */
export type Employer = { visitor: Visitor; id: string; base: string };

export async function startEmployer(url: string): Promise<Employer> {
  const visitor = newVisitor(url);
  const id = await startAssessment(visitor, 'care');
  return { visitor, id, base: `/nl/assessments/${id}` };
}

/** The prerequisites of one section, as its page shows them. */
export async function itemsOn(visitor: Visitor, path: string): Promise<string[]> {
  const page = await (await visitor.get(path)).text();
  return [...page.matchAll(/item--prerequisite" id="([^"]+)"/g)].map(([, id]) => id as string);
}

export const cookieOf = (visitor: Visitor): string =>
  [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

/** The head of a request, without the empty line that ends it. */
export const headOf = (method: string, path: string, port: number, more: Record<string, string> = {}): string =>
  [
    `${method} ${path} HTTP/1.1`,
    `Host: localhost:${port}`,
    ...Object.entries(more).map(([name, value]) => `${name}: ${value}`),
  ].join('\r\n');
