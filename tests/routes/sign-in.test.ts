import { beforeAll, expect, test } from 'vitest';
import { everything, type TestApp } from '../support/app.ts';
import { deliver, startMailingApp } from '../support/mail.ts';
import { lettersTo } from '../support/post-office.ts';
import { openWorkplace } from '../support/workplace.ts';

/* Signing in by mailed link, received by a real mail server. */

let app: TestApp;
let folder: string;

beforeAll(async () => {
  ({ app, folder } = await startMailingApp());
});

async function mailedLink(email: string, fields: Record<string, string> = {}): Promise<string> {
  await app.visitor().post('/nl/sign-in', { email, ...fields });
  await deliver(app);
  const link = /\/nl\/sign-in\/[\w-]+/.exec(lettersTo(folder, email).at(-1) ?? '')?.[0];
  if (!link) throw new Error(`No letter to ${email} with a link`);
  return link;
}

test('a link signs in once, by posting; opening it changes nothing', async () => {
  const link = await mailedLink('an@example.org');
  const before = await everything(app);
  const visitor = app.visitor();
  expect(await (await visitor.get(link)).text()).toContain('an@example.org');
  expect(await everything(app)).toBe(before);

  const signedIn = await visitor.post(link, {});
  expect(signedIn.headers.get('Location')).toBe('/nl/account');
  expect(await (await visitor.get('/nl/account')).text()).toContain('an@example.org');

  const thief = app.visitor();
  expect((await thief.post(link, {})).status).toBe(404);
  expect((await thief.get('/nl/account')).headers.get('Location')).toContain('/nl/sign-in');
});

test('a link is too old after ten minutes', async () => {
  const start = new Date('2026-11-25T10:00:00Z');
  app.setNow(start);
  const [inTime, late] = [await mailedLink('op-tijd@example.org'), await mailedLink('te-laat@example.org')];
  app.setNow(new Date(start.getTime() + 9 * 60_000));
  expect((await app.visitor().post(inTime, {})).status).toBe(302);
  app.setNow(new Date(start.getTime() + 10 * 60_000));
  expect((await app.visitor().post(late, {})).status).toBe(404);
  app.setNow(null);
});

test('signing in gives another key, so that a planted session is not let in', async () => {
  const planted = app.visitor();
  await planted.post('/nl/sectors/care/start', {
    subSector: 'other',
    size: 'unknown',
    place: 'unknown',
    targetJob: 'unknown',
    shifts: ['unknown'],
  });
  const victim = app.visitor();
  for (const [name, value] of planted.cookies) victim.cookies.set(name, value);
  await victim.post(await mailedLink('slachtoffer@example.org'), {});
  expect((await victim.get('/nl/account')).status).toBe(200);
  expect((await planted.get('/nl/account')).status).toBe(302);
});

test('what was open without account stays open after signing in', async () => {
  const { owner, base } = await openWorkplace(app);
  await owner.post(await mailedLink('eigenaar@example.org'), {});
  expect((await owner.get(base)).status).toBe(200);
});

test('afterwards it goes to the page that was asked for, never to another site', async () => {
  const at = async (next: string) =>
    (await app.visitor().post(await mailedLink(`${crypto.randomUUID()}@example.org`, { next }), {})).headers.get(
      'Location',
    );
  expect(await at('/nl/organisations')).toBe('/nl/organisations');
  for (const bad of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/nl\r\nX: y'])
    expect(await at(bad), bad).toBe('/nl/account');
});

test('the page says the same for every address, and an address that is none gets a message beside the field', async () => {
  const known = await app.visitor().post('/nl/sign-in', { email: 'an@example.org' });
  const unknown = await app.visitor().post('/nl/sign-in', { email: 'nieuw@example.org' });
  expect((await known.text()).replaceAll('an@', 'nieuw@').replaceAll(/nonce="[^"]*"/g, '')).toBe(
    (await unknown.text()).replaceAll(/nonce="[^"]*"/g, ''),
  );
  const wrong = await app.visitor().post('/nl/sign-in', { email: 'geen adres' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('value="geen adres"');
});

test('too many links to one address are not sent', async () => {
  for (let i = 0; i < 12; i++) await app.visitor().post('/nl/sign-in', { email: 'overlast@example.org' });
  await deliver(app);
  expect(lettersTo(folder, 'overlast@example.org').length).toBeLessThanOrEqual(5);
});

test('who signs out is out, also with the old cookie', async () => {
  const visitor = app.visitor();
  await visitor.post(await mailedLink('weg@example.org'), {});
  const old = new Map(visitor.cookies);
  await visitor.post('/nl/account', { intent: 'sign-out' });
  const again = app.visitor();
  for (const [name, value] of old) again.cookies.set(name, value);
  expect((await again.get('/nl/account')).status).toBe(302);
});
