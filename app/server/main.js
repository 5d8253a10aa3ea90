// Starts the web server: `node app/server/main.js`; --dev through Vite with reload, --demo on a database of its own.
// --backup [FILE], --restore FILE and --move FROM TO do what the operator asks instead, and end; --figures does what the
// server asks of it at night.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as module from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
process.env.APP_ROOT ??= root;

if (Number(process.versions.node.split('.')[0]) < 22) startUnderPackagedNode();
else await start();

/** better-sqlite3 needs Node 22: hand over to the packaged one, pass signals on and leave with its exit code. */
function startUnderPackagedNode() {
  const binary = ['linux-x64/bin/node', 'linux-arm64/bin/node', 'win-x64/bin/node.exe']
    .map((name) => join(root, 'node_modules', `node-${name}`))
    .find((file) => existsSync(file));
  if (!binary) {
    console.error('Node.js 22 or newer is needed. Install it from nodejs.org, then start again.');
    process.exit(1);
  }
  const child = spawn(binary, process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}

async function start() {
  // The database, its copies and the secret are for the user that runs this: nobody else on the machine reads them.
  process.umask(0o077);
  const development = process.argv.includes('--dev');
  process.env.NODE_ENV = development ? 'development' : 'production';
  if (process.argv.includes('--demo')) process.env.DEMO = '1';
  try {
    await (development ? startThroughVite() : runBuild());
  } catch (error) {
    if (!(error instanceof Error) || !['SettingsError', 'RefusedStart', 'RefusedCommand'].includes(error.name))
      throw error;
    console.error(error.message);
    process.exit(1);
  }
}

async function runBuild() {
  // Reading the code takes half of a start: what Node.js made of it is kept until the next build, where that can be written.
  module.enableCompileCache?.(join(root, 'build/server/compiled'));
  const build = await import(pathToFileURL(join(root, 'build/server/index.js')).href);
  const [flag = '', ...words] = process.argv.slice(2);
  if (await build.entry.module.runCommand(flag, root, words)) return;
  const { default: express } = await import('express');
  await build.entry.module.startServer({
    root,
    build,
    mode: 'production',
    clientFolder: join(root, 'build/client'),
    assets: (/** @type {import('express').Express} */ app) => {
      app.use('/assets', express.static(join(root, 'build/client/assets'), { immutable: true, maxAge: '1y' }));
      app.use(express.static(join(root, 'build/client'), { maxAge: '1h', index: false }));
    },
  });
  module.flushCompileCache?.();
}

async function startThroughVite() {
  const { createServer } = await import('vite');
  const vite = await createServer({ root, server: { middlewareMode: true } });
  const load = async () => /** @type {any} */ (await vite.ssrLoadModule('virtual:remix/server-build'));
  const { entry } = await load();
  await entry.module.startServer({
    root,
    build: load,
    mode: 'development',
    assets: (/** @type {import('express').Express} */ app) => app.use(vite.middlewares),
  });
}
