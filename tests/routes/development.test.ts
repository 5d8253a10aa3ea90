import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freePort, startServer } from '../support/server.ts';

it('npm run dev serves pages straight from the sources', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'toolbox-dev-'));
  const through = (command: string[]) => [...command, '--dev'];
  const server = await startServer({ dataDir, port: await freePort(), patience: 80_000, through });
  try {
    const page = await (await fetch(`${server.url}/nl`)).text();
    expect(page.includes('href="/app/styles.css"')).toBe(true);
    expect(page.includes('Toolbox Doorstroom')).toBe(true);
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 90_000);
