import { execFileSync } from 'node:child_process';
import { chownSync, globSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Crowd, gather, lostAmong, type Stored } from '../support/crowd.ts';
import { type Fault, type Finding, must, type Trial, until } from '../support/fault.ts';
import { freePort, startServer } from '../support/server.ts';

const programs = globSync('/usr/lib/postgresql/*/bin').sort().at(-1);

/** A PostgreSQL of our own is cut off from the app, restarted, and killed as by a power cut, while people answer. */
export const fault: Fault = {
  whyNot: () => (programs ? null : 'PostgreSQL is not installed (Debian: postgresql).'),
  async run(trial) {
    const cluster = await startCluster(join(tmpdir(), `toolbox-cluster-${process.pid}`));
    try {
      const findings: Finding[] = [];
      for (const [what, harm] of Object.entries(harms))
        findings.push(await harmWhileAnswering(trial, cluster, what, harm));
      return findings;
    } finally {
      cluster.remove();
    }
  },
};

type Cluster = { url: string; control: (...words: string[]) => void; remove: () => void };

const harms: Record<string, (cluster: Cluster) => Promise<void>> = {
  'all connections are cut': async ({ url }) =>
    void (await ask(url, 'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()')),
  'PostgreSQL is restarted': async ({ control }) => control('restart', '-m', 'fast'),
  'PostgreSQL is killed and recovers': async ({ control }) => control('restart', '-m', 'immediate'),
};

async function harmWhileAnswering(
  trial: Trial,
  cluster: Cluster,
  what: string,
  harm: (cluster: Cluster) => Promise<void>,
): Promise<Finding> {
  const rounds = trial.rounds(10);
  const server = await startServer({
    dataDir: join(trial.folder, what.replaceAll(' ', '-')),
    port: await freePort(),
    env: { DATABASE_URL: cluster.url, SECRET: 'one secret for all servers of this test', LOG_LEVEL: 'silent' },
  });
  const crowd = await gather(server.url, 20, what.replaceAll(' ', '-'));
  let lost = 0;
  try {
    for (let round = 0; round < rounds; round++) {
      await sleep(100 + trial.chance() * 600);
      await harm(cluster);
      await until('answers are kept again', grows(crowd), 60_000);
      lost = Math.max(lost, lostAmong(crowd.acknowledged.slice(), await stored(cluster.url)).length);
    }
    must((await fetch(`${server.url}/readyz`)).status === 200, 'it is ready again');
  } finally {
    await crowd.rest();
    await server.kill();
  }
  const note = [...crowd.refused].map(([status, times]) => `${status || 'cut off'}: ${times}`).join(', ');
  return { what, rounds, acknowledged: crowd.acknowledged.length, lost, note };
}

function grows(crowd: Crowd): () => boolean {
  const before = crowd.acknowledged.length;
  return () => crowd.acknowledged.length > before + 40;
}

async function stored(url: string): Promise<Stored> {
  const rows = await ask(url, 'select id, assessment_id, value, note from answer');
  return new Map(
    rows.map(({ id, assessment_id, value, note }) => [id, { assessment: assessment_id, value, note }] as never),
  );
}

async function ask(connectionString: string, sql: string): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** PostgreSQL refuses to run as root: then it runs as its own user. */
async function startCluster(folder: string): Promise<Cluster> {
  const port = await freePort();
  mkdirSync(folder);
  const asRoot = process.getuid?.() === 0;
  if (asRoot)
    chownSync(folder, Number(execFileSync('id', ['-u', 'postgres'])), Number(execFileSync('id', ['-g', 'postgres'])));
  const run = (program: string, ...rest: string[]) => {
    const command = [join(programs ?? '', program), ...rest];
    const [first = '', ...others] = asRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
    execFileSync(first, others, { stdio: 'ignore', cwd: '/' });
  };
  const data = join(folder, 'data');
  run('initdb', '-D', data, '-A', 'trust', '-U', 'postgres');
  const options = `-h 127.0.0.1 -p ${port} -k ${folder}`;
  const control = (...words: string[]) =>
    run('pg_ctl', '-D', data, '-w', '-o', options, '-l', join(folder, 'log'), ...words);
  control('start');
  const remove = () => {
    process.off('exit', remove);
    control('stop', '-m', 'immediate');
    execFileSync('rm', ['-rf', folder]);
  };
  // It is a daemon, and outlives who is interrupted.
  process.prependOnceListener('exit', remove);
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, control, remove };
}
