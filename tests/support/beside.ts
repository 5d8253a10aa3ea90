import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TestApp } from './app.ts';
import { root } from './root.ts';
import { newVisitor } from './visitor.ts';

/** What tests need to put people and placements beside a server that runs in a process of its own. */
export type Beside = TestApp & { close: () => Promise<void> };

/** Opens the database of a running server as a second process does, with the same secret; `env` is the operator's. */
export async function openBeside(url: string, dataDir: string, env: Record<string, string> = {}): Promise<Beside> {
  const { entry } = await import(pathToFileURL(join(root, 'build/server/index.js')).href);
  const settings = entry.module.readSettings(
    { DATA_DIR: dataDir, PORT: new URL(url).port, BASE_URL: url, ...env },
    root,
  );
  const services = await entry.module.openServices({ ...settings, logLevel: 'silent' }, root, 'production');
  const beside = { url, services, settings, folder: dataDir, log: [], visitor: () => newVisitor(url) };
  return { ...beside, setNow: () => {}, drain: () => {}, close: () => services.store.close() };
}
