import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Balancer, startBalancer } from '../support/balancer.ts';
import { type Crowd, gather, lostAmong, type Stored } from '../support/crowd.ts';
import { type Fault, type Finding, must, type Trial, until } from '../support/fault.ts';
import { type Host, makeHosts, whyNoHosts } from '../support/hosts.ts';
import { startPostgresCluster, whyNoPostgresCluster } from '../support/postgres-cluster.ts';
import { processorTime } from '../support/processor-time.ts';
import { type RunningServer, startServer } from '../support/server.ts';

/**
 * Three hosts and one PostgreSQL, and thirty people who answer through a balancer: a host is killed, one is cut off
 * without a word, and all are restarted one by one. Nothing that was acknowledged is lost; only what was on its way to that
 * host goes wrong, and in an orderly restart nothing does.
 */
export const fault: Fault = {
  whyNot: () => whyNoHosts() ?? whyNoPostgresCluster(),
  async run(trial) {
    const { own, network, hosts, remove } = makeHosts(3);
    const postgres = startPostgresCluster(trial.folder, own, 5432, network);
    const nodes = hosts.map((host, at) => nodeOn(host, join(trial.folder, `host-${at}`), postgres.url));
    let balancer: Balancer | null = null;
    let crowd: Crowd | null = null;
    try {
      // All at once: one migrates, the others wait for it.
      await Promise.all(nodes.map((node) => node.start()));
      balancer = await startBalancer(nodes.map((node) => node.url));
      crowd = await gather(balancer.url, 30);
      const scene: Scene = { trial, nodes, balancer, crowd, databaseUrl: postgres.url };
      return [
        await measure(scene, postgres.processorTime),
        await tryOut(scene, 'SIGKILL to one of three hosts', trial.rounds(3), kill),
        await tryOut(scene, 'one of three hosts cut off', trial.rounds(2), cutOff),
        await tryOut(scene, 'SIGTERM to all three, one by one', trial.rounds(1), restartAll),
      ];
    } finally {
      await crowd?.rest();
      balancer?.close();
      for (const node of nodes) await node.kill();
      postgres.stop();
      remove();
    }
  },
};

type Node = ReturnType<typeof nodeOn>;
type Scene = { trial: Trial; nodes: Node[]; balancer: Balancer; crowd: Crowd; databaseUrl: string };

const port = 3000;

function nodeOn(host: Host, dataDir: string, databaseUrl: string) {
  let server: RunningServer | null = null;
  const env = { DATABASE_URL: databaseUrl, SECRET: 'one secret for all hosts of this test', DRAIN_SECONDS: '2' };
  return {
    host,
    url: `http://${host.address}:${port}`,
    async start() {
      server = await startServer({ dataDir, port, host: host.address, env, through: host.on, patience: 120_000 });
    },
    processorTime: () => processorTime([server?.pid ?? 0]),
    stop: async () => server?.stop(),
    kill: async () => server?.kill(),
  };
}

/** Nobody is harmed: what an answer costs here, in processor time, because the clock says more about who else is at work. */
async function measure({ nodes, crowd, databaseUrl }: Scene, ofPostgres: () => number): Promise<Finding> {
  const ofApps = () => nodes.reduce((sum, node) => sum + node.processorTime(), 0);
  const before = { answers: crowd.acknowledged.length, apps: ofApps(), postgres: ofPostgres(), at: performance.now() };
  await sleep(6_000);
  const seconds = (performance.now() - before.at) / 1000;
  const answers = crowd.acknowledged.length - before.answers;
  const stored = await answersAt(databaseUrl);
  const each = (milliseconds: number) => (milliseconds / answers).toFixed(2);
  const note = [
    `${Math.round(answers / seconds)} a second`,
    `${each(ofApps() - before.apps)} CPU ms in the app`,
    `${each(ofPostgres() - before.postgres)} in PostgreSQL`,
    `${Math.round((await bytesOf(databaseUrl)) / stored.size)} bytes an answer`,
  ].join(', ');
  const lost = lostAmong(crowd.acknowledged.slice(0, before.answers), stored).length;
  return { what: 'three hosts, one PostgreSQL, unharmed', rounds: 1, acknowledged: answers, lost, note };
}

/** Does it so many times; gives what was lost, and what of it was felt on which connections. */
async function tryOut(
  scene: Scene,
  what: string,
  rounds: number,
  harm: (scene: Scene, victim: Node) => Promise<Node[]>,
): Promise<Finding> {
  const { trial, nodes, balancer, crowd, databaseUrl } = scene;
  let lost = 0;
  const others: string[] = [];
  let [own, refused] = [0, 0];
  const from = crowd.acknowledged.length;
  for (let round = 0; round < rounds; round++) {
    await until('all are ready', () => nodes.every(({ url }) => balancer.isReady(url)));
    await until('people answer', grows(crowd, 60));
    const seenBefore = new Map(nodes.map((node) => [node, balancer.seen(node.url)]));
    const victims = await harm(scene, nodes[Math.floor(trial.chance() * nodes.length)] as Node);
    for (const node of nodes) {
      const seen = balancer.seen(node.url);
      const failures = seen.failures.slice(seenBefore.get(node)?.failures.length);
      refused += seen.refused - (seenBefore.get(node)?.refused ?? 0);
      if (victims.includes(node)) own += failures.length;
      else others.push(...failures);
    }
    const before = crowd.acknowledged.slice();
    lost = Math.max(lost, lostAmong(before, await answersAt(databaseUrl)).length);
  }
  must(
    others.length === 0,
    `nothing fails on the other hosts (${what}), not ${others.length}: ${others.slice(0, 5).join('; ')}`,
  );
  const note = `${own} failed on its own connections, 0 on others; ${refused} asked to come back`;
  return { what, rounds, acknowledged: crowd.acknowledged.length - from, lost, note };
}

async function kill({ trial, crowd }: Scene, victim: Node): Promise<Node[]> {
  await sleep(trial.chance() * 500);
  await victim.kill();
  await until('people go on without it', grows(crowd, 100));
  // Only to be quicker: hosts come back among people who answer when all are restarted one by one.
  await crowd.rest();
  await victim.start();
  crowd.goOn();
  return [victim];
}

/** It lives and is alone: for longer than the database lets a silent transaction stand. */
async function cutOff({ trial, crowd, balancer }: Scene, victim: Node): Promise<Node[]> {
  await sleep(trial.chance() * 500);
  victim.host.cutOff();
  await until('it is left out', () => !balancer.isReady(victim.url));
  await until('people go on without it', grows(crowd, 100));
  await sleep(4000);
  victim.host.reconnect();
  await until('it comes back by itself', () => balancer.isReady(victim.url));
  const { answered } = balancer.seen(victim.url);
  await until('it answers again', () => balancer.seen(victim.url).answered > answered + 20);
  return [victim];
}

async function restartAll({ nodes, balancer }: Scene): Promise<Node[]> {
  for (const node of nodes) {
    await node.stop();
    await node.start();
    await until('it is ready again', () => balancer.isReady(node.url));
  }
  return [];
}

function grows(crowd: Crowd, by: number): () => boolean {
  const before = crowd.acknowledged.length;
  return () => crowd.acknowledged.length > before + by;
}

async function answersAt(databaseUrl: string): Promise<Stored> {
  const rows = await ask(databaseUrl, 'select id, assessment_id as assessment, value, note from answer');
  return new Map(rows.map(({ id, ...rest }) => [id, rest] as [string, never]));
}

/** What answers and their order take on disk, with their indexes. */
async function bytesOf(databaseUrl: string): Promise<number> {
  const [row] = await ask(
    databaseUrl,
    `select (pg_total_relation_size('answer') + pg_total_relation_size('current_answer'))::int as bytes`,
  );
  return row?.bytes;
}

// biome-ignore lint/suspicious/noExplicitAny: whatever was asked for.
async function ask(connectionString: string, sql: string): Promise<any[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
