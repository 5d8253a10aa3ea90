import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ask, startApp, type TestApp } from '../support/app.ts';
import { newOrganisation, type SignedInVisitor, signIn } from '../support/people.ts';
import { openWorkplace } from '../support/workplace.ts';

/* How long somebody is in, how they get out, and what the log says of it. */

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});

const somebody = () => signIn(app, `${crypto.randomUUID()}@example.org`);
const isIn = async ({ visitor }: SignedInVisitor) => (await visitor.get('/nl/account')).status === 200;
const day = 24 * 60 * 60_000;

test('after ninety days somebody signs in again', async () => {
  const start = new Date('2026-11-25T10:00:00Z');
  app.setNow(start);
  const person = await somebody();
  app.setNow(new Date(start.getTime() + 90 * day));
  expect(await isIn(person)).toBe(true);
  app.setNow(new Date(start.getTime() + 90 * day + 1000));
  expect(await isIn(person)).toBe(false);
  app.setNow(null);
});

test('an erased account is signed out on every device', async () => {
  const person = await somebody();
  const phone = await signIn(app, person.email, app.visitor());
  expect([await isIn(person), await isIn(phone)]).toEqual([true, true]);
  await person.visitor.post('/nl/account/delete', {});
  expect([await isIn(person), await isIn(phone)]).toEqual([false, false]);
  const { read, t } = app.services.store;
  expect((await read.select().from(t.session)).filter(({ personId }) => personId === person.id)).toEqual([]);
});

test('every page of who is signed in leads to signing out in one step', async () => {
  const { visitor } = await somebody();
  const organisation = await newOrganisation(visitor);
  for (const path of ['/nl/organisations', `/nl/organisations/${organisation}`, '/nl/shared', '/nl/placements'])
    expect(await (await visitor.get(path)).text(), path).toMatch(/href="\/nl\/account"/);
  expect(await (await visitor.get('/nl/account')).text()).toMatch(/<button[^>]*value="sign-out"/);
});

describe('the log', () => {
  /** The lines that came while this was done, which gives how many they are at least. */
  async function linesOf(work: () => Promise<number>): Promise<Record<string, unknown>[]> {
    const before = app.log.length;
    const asked = await work();
    // The line of a request is written once its answer has gone.
    await vi.waitFor(() => expect(app.log.length - before).toBeGreaterThanOrEqual(asked));
    return app.log.slice(before).map((line) => JSON.parse(line) as Record<string, unknown>);
  }
  const eventsIn = (lines: Record<string, unknown>[]) => lines.map(({ event }) => event).filter(Boolean);

  test('signing in, being refused and signing out each leave a line that names an id and never an address', async () => {
    const lines = await linesOf(async () => {
      const person = await somebody();
      await app.visitor().post('/nl/sign-in/geen-link', {});
      await app.visitor().post('/nl/sign-in/passkey', { intent: 'answer', credential: '{}' });
      await app.visitor().post('/nl/resume', { code: 'VALSE-CODES' });
      await ask(app, null, '/api/v1/editions/x/figures', { headers: { Authorization: `Bearer ${'k'.repeat(27)}` } });
      await person.visitor.post('/nl/account', { intent: 'end-others' });
      await person.visitor.post('/nl/account', { intent: 'sign-out' });
      return 7;
    });
    expect(eventsIn(lines)).toEqual([
      'signed-in',
      'sign-in-refused',
      'sign-in-refused',
      'code-refused',
      'key-refused',
      'other-sessions-ended',
      'signed-out',
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/@example\.org|VALSE|geen-link|kkkk/);
    for (const { person } of lines.filter(({ event }) => event === 'signed-in')) expect(person).toMatch(/^[\w-]{16}$/);
  });

  test('guessing on and on leaves a line of its own', async () => {
    const guessed = await startApp();
    for (let time = 0; time < 12; time++) await guessed.visitor().post('/nl/resume', { code: `VALSE-CODE${time}` });
    expect(guessed.log.filter((line) => line.includes('code-too-often')).length).toBeGreaterThan(0);
  });

  test('whoever is refused leaves a line with its status', async () => {
    const { base } = await openWorkplace(app);
    const lines = await linesOf(async () => {
      await app.visitor().get(base);
      await app.visitor().post(`${base}/delete`, {});
      await ask(app, null, `${base}/delete`, { method: 'POST', headers: { Origin: 'https://evil.example' } });
      await ask(app, null, `${base}/delete`, { method: 'PUT' });
      await app.visitor().post('/nl/sign-in', { email: 'geen adres' });
      return 5;
    });
    expect(lines.map(({ status }) => status)).toEqual([404, 404, 403, 405, 422]);
  });

  test('every line is one JSON object with its moment, whatever is in the address', async () => {
    const paths = ['/nl/a%0A%7B%22status%22%3A200%7D', '/nl/a%0D%0AX', '/nl/%1b[31m', '/nl/%E2%80%A8', '/%00'];
    const asked = await startApp();
    for (const path of paths) await (await ask(asked, null, path)).arrayBuffer();
    await vi.waitFor(() => expect(asked.log).toHaveLength(paths.length));
    for (const line of asked.log) {
      expect([...line.trimEnd()].filter((one) => one < ' ')).toEqual([]);
      const { time, path, status } = JSON.parse(line) as Record<string, unknown>;
      expect(Math.abs(Number(time) - Date.now())).toBeLessThan(60_000);
      expect([typeof path, typeof status]).toEqual(['string', 'number']);
    }
  });

  test('what fails leaves a line without what was typed', async () => {
    const broken = await startApp();
    const { owner, base } = await openWorkplace(broken);
    const { store } = broken.services;
    store.write = () => Promise.reject(new Error('the disk said no'));
    const answer = await owner.post(`${base}/access`, {
      intent: 'share',
      kind: 'reader',
      voice: 'hr',
      label: 'KANARIE',
    });
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toMatch(/the disk said no|at .*\.[jt]s:\d/);
    const failed = broken.log.filter((line) => line.includes('request failed'));
    expect(failed).toHaveLength(1);
    expect(broken.log.join('')).not.toContain('KANARIE');
  });
});
