// npm test: everything that must hold, in order, each with its time; names what failed and what could not be run.
// `--all` is the full product; words after it run only those steps: `npm test -- types browser`. `--faults` does
// harm and `--bench` measures instead.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

if (Number(process.versions.node.split('.')[0]) < 22) process.exit(await runUnderPackagedNode());
const { findBrowser } = await import('./support/browser.ts');
const { whySmallDiskCannotBeMade } = await import('./support/small-disk.ts');
const instead = ['faults', 'bench'].find((name) => process.argv.includes(`--${name}`));
process.exit(await (instead ? runInstead(instead) : runSteps()));

/** @returns {Promise<number>} */
async function runUnderPackagedNode() {
  const binary = ['linux-x64/bin/node', 'linux-arm64/bin/node', 'win-x64/bin/node.exe']
    .map((name) => join(root, 'node_modules', `node-${name}`))
    .find((file) => existsSync(file));
  if (!binary) {
    console.error('Node.js 22 or newer is needed. Install it from nodejs.org, then start again.');
    return 1;
  }
  return run([binary, ...process.argv.slice(1)], { PATH: `${dirname(binary)}${delimiter}${process.env.PATH ?? ''}` });
}

/** @param {string} name */
function runInstead(name) {
  const words = process.argv.slice(2).filter((one) => one !== `--${name}`);
  return run([process.execPath, `tests/${name}/run.ts`, ...words], {});
}

/** @typedef {[name: string, arguments: string[]]} Step */

async function runSteps() {
  const asked = process.argv.slice(2);
  const full = asked.includes('--all');
  const only = asked.filter((one) => !one.startsWith('--'));
  const missing = whatIsMissing();
  /** @type {Step[]} */
  const beside = [
    ['format', ['node_modules/@biomejs/biome/bin/biome', 'check']],
    ['types', ['node_modules/typescript/bin/tsc', '--noEmit']],
    ['unused', ['node_modules/knip/bin/knip.js', '--no-progress']],
    ['content', ['app/content/report.ts']],
  ];
  /** @type {Step[]} */
  const alone = [['tests', ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts']]];
  if (findBrowser())
    alone.push(['browser', ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/playwright.config.ts']]);
  const isAsked = (/** @type {Step} */ [name]) => only.length === 0 || only.includes(name);
  const env = full ? { FULL: '1', KILL_ROUNDS: '50' } : {};
  const failed = await runAtOnce(2, [['build', ['app/server/setup.mjs', '--build']], ...beside.filter(isAsked)], env);
  if (!failed.includes('build')) failed.push(...(await runAtOnce(1, alone.filter(isAsked), env)));
  console.log(failed.length > 0 ? `\nFailed: ${failed.join(', ')}.` : '\nAll good.');
  for (const one of missing) console.log(`Not run: ${one}`);
  return failed.length > 0 ? 1 : 0;
}

/** What this machine does not have, in plain words. */
function whatIsMissing() {
  const disk = whySmallDiskCannotBeMade();
  return [
    ...(process.env.TEST_POSTGRES_URL
      ? []
      : ['data tests on a real PostgreSQL: TEST_POSTGRES_URL is not set. They ran on PGlite.']),
    ...(findBrowser()
      ? []
      : ['browser tests: no packaged browser for this platform, and no Chrome or Chromium found.']),
    ...(disk ? [`saving with a full disk: ${disk}`] : []),
  ];
}

/**
 * So many at a time; of more than one, what each says comes in one piece. Gives the names of those that failed.
 * @param {number} count @param {Step[]} steps @param {Record<string, string>} env
 */
async function runAtOnce(count, steps, env) {
  const waiting = [...steps];
  /** @type {string[]} */
  const failed = [];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const [name, command] = step;
      const head = `\n── ${name} ${'─'.repeat(70 - name.length)}`;
      const said = /** @type {Buffer[]} */ ([]);
      if (count === 1) console.log(head);
      const start = performance.now();
      const code = await run([process.execPath, ...command], env, count > 1 ? (piece) => said.push(piece) : undefined);
      if (count > 1) console.log(`${head}\n${Buffer.concat(said).toString().trimEnd()}`);
      if (code !== 0) failed.push(name);
      console.log(`── ${name}: ${code === 0 ? 'good' : 'FAILED'}, ${Math.round((performance.now() - start) / 1000)} s`);
    }
  };
  await Promise.all(Array.from({ length: count }, work));
  return failed;
}

/**
 * Runs a program and gives its exit code; a signal that ends us ends it too. What it says is ours to say, or `hear`d.
 * @param {string[]} command @param {Record<string, string>} env @param {(piece: Buffer) => void} [hear]
 * @returns {Promise<number>}
 */
function run([program = '', ...rest], env, hear) {
  const stdio = hear ? 'pipe' : 'inherit';
  const child = spawn(program, rest, { cwd: root, stdio, env: { ...process.env, ...env } });
  if (hear) for (const stream of [child.stdout, child.stderr]) stream?.on('data', hear);
  const pass = /** @type {const} */ (['SIGINT', 'SIGTERM']).map((signal) => {
    const kill = () => child.kill(signal);
    process.on(signal, kill);
    return () => process.off(signal, kill);
  });
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => {
      for (const stop of pass) stop();
      resolve(code ?? 1);
    });
  });
}
