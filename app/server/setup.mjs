// Makes a fresh clone ready: installs the locked packages and, with --build, makes the production build when it is stale.
// Plain JavaScript for Node 20: it runs before anything is installed.
import { execSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** @param {string} path */
const changed = (path) => (existsSync(join(root, path)) ? statSync(join(root, path)).mtimeMs : 0);

/** @param {string} folder */
const newest = (folder) =>
  Math.max(
    0,
    ...readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );

/** Node 22 or newer: the system's own, or the one that came with the packages. */
function modernNode() {
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.env.PATH ?? '';
  const bin = ['linux-x64', 'linux-arm64', 'win-x64']
    .map((name) => join(root, 'node_modules', `node-${name}`, 'bin'))
    .find((folder) => existsSync(folder));
  if (!bin) throw new Error('Node.js 22 or newer is needed here: no packaged Node.js exists for this system.');
  return `${bin}${delimiter}${process.env.PATH ?? ''}`;
}

/** @param {string} command */
const run = (command, path = process.env.PATH ?? '') =>
  execSync(command, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } });

// Without scripts: every package that needs a binary ships it, and node-gyp would ask for Python.
// Without --save: the clone stays as it was cloned.
if (changed('package-lock.json') > changed('node_modules/.package-lock.json'))
  run('npm install --ignore-scripts --include=dev --include=optional --no-save --no-audit --no-fund --loglevel=error');

if (process.argv.includes('--build')) {
  const sources = Math.max(
    ...['package-lock.json', 'vite.config.ts', 'remix.config.js'].map(changed),
    ...['app', 'content'].map(newest),
  );
  const built = Math.min(changed('build/server/index.js'), changed('build/content.json'));
  if (sources > built) run('npm run build --silent', modernNode());
}
