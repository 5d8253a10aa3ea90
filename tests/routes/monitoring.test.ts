import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { planToday, runDueJobs } from '#app/jobs/run.server.ts';
import { ask, startApp, type TestApp } from '../support/app.ts';
import { signIn } from '../support/people.ts';
import { askedItems, openWorkplace } from '../support/workplace.ts';

/* What balancers and monitors ask, and what strangers get instead. */

const token = 'a-token-of-twenty-five-ch';
const metricsOf = (app: TestApp, brought: string | null = `Bearer ${token}`) =>
  ask(app, null, '/metrics', { headers: brought === null ? {} : { Authorization: brought } });
const linesOf = async (app: TestApp) => (await (await metricsOf(app)).text()).trimEnd().split('\n');
const readValue = (lines: string[], series: string) =>
  Number(lines.find((line) => line.startsWith(`${series} `))?.slice(series.length + 1));

test('it lives and is ready', async () => {
  const app = await startApp();
  expect(await (await ask(app, null, '/healthz')).text()).toBe(`ok ${process.pid}`);
  const ready = await ask(app, null, '/readyz');
  expect([ready.status, await ready.text(), ready.headers.get('Cache-Control')]).toEqual([200, 'ready', 'no-store']);
});

test('asked to stop, it lives, is not ready, and keeps no connection', async () => {
  const app = await startApp();
  app.drain();
  expect((await ask(app, null, '/healthz')).status).toBe(200);
  expect((await ask(app, null, '/readyz')).status).toBe(503);
  expect((await ask(app, null, '/nl')).headers.get('Connection')).toBe('close');
});

test('a database that is gone makes it not ready; why stands in the log alone', async () => {
  const app = await startApp();
  await app.services.store.close();
  const answer = await ask(app, null, '/readyz');
  expect([answer.status, await answer.text()]).toEqual([503, 'not ready']);
  expect(app.log.join('')).toContain('database: Database trouble: io (closed)');
});

test('a disk that cannot be written makes it not ready', async () => {
  const elsewhere = await startApp();
  const moved = join(elsewhere.folder, 'inner');
  mkdirSync(moved);
  const app = await startApp({ DATABASE_URL: `file:${moved}/toolbox.db` });
  expect((await ask(app, null, '/readyz')).status).toBe(200);
  renameSync(moved, `${moved}-gone`);
  await expect.poll(async () => (await ask(app, null, '/readyz')).status, { timeout: 5000 }).toBe(503);
  expect(app.log.join('')).toContain('disk: ENOENT');
  renameSync(`${moved}-gone`, moved);
});

test('the figures of the process are not there for who does not bring the token', async () => {
  const open = await startApp();
  expect((await metricsOf(open)).status).toBe(404);
  const app = await startApp({ METRICS_TOKEN: token });
  for (const brought of [null, '', token, `Bearer ${token}x`, 'Bearer ', `Basic ${btoa(`x:${token}`)}`])
    expect((await metricsOf(app, brought)).status, String(brought)).toBe(404);
  expect((await ask(app, null, `/metrics?token=${token}`)).status).toBe(404);
  expect((await metricsOf(app)).status).toBe(200);
});

test('every line is Prometheus’ text format', async () => {
  const app = await startApp({ METRICS_TOKEN: token });
  const workplace = await openWorkplace(app);
  await workplace.owner.save(workplace.id, { item: askedItems()[0]?.id ?? '', value: 'unknown' });
  const answer = await metricsOf(app);
  expect(answer.headers.get('Content-Type')).toMatch(/^text\/plain;.*version=0\.0\.4/);
  const lines = (await answer.text()).trimEnd().split('\n');
  const label = '[a-z]+="[^"\\\\\\n]*"';
  const known = new Set<string>();
  for (const line of lines) {
    expect(line).toMatch(
      new RegExp(`^(|# (HELP|TYPE) toolbox_\\w+ .+|toolbox_\\w+(\\{${label}(,${label})*\\})? [-+.e\\d]+)$`),
    );
    const [, , name = ''] = line.startsWith('# TYPE') ? line.split(' ') : [];
    expect(known.has(name)).toBe(false);
    if (name) known.add(name);
  }
  const said = lines.filter((line) => line !== '');
  expect(new Set(said).size).toBe(said.length);
});

test('requests are counted by the pattern of their page, and answers by how long they took', async () => {
  const app = await startApp({ METRICS_TOKEN: token });
  const workplace = await openWorkplace(app);
  await workplace.owner.get(workplace.base);
  await workplace.owner.get(`${workplace.base}.data`);
  await workplace.owner.save(workplace.id, { item: askedItems()[0]?.id ?? '', value: 'unknown' });
  await workplace.owner.save(workplace.id, { item: 'no-such-item', value: 'unknown' });
  for (const nowhere of ['/nl/a', '/nl/b', '/nl/assessments/c', '/.env']) await ask(app, null, nowhere);
  const lines = await linesOf(app);
  const counted = (method: string, route: string, status: number) =>
    readValue(lines, `toolbox_requests_total{method="${method}",route="${route}",status="${status}"}`);
  expect(counted('GET', '/:lang/assessments/:assessment', 200)).toBe(2);
  expect(counted('POST', '/:lang/sectors/:sector/start', 302)).toBe(1);
  expect(counted('POST', '/save', 200)).toBe(1);
  expect(counted('POST', '/save', 422)).toBe(1);
  expect(counted('GET', 'not-found', 404)).toBe(4);
  expect(readValue(lines, 'toolbox_save_seconds_count')).toBe(2);
  expect(readValue(lines, 'toolbox_save_seconds_bucket{le="+Inf"}')).toBe(2);
  expect(readValue(lines, 'toolbox_save_seconds_sum')).toBeGreaterThan(0);
});

test('nothing of a person stands in them: no id, no address, no code, and of the worker’s voice nothing at all', async () => {
  const app = await startApp({ METRICS_TOKEN: token, SMTP_URL: 'smtp://127.0.0.1:1' });
  const workplace = await openWorkplace(app);
  const { visitor, email } = await signIn(app, 'canary@example.org');
  await visitor.get('/nl/account');
  await workplace.owner.get(`${workplace.base}/result?q=canary`);
  await ask(app, null, '/nl/voice/canary');
  await ask(app, null, '/nl/%76oice/canary');
  await ask(app, null, '/canary', { method: 'PROPFIND' });
  const page = (await linesOf(app)).join('\n');
  for (const secret of [workplace.id, email, 'canary', 'voice', 'PROPFIND', app.url])
    expect(page).not.toContain(secret);
});

test('what was done at night, what waits to be written and what waits to be sent can be seen', async () => {
  const app = await startApp({ METRICS_TOKEN: token, SMTP_URL: 'smtp://127.0.0.1:1' });
  expect((await linesOf(app)).join('\n')).not.toContain('job="backup"');
  app.setNow(new Date('2026-11-26T03:00:00Z'));
  await planToday(app.services);
  await runDueJobs(app.services, app.settings);
  await app.visitor().post('/nl/sign-in', { email: 'waits@example.org' });
  const lines = await linesOf(app);
  expect(readValue(lines, 'toolbox_job_last_success_timestamp_seconds{job="backup"}')).toBe(
    Date.parse('2026-11-26T03:00:00Z') / 1000,
  );
  expect(readValue(lines, 'toolbox_writes_waiting')).toBe(0);
  expect(readValue(lines, 'toolbox_mail_waiting')).toBe(1);
  expect(readValue(lines, 'toolbox_nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
});
