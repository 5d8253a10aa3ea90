import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpackBrowser } from './browser.ts';
import { startPostOffice } from './post-office.ts';
import { prepare } from './prepared.ts';
import { startServer } from './server.ts';

/** Before all browser tests: a browser, a server with an empty database and a post office, and something to look at. */
export default async function setUp(): Promise<() => Promise<void>> {
  const unpacking = unpackBrowser();
  console.log(`Languages and widths turn by SEED=${process.env.SEED}`);
  const folder = mkdtempSync(join(tmpdir(), 'toolbox-browser-'));
  const letters = join(folder, 'letters');
  mkdirSync(letters);
  const post = await startPostOffice(letters);
  const server = await startServer({
    dataDir: join(folder, 'data'),
    port: Number(process.env.TEST_PORT),
    env: { SMTP_URL: post.url },
  });
  process.env.TEST_LETTERS = letters;
  process.env.TEST_PREPARED = join(folder, 'prepared.json');
  writeFileSync(process.env.TEST_PREPARED, JSON.stringify(await prepare(server.url, join(folder, 'data'))));
  await unpacking;
  return async () => {
    await server.stop();
    await post.close();
    rmSync(folder, { recursive: true, force: true });
  };
}
