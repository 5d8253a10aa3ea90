// npm run bench: hands over to the packaged Node.js where the installed one cannot read TypeScript.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const run = fileURLToPath(new URL('run.ts', import.meta.url));
const own = Number(process.versions.node.split('.')[0]) >= 22 ? process.execPath : undefined;
const packaged = ['linux-x64', 'linux-arm64']
  .map((name) => fileURLToPath(new URL(`../../node_modules/node-${name}/bin/node`, import.meta.url)))
  .find((file) => existsSync(file));
const node = own ?? packaged;
if (!node) console.error('Node.js 22 or newer is needed. Install it from nodejs.org, then start again.');
process.exitCode = node ? (spawnSync(node, [run, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1) : 1;
