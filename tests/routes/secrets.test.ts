import { beforeEach, describe, expect, test } from 'vitest';
import { ask, everything, onDisk, startApp, type TestApp } from '../support/app.ts';
import { formsOn } from '../support/page-forms.ts';
import { offerShare } from '../support/people.ts';
import { everyPost } from '../support/posts.ts';
import { askColleague, codeOf, invite, openWorkplace, type Workplace } from '../support/workplace.ts';

/* Secrets in addresses and cookies, on the ways by which they could get out or be planted. */

let app: TestApp;
let workplace: Workplace;
beforeEach(async () => {
  app = await startApp({ SMTP_URL: 'smtp://localhost:1' });
  workplace = await openWorkplace(app);
});

/** Every form in which an address with a secret can be asked for, also wrongly. */
const ways = (path: string): [path: string, init: RequestInit][] => [
  [path, {}],
  [`${path}.data`, {}],
  [`${path}?_data=routes%2Fopen`, {}],
  [`${path}/`, {}],
  [`${path}/more`, {}],
  [path.replace('/nl/', '/zz/'), {}],
  [path.replace('/nl/', '/NL/'), {}],
  [path.replace('/nl/', '//nl//'), {}],
  [path, { method: 'POST', body: new URLSearchParams({ a: '1' }) }],
  [`${path}.data`, { method: 'POST', body: new URLSearchParams({ a: '1' }) }],
  [path, { method: 'POST', headers: { Origin: 'https://evil.example' } }],
  [path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{' }],
  [`/__manifest?p=${encodeURIComponent(path)}&version=1`, {}],
  [`${path}%E0%A4%A`, {}],
];

test('a secret in an address never reaches the log, however the address is asked for', async () => {
  const { token } = await invite(workplace, 'colleague');
  const asked = await askColleague(workplace, 'goal-backed');
  const { token: offered } = await offerShare(workplace);
  const made = Array.from({ length: 5 }, app.services.newToken) as [string, string, string, string, string];
  const [confirm, stop, followUp, signIn, taken] = made;
  const paths = [
    `/nl/share/${offered}`,
    `/nl/take-over/${taken}`,
    `/nl/open/${token}`,
    asked.path,
    `/nl/digest/confirm/${confirm}`,
    `/nl/digest/stop/${stop}`,
    `/nl/mail/stop/${stop}`,
    `/nl/follow-ups/${followUp}`,
    `/nl/sign-in/${signIn}`,
  ];
  for (const path of paths) for (const [way, init] of ways(path)) await ask(app, null, way, init);
  const log = app.log.join('');
  for (const secret of [token, asked.token, offered, ...made]) expect(log).not.toContain(secret);
  expect(app.log.length).toBeGreaterThan(paths.length * 10);
});

test('nothing that was typed reaches the log: no answer, code, address or query', async () => {
  const { owner, id, base } = workplace;
  const code = (await codeOf(workplace)).replace('-', '');
  await owner.save(id, { item: 'goal-backed', value: 'not-yet', note: 'KANARIE-notitie' });
  await owner.save(id, { item: 'goal-backed', value: 'KANARIE-waarde' });
  await owner.post(`${base}/access`, { intent: 'digest', email: 'kanarie@voorbeeld.be' });
  await owner.post(`${base}/access`, { intent: 'share', kind: 'reader', label: 'KANARIE-lezer' });
  await app.visitor().post('/nl/resume', { code });
  await app.visitor().post('/nl/resume', { code: 'KANARIE' });
  await app.visitor().post('/nl/recover', { email: 'kanarie@voorbeeld.be' });
  await owner.get(`${base}/result?with=KANARIE&of=KANARIE`);
  await ask(app, owner, '/save', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"KANARIE',
  });
  expect(app.log.join('')).not.toMatch(new RegExp(`kanarie|${code}`, 'i'));
});

/** What stands before a secret in an address, somewhere in the app. */
const doors = [
  ...['open', 'ask', 'share', 'take-over', 'voice', 'hand-over', 'invitations', 'sign-in', 'follow-ups'],
  ...['digest/confirm', 'digest/stop', 'mail/stop', 'pilots/confirm'],
];
/** Ways of writing such an address that lead to the same page, or nearly. */
const writings: ((door: string, secret: string) => string)[] = [
  (door, secret) => `/nl/${door}/${secret}`,
  (door, secret) => `/nl/${door.toUpperCase()}/${secret}`,
  (door, secret) => `/nl/%${door.charCodeAt(0).toString(16)}${door.slice(1)}/${secret}`,
  (door, secret) => `/nl/${door}%2F${secret}`,
  (door, secret) => `/nl/${door}//${secret}.data`,
  (door, secret) => `/en/${door}/%${secret.charCodeAt(0).toString(16)}${secret.slice(1)}`,
  (door, secret) => `/nl/nothing/${secret}?next=/nl/${door}/${secret}`,
];

test('over all that employer, coach, partner and federation do, no secret, address or typed text reaches the log', async () => {
  const made: string[] = [];
  const { newToken, newCode } = app.services;
  const keep = (make: () => string) => () => {
    const secret = make();
    made.push(secret);
    return secret;
  };
  Object.assign(app.services, { newToken: keep(newToken), newCode: keep(newCode) });
  const posts = await everyPost(workplace);
  for (const post of Object.values(posts)) {
    const who = post.as ?? workplace.owner;
    const page = await ask(app, who, post.path);
    for (const { action, fields } of formsOn(await page.text(), post.path).slice(0, 4)) {
      const body = new URLSearchParams(fields.map(([name, value]) => [name, canary(value)]));
      const answer = await ask(app, who, action, { method: 'POST', body });
      expect(answer.headers.get('Location') ?? '', action).not.toMatch(/kanarie/i);
      await answer.arrayBuffer();
    }
  }
  expect(made.length).toBeGreaterThan(30);
  for (const [at, secret] of made.entries()) {
    const write = writings[at % writings.length] as (typeof writings)[number];
    const door = doors[at % doors.length] ?? '';
    await (await ask(app, null, write(door, secret))).arrayBuffer();
    await (
      await ask(app, null, write(door, secret), { method: 'POST', body: new URLSearchParams({ a: '1' }) })
    ).arrayBuffer();
  }
  for (const door of doors)
    for (const write of writings) await (await ask(app, null, write(door, made.at(-1) ?? ''))).arrayBuffer();
  await ask(app, null, '/api/v1/editions/x/figures', { headers: { Authorization: `Bearer ${made[0]}` } });
  const log = app.log.join('');
  for (const secret of made) expect(log).not.toContain(secret);
  expect(log).not.toMatch(/kanarie|@example\.org|@voorbeeld/i);
  expect(app.log.length).toBeGreaterThan(made.length * 2);
}, 120_000);

/** The same kind of value, by which it can be found again. */
const canary = (value: string): string => {
  if (value.includes('@')) return 'kanarie@voorbeeld.be';
  return value === 'Een gewone tekst' ? 'KANARIE' : value;
};

test('every secret is stored as a keyed hash: another key opens nothing', async () => {
  const { token } = await invite(workplace, 'reader');
  const code = (await codeOf(workplace)).replace('-', '');
  await workplace.owner.post(`${workplace.base}/access`, { intent: 'digest', email: 'hr@voorbeeld.be' });
  const disk = onDisk(app);
  for (const secret of [token, code, ...sessionKeys(workplace)]) expect(disk).not.toContain(secret);
  const { createHash } = await import('node:crypto');
  for (const secret of [token, code])
    for (const encoding of ['hex', 'base64', 'base64url'] as const)
      expect(disk).not.toContain(createHash('sha256').update(secret).digest(encoding));
});

/** The random key in the owner's cookie, without its signature. */
const sessionKeys = ({ owner }: Workplace) =>
  [decodeURIComponent(owner.cookies.get('session') ?? '')].map((value) =>
    Buffer.from(value.split('.')[0] ?? '', 'base64')
      .toString()
      .replaceAll('"', ''),
  );

describe('an address cannot send people to another site', () => {
  test.each([
    '//evil.example',
    '/nl//evil.example',
    '/%2F%2Fevil.example',
    '/%5Cevil.example',
    '/?to=https://evil.example',
    '/nl/resume?redirectTo=https://evil.example',
    '//evil.example/%2F..',
    '/nl/open/https:%2F%2Fevil.example',
  ])('%s', async (path) => {
    const answer = await ask(app, null, path);
    const to = answer.headers.get('Location') ?? '/';
    expect(new URL(to, app.url).origin).toBe(app.url);
    expect(to).not.toMatch(/^(\/\/|\\|[a-z]+:)/i);
    expect(answer.headers.get('Refresh')).toBeNull();
  });

  test.each(['evil.example', 'evil.example:80'])('nor a made-up host: %s', async (host) => {
    for (const header of ['X-Forwarded-Host', 'Forwarded', 'X-Original-URL', 'X-Rewrite-URL']) {
      const shared = await ask(app, workplace.owner, `${workplace.base}/access`, {
        method: 'POST',
        headers: { [header]: host },
        body: new URLSearchParams({ intent: 'share', kind: 'reader', label: 'x' }),
      });
      expect(await shared.text()).not.toContain('evil.example');
    }
  });
});

describe('a session', () => {
  test('with a changed signature is nobody', async () => {
    const cookie = workplace.owner.cookies.get('session') ?? '';
    const forger = app.visitor();
    for (const forged of [
      cookie.slice(0, -4),
      `${cookie}x`,
      cookie.replace(/\.[^.]*$/, ''),
      '',
      '%',
      'a'.repeat(9000),
    ]) {
      forger.cookies.set('session', forged);
      expect((await forger.get(workplace.base)).status).toBe(404);
    }
  });

  test('is nobody in the cookie of codes: one cookie in the place of another is nobody', async () => {
    const { owner, base } = workplace;
    const [session = '', codes = ''] = ['session', 'codes'].map((name) => owner.cookies.get(name));
    const swapped = app.visitor();
    swapped.cookies.set('session', codes).set('codes', session);
    expect((await swapped.get(base)).status).toBe(404);
    const half = app.visitor();
    half.cookies.set('session', session).set('codes', session);
    const page = await half.get(`${base}/access`);
    expect(page.status).toBe(200);
    expect(await page.text()).not.toMatch(/<span class="code">/);
  });

  test('opening and looking around change nothing stored, so that a fetch ahead does no harm', async () => {
    const { owner, base, id } = workplace;
    await owner.save(id, { item: 'goal-backed', value: 'started' });
    const before = await everything(app);
    for (const path of [
      '',
      '/sections/commitment',
      '/hand-in',
      '/result',
      '/plan',
      '/plan/new',
      '/access',
      '/share',
      '/compare',
      '/rounds',
      '/voice',
      '/delete',
    ])
      for (const one of [base + path, `${base}${path}.data`]) await owner.get(one);
    await owner.get(`/files/${id}/today/report.json`);
    expect(await everything(app)).toBe(before);
  });
});
