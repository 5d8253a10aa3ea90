import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readSettings, settingNames } from '#app/server/settings.ts';
import { whenFileEnds } from '../support/clean-up.ts';
import { root } from '../support/root.ts';
import { freePort, startServer } from '../support/server.ts';

/* What operators copy from app/server/operate fits the app that it starts. */

const folder = join(root, 'app/server/operate');
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');

type Service = {
  command: string[];
  environment: Record<string, string | number>;
  volumes: string[];
  stop_grace_period: string;
  healthcheck: { test: string[] };
};
const compose = parse(textOf('compose.yaml'), { merge: true }) as { services: Record<string, Service> };
const apps = Object.entries(compose.services).filter(([name]) => name.startsWith('app-'));
const given: Record<string, string> = { SECRET: 'x'.repeat(48), PASSWORD: 'y'.repeat(48), SITE: 'toolbox.example.org' };

/** As compose fills in ${NAME:?} and ${NAME:-otherwise}. */
const filled = (value: string | number): string =>
  String(value).replace(/\$\{([A-Z_]+):(?:\?|-([^}]*))\}/g, (_, name: string, otherwise?: string) => {
    const found = given[name] ?? otherwise;
    if (found === undefined) throw new Error(`Nobody gives ${name}.`);
    return found;
  });

test('each app of the compose file starts with settings that exist and are right', () => {
  expect(apps).toHaveLength(3);
  for (const [, { environment }] of apps) {
    // How many places the C library keeps memory in is no setting of the app.
    const { MALLOC_ARENA_MAX: _, ...own } = environment;
    expect(settingNames).toEqual(expect.arrayContaining(Object.keys(own)));
    const env = Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, filled(value)]));
    const settings = readSettings({ ...env, DATA_DIR: mkdtempSync(join(tmpdir(), 'toolbox-operate-')) }, root);
    expect(settings).toMatchObject({ baseUrl: 'https://toolbox.example.org', trustProxy: 1, smtpUrl: null });
    expect(new URL(settings.databaseUrl).hostname in compose.services).toBe(true);
  }
});

test('it runs this clone, asks whether it is ready, and waits until it has stopped', () => {
  for (const [, { command, volumes, healthcheck, environment, stop_grace_period }] of apps) {
    expect(volumes.map((one) => resolve(folder, one.split(':')[0] ?? ''))).toEqual([resolve(root)]);
    expect(existsSync(join(root, command[1] ?? ''))).toBe(true);
    expect(healthcheck.test.join(' ')).toContain('/readyz');
    expect(Number.parseInt(stop_grace_period, 10)).toBeGreaterThan(Number(environment.DRAIN_SECONDS) + longestFinish);
  }
});

test('the balancer is given every app, and every name that its file asks for', () => {
  const { environment } = compose.services.balancer as Service;
  expect(environment.HOSTS).toBe(apps.map(([name]) => `${name}:3000`).join(' '));
  const asked = [...textOf('Caddyfile').matchAll(/\{\$([A-Z_]+)/g)].map(([, name]) => name);
  expect(Object.keys(environment).sort()).toEqual(asked.sort());
  expect(textOf('Caddyfile')).toContain('health_uri /readyz');
});

test('the balancer lets go of an unused connection before the app does', async () => {
  const server = await startServer({
    dataDir: mkdtempSync(join(tmpdir(), 'toolbox-operate-')),
    port: await freePort(),
    env: { LOG_LEVEL: 'silent' },
  });
  whenFileEnds(server.kill);
  const kept = (await fetch(`${server.url}/healthz`)).headers.get('Keep-Alive');
  const secondsIn = (text: string | null, pattern: RegExp) => Number(pattern.exec(text ?? '')?.[1]);
  const byBalancer = secondsIn(textOf('Caddyfile'), /^\s*keepalive (\d+)s$/m);
  expect(byBalancer).toBeGreaterThan(0);
  expect(secondsIn(kept, /timeout=(\d+)/)).toBeGreaterThan(byBalancer);
});

test('the unit starts with settings that exist, and waits until it has stopped', () => {
  const unit = textOf('toolbox.service');
  const lineOf = (key: string) => new RegExp(`^${key}=(.*)$`, 'm').exec(unit)?.[1] ?? '';
  const env = new Map(
    lineOf('Environment')
      .split(' ')
      .map((one) => one.split('=') as [string, string]),
  );
  expect(settingNames).toEqual(expect.arrayContaining([...env.keys()]));
  const named = [...unit.matchAll(/^#.*: {2,}(.*)$/gm)].flatMap(([, line]) => line?.match(/[A-Z_]+(?==)/g) ?? []);
  expect(named).toContain('DATABASE_URL');
  expect(settingNames).toEqual(expect.arrayContaining(named));
  expect(existsSync(join(root, lineOf('ExecStart').split(' ')[1] ?? ''))).toBe(true);
  expect(Number(lineOf('TimeoutStopSec'))).toBeGreaterThan(Number(env.get('DRAIN_SECONDS')) + longestFinish);
});

/** Seconds in which requests that run may finish after it stopped listening. */
const longestFinish = 10;
