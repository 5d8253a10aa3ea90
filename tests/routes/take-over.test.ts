import { beforeEach, describe, expect, test } from 'vitest';
import { planToday, runDueJobs } from '#app/jobs/run.server.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { type SignedInVisitor, secretOn, signIn, signInCoach, startForEmployer } from '../support/people.ts';
import { askedItems } from '../support/workplace.ts';

/* A coach starts an assessment for an employer, who takes it over (product: job coach's journey). */

let app: TestApp;
let coach: SignedInVisitor;
let id: string;
let base: string;
const item = askedItems()[0]?.id ?? '';

beforeEach(async () => {
  app = await startApp({ SMTP_URL: 'smtp://localhost:1' });
  coach = await signInCoach(app, 'coach@example.org');
  id = await startForEmployer(coach);
  base = `/nl/assessments/${id}`;
});

async function offer(email = ''): Promise<string> {
  expect((await coach.visitor.post(`${base}/hand-over`, { email })).status).toBe(302);
  return secretOn(coach.visitor, `${base}/hand-over`, 'take-over');
}

test('cannot be handed in, shared, downloaded or planned by the coach', async () => {
  await coach.visitor.save(id, { item, value: 'largely' });
  for (const page of ['/hand-in', '/share', '/access', '/plan', '/compare', '/voice'])
    expect((await coach.visitor.get(base + page)).status, page).toBe(404);
  expect((await coach.visitor.post(`${base}/hand-in`, { id: 'x' })).status).toBe(404);
  expect((await coach.visitor.get(`/files/${id}/today/report.pdf`)).status).toBe(404);
  expect((await coach.visitor.get(`${base}/result`)).status).toBe(200);
});

test('is started only by somebody of an organisation of job coaches', async () => {
  const other = await signIn(app, 'other@example.org');
  await expect(startForEmployer(other)).rejects.toThrow('No assessment was started');
});

describe('taking over', () => {
  test('makes the employer owner with a code; what was noted stays, and the coach looks along', async () => {
    await coach.visitor.save(id, { item, value: 'largely' });
    const token = await offer();
    const employer = app.visitor();
    const shown = await (await employer.get(`/nl/take-over/${token}`)).text();
    expect(shown).toContain('coach@example.org');
    expect((await employer.get(base)).status).toBe(404);
    expect((await employer.post(`/nl/take-over/${token}`, { 'looks-along': 'yes' })).status).toBe(302);
    const access = await (await employer.get(`${base}/access`)).text();
    expect(access).toMatch(/<span class="code">/);
    expect(await (await employer.get(base)).text()).toContain('Grotendeels');
    expect((await coach.visitor.get(base)).status).toBe(200);
    expect((await coach.visitor.get(`${base}/context`)).status).toBe(404);
    expect((await coach.visitor.get(`${base}/compare`)).status).toBe(200);
  });

  test('ends the coach’s way in when the employer does not want it', async () => {
    const employer = app.visitor();
    await employer.post(`/nl/take-over/${await offer()}`, {});
    expect((await coach.visitor.get(base)).status).toBe(404);
    expect((await coach.visitor.save(id, { item, value: 'largely' })).status).toBe(404);
  });

  test('happens once, also when two press at the same moment', async () => {
    const token = await offer();
    const two = [app.visitor(), app.visitor()];
    const answers = await Promise.all(two.map((one) => one.post(`/nl/take-over/${token}`, {})));
    expect(answers.map((one) => one.status).sort()).toEqual([302, 404]);
    expect((await app.visitor().get(`/nl/take-over/${token}`)).status).toBe(404);
  });

  test('counts for the employer’s browser and not for the coach’s', async () => {
    const { read, t } = app.services.store;
    const [before] = await read.select().from(t.assessment);
    await app.visitor().post(`/nl/take-over/${await offer()}`, {});
    const [after] = await read.select().from(t.assessment);
    expect(after?.countingKey).not.toBe(before?.countingKey);
  });

  test('goes through the newest link only', async () => {
    const old = await offer();
    const fresh = await offer('hr@example.org');
    expect((await app.visitor().get(`/nl/take-over/${old}`)).status).toBe(404);
    expect((await app.visitor().get(`/nl/take-over/${fresh}`)).status).toBe(200);
    const mails = await app.services.store.read.select().from(app.services.store.t.mail);
    expect(mails.map(({ kind, toAddress }) => ({ kind, toAddress }))).toEqual([
      { kind: 'take-over', toAddress: 'hr@example.org' },
    ]);
  });
});

describe('what nobody takes over', () => {
  const day = 24 * 60 * 60_000;

  /** The nightly job, so many days after the start. */
  async function night(days: number) {
    const { store } = app.services;
    app.setNow(new Date(Date.now() + days * day));
    await planToday(app.services);
    const { smtpUrl, mailFrom, dataDir, databaseUrl } = app.settings;
    await runDueJobs(app.services, { smtpUrl, mailFrom, dataDir, databaseUrl });
    const mails = (await store.read.select().from(store.t.mail)).filter((one) => one.kind === 'take-over-waits');
    const left = await store.read.select().from(store.t.assessment);
    return { mails: mails.length, left: left.length };
  }

  test('is reminded of on day 30 and on day 53, and gone after day 60', async () => {
    expect(await night(29)).toEqual({ mails: 0, left: 1 });
    expect(await night(30)).toEqual({ mails: 1, left: 1 });
    expect(await night(31)).toEqual({ mails: 1, left: 1 });
    expect(await night(53)).toEqual({ mails: 2, left: 1 });
    expect((await night(60)).left).toBe(1);
    expect((await night(61)).left).toBe(0);
  });

  test('stays when it is taken over in time', async () => {
    await app.visitor().post(`/nl/take-over/${await offer()}`, {});
    expect((await night(61)).left).toBe(1);
  });
});
