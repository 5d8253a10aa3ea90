// npm run test:faults [-- NAME …]: does harm to the built app, and looks whether an acknowledged answer is lost.
// SEED repeats a run; ROUNDS (a share, such as 0.1) makes it shorter.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault, Finding } from '../support/fault.ts';
import { randomFrom } from '../support/random.ts';

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000));
const share = Number(process.env.ROUNDS ?? 1);
const asked = process.argv.slice(2);
const all = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && name !== 'run.ts')
  .map((name) => name.slice(0, -3));
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. There is: ${all.join(', ')}.`);
  process.exit(1);
}
// Whoever made something that outlives this process undoes it at its exit, the newest first.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
console.log(`SEED=${seed}\n`);
console.log('| fault | what | rounds | acknowledged | lost | seconds | |\n|---|---|---:|---:|---:|---:|---|');
const missing: string[] = [];
let failed = 0;
for (const name of all.filter((one) => asked.length === 0 || asked.includes(one))) await harm(name);
for (const one of missing) console.log(`\nNot run: ${one}`);
console.log(failed > 0 ? `\nFailed: ${failed}. Repeat with SEED=${seed}.` : '\nNothing was lost.');
process.exit(failed > 0 ? 1 : 0);

async function harm(name: string): Promise<void> {
  const { fault } = (await import(`./${name}.ts`)) as { fault: Fault };
  const reason = fault.whyNot?.();
  if (reason) return void missing.push(`${name}: ${reason}`);
  const folder = mkdtempSync(join(tmpdir(), `toolbox-${name}-`));
  const forget = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', forget);
  const start = performance.now();
  const seconds = () => Math.round((performance.now() - start) / 1000);
  try {
    const rounds = (usual: number) => Math.max(1, Math.round(usual * share));
    for (const found of await fault.run({ folder, chance: randomFrom(seed), rounds })) show(name, found, seconds());
  } catch (error) {
    failed++;
    console.log(`| ${name} | FAILED | | | | ${seconds()} | ${(error as Error).message.replaceAll(/\s+/g, ' ')} |`);
  } finally {
    process.off('exit', forget);
    forget();
  }
}

function show(
  name: string,
  { what, rounds, acknowledged, lost, control = false, note = '' }: Finding,
  seconds: number,
) {
  const good = control === lost > 0;
  if (!good) failed++;
  const verdict = good ? note : control ? 'FAILED: the control lost nothing' : 'FAILED';
  console.log(
    `| ${name} | ${control ? `control: ${what}` : what} | ${rounds} | ${acknowledged} | ${lost} | ${seconds} | ${verdict} |`,
  );
}
