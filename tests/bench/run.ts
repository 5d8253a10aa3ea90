// npm run bench: every benchmark, or those that are named after it. Prints one table and keeps each as JSON.
// `-- scale --million` goes on to a million hand-ins.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from '../support/root.ts';
import type { Row } from './measured.ts';

const names = ['pages', 'save', 'start', 'documents', 'verdict', 'weight', 'scale'] as const;
type Name = (typeof names)[number];

const asked = process.argv.slice(2).filter((one) => one !== '--million');
const unknown = asked.filter((one) => !(names as readonly string[]).includes(one));
if (unknown.length > 0 || platform() !== 'linux') {
  console.error(
    platform() === 'linux'
      ? `No such benchmark: ${unknown.join(', ')}. There are: ${names.join(', ')}.`
      : 'Needs Linux.',
  );
  process.exit(1);
}

console.log(head());
for (const name of names.filter((one) => asked.length === 0 || asked.includes(one))) {
  const begin = performance.now();
  const rows = await run(name);
  keep(name, rows, (performance.now() - begin) / 1000);
  for (const row of rows) console.log(line(name, row));
}

async function run(name: Name): Promise<Row[]> {
  const { [name]: benchmark } = (await import(`./${name}.ts`)) as Record<Name, () => Promise<Row[]>>;
  return benchmark();
}

function head(): string {
  const { model, cores, memory, node, commit, date } = machine();
  return [
    `${model}, ${cores} cores, ${memory} GB, Node.js ${node}, commit ${commit}, ${date}`,
    '',
    '| benchmark | what | measured | limit | of it | goal | met |',
    '|---|---|---|---|---|---|---|',
  ].join('\n');
}

function line(name: Name, { what, measured, unit, floor, ratio, goal, met }: Row): string {
  const verdict = met === null ? '' : met ? 'yes' : '**no**';
  return `| ${[name, what, `${measured} ${unit}`.trim(), floor ?? '', ratio ?? '', goal, verdict].join(' | ')} |`;
}

function keep(name: Name, rows: Row[], seconds: number): void {
  const folder = join(root, 'node_modules/.cache/toolbox/bench');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.json`);
  writeFileSync(file, `${JSON.stringify({ ...machine(), seconds: Math.round(seconds), rows }, null, 2)}\n`);
}

function machine() {
  return {
    model: cpus()[0]?.model ?? arch(),
    cores: cpus().length,
    memory: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    node: process.versions.node,
    commit: commit(),
    date: new Date().toISOString().slice(0, 16),
  };
}

/** A downloaded copy has no history. */
function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  } catch {
    return 'unknown';
  }
}
