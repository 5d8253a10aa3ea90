import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, startApp, type TestApp } from '../support/app.ts';
import { root } from '../support/root.ts';
import { askColleague, askedItems, openWorkplace, type Workplace } from '../support/workplace.ts';

let app: TestApp;
let workplace: Workplace;
let everywhere: string[];
let personal: string[];

beforeAll(async () => {
  app = await startApp();
  workplace = await openWorkplace(app);
  const { base, id } = workplace;
  const asked = await askColleague(workplace, 'goal-backed');
  personal = [
    base,
    `${base}.data`,
    `${base}/sections/safety`,
    `${base}/items/goal-backed`,
    `${base}/result`,
    `${base}/plan`,
    `${base}/access`,
    `${base}/access.data`,
    `${base}/delete`,
    `/files/${id}/today/report.json`,
    `/files/${id}/own/assessment.json`,
    asked.path,
    `${asked.path}.data`,
  ];
  everywhere = [
    ...personal,
    '/',
    '/nl',
    '/nl/help',
    '/nl/nothing',
    '/zz',
    '/healthz',
    '/saver.js',
    '/favicon.svg',
    '/%E0%A4%A',
  ];
});

const policyOf = (response: Response) =>
  Object.fromEntries(
    (response.headers.get('Content-Security-Policy') ?? '').split(';').map((one) => {
      const [name = '', ...values] = one.trim().split(' ');
      return [name, values];
    }),
  );

test('every answer, files and errors too, carries the headers that keep it safe', async () => {
  for (const path of everywhere) {
    const { headers } = await ask(app, workplace.owner, path);
    expect(headers.get('X-Content-Type-Options'), path).toBe('nosniff');
    expect(headers.get('X-Frame-Options'), path).toBe('DENY');
    expect(headers.get('Referrer-Policy'), path).toBe('same-origin');
    expect(headers.get('Content-Security-Policy'), path).toContain("frame-ancestors 'none'");
    expect(headers.has('X-Powered-By'), path).toBe(false);
    expect(headers.has('Server'), path).toBe(false);
    expect(headers.has('Strict-Transport-Security'), path).toBe(false);
  }
});

test('refused posts carry them too', async () => {
  const refused = await ask(app, null, '/save', { method: 'POST', headers: { Origin: 'https://evil.example' } });
  expect(refused.status).toBe(403);
  expect(refused.headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(refused.headers.get('Content-Security-Policy')).toContain("default-src 'self'");
});

describe('the content security policy', () => {
  test('allows ourselves and a nonce, nothing inline, nothing evaluated, nobody else', async () => {
    const policy = policyOf(await ask(app, null, '/nl/resume'));
    expect(policy['default-src']).toEqual(["'self'"]);
    expect(policy['style-src']).toEqual(["'self'"]);
    expect(policy['object-src']).toEqual(["'none'"]);
    expect(policy['base-uri']).toEqual(["'none'"]);
    expect(policy['form-action']).toEqual(["'self'"]);
    expect(policy['script-src']).toEqual(["'self'", expect.stringMatching(/^'nonce-[\w+/=]{22,}'$/)]);
    expect(JSON.stringify(policy)).not.toMatch(/unsafe|https?:|\*/);
  });

  test('of a page that is the same for everybody allows only our own files: it holds no script', async () => {
    for (const path of ['/nl', '/en/help', '/nl/figures/care']) {
      const page = await ask(app, null, path);
      expect(policyOf(page)['script-src'], path).toEqual(["'self'"]);
      expect(await page.text(), path).not.toMatch(/<script|nonce/);
    }
  });

  test('has a nonce of its own for every answer, and every script of the page has that one', async () => {
    const nonces = new Set<string>();
    for (let count = 0; count < 5; count++) {
      const page = await ask(app, null, '/nl/resume');
      const nonce = /'nonce-([^']+)'/.exec(page.headers.get('Content-Security-Policy') ?? '')?.[1] ?? '';
      nonces.add(nonce);
      const scripts = [...(await page.text()).matchAll(/<script\b([^>]*)>/g)].map(([, attributes = '']) => attributes);
      expect(scripts.length).toBeGreaterThan(1);
      for (const one of scripts.filter((attributes) => !attributes.includes('type="application/json"')))
        expect(one).toContain(`nonce="${nonce}"`);
    }
    expect(nonces.size).toBe(5);
  });

  test('is kept by every page: no inline style, no inline handler', async () => {
    for (const path of everywhere) {
      const page = await ask(app, workplace.owner, path);
      if (!page.headers.get('Content-Type')?.startsWith('text/html')) continue;
      const html = await page.text();
      expect(html, path).not.toMatch(/<[a-z][^>]*\sstyle=/);
      expect(html, path).not.toMatch(/<style/);
      expect(html, path).not.toMatch(/<[a-z][^>]*\son[a-z]+=/);
      expect(html, path).not.toMatch(/\b(src|href)="(https?:)?\/\/(?!localhost)[^"]*"[^>]*(rel="stylesheet"|<script)/);
    }
  });
});

test('personal pages, their data and files are never kept by a browser or a cache', async () => {
  for (const path of personal) {
    const answer = await ask(app, workplace.owner, path);
    expect(answer.status, path).toBe(200);
    expect(answer.headers.get('Cache-Control'), path).toContain('no-store');
  }
});

test('built files carry their fingerprint and may be kept for ever', async () => {
  const [file] = readdirSync(join(root, 'build/client/assets'));
  const answer = await ask(app, null, `/assets/${file}`);
  expect(answer.headers.get('Cache-Control')).toContain('immutable');
});

test('a page that is not HTML says what it is and that it is a file', async () => {
  const answer = await ask(app, workplace.owner, `/files/${workplace.id}/today/report.json`);
  expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; filename="toolbox-doorstroom-[\d-]+\.json"$/);
  expect(answer.headers.get('Content-Type')).toMatch(/^application\/json/);
});

describe('cookies', () => {
  const begin = (one: TestApp) =>
    ask(one, null, '/nl/sectors/care/start', {
      method: 'POST',
      body: new URLSearchParams({
        subSector: 'other',
        size: 'unknown',
        place: 'unknown',
        targetJob: 'unknown',
        shifts: 'unknown',
        label: '',
      }),
    });

  test('are out of reach of scripts and other sites', async () => {
    const cookies = (await begin(app)).headers.getSetCookie();
    expect(cookies.map((one) => one.split('=')[0])).toEqual(['session', 'codes']);
    for (const one of cookies) {
      expect(one).toMatch(/; HttpOnly/);
      expect(one).toMatch(/; SameSite=Lax/);
      expect(one).toMatch(/; Path=\//);
      expect(one).not.toMatch(/Domain=/);
      expect(one).not.toMatch(/Secure/);
    }
  });

  test('and over https bound to this very host', async () => {
    const secure = await startApp({ BASE_URL: 'https://toolbox.example' });
    const started = await begin(secure);
    const cookies = started.headers.getSetCookie();
    expect(cookies.map((one) => one.split('=')[0])).toEqual(['__Host-session', '__Host-codes']);
    for (const one of cookies) expect(one).toMatch(/; Secure/);
    const [language = ''] = (await ask(secure, null, '/en')).headers.getSetCookie();
    expect(language).toMatch(/^__Host-lang=en; Path=\/; .*; Secure$/);
    const again = await ask(secure, null, '/', { headers: { Cookie: '__Host-lang=en' } });
    expect(again.headers.get('Location')).toBe('/en');
    expect(started.headers.get('Strict-Transport-Security')).toBe('max-age=31536000; includeSubDomains');
  });

  test('hold only a signed random key: what the browser may do is kept here', async () => {
    const [session = ''] = (await begin(app)).headers.getSetCookie();
    const [key = '', signature] = decodeURIComponent(session.split(';')[0]?.slice('session='.length) ?? '').split('.');
    expect(signature).toBeTruthy();
    expect(Buffer.from(key, 'base64').toString()).toMatch(/^"[\w-]{27}"$/);
  });

  test('of who only looks around hold their language and nothing else', async () => {
    for (const path of ['/', '/nl', '/en/help', '/nl/sectors/care', '/nl/sectors/care/start', '/nl/resume'])
      for (const one of (await ask(app, null, path)).headers.getSetCookie())
        expect(one, path).toMatch(/^lang=(nl|en); Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax$/);
  });
});

test('“wis dit toestel” ends the session for good and asks the browser to forget everything', async () => {
  const { owner, base, id } = await openWorkplace(app);
  await owner.save(id, { item: 'goal-backed', value: 'started' });
  const before = new Map(owner.cookies);
  const forgotten = await owner.post('/nl/device', {});
  expect(forgotten.headers.get('Clear-Site-Data')).toContain('"storage"');
  for (const one of forgotten.headers.getSetCookie().filter((cookie) => !cookie.startsWith('lang=')))
    expect(one).toMatch(/Max-Age=0|Expires=Thu, 01 Jan 1970/);
  expect((await ask(app, { ...owner, cookies: before }, base)).status).toBe(404);
});

test('languages of a page do not leak another host', async () => {
  const page = await (await ask(app, null, '/nl/help', { headers: { 'X-Forwarded-Host': 'evil.example' } })).text();
  expect(page).not.toContain('evil.example');
});

test('scripts of a form wait for what draws its page', async () => {
  const page = await (await ask(app, workplace.owner, '/nl/sign-in')).text();
  const asked = [...page.matchAll(/<link rel="modulepreload"[^>]*>/g)].map(([link]) => link);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((link) => !link.includes('fetchpriority="low"'))).toEqual([]);
});

test('no page holds a byte 0, wherever a letter of several bytes falls', async () => {
  const { owner, base, id } = await openWorkplace(app);
  for (const [at, { id: item, kind }] of askedItems().entries())
    await owner.save(id, { item, value: kind === 'threshold' ? 'partly' : 'started', note: 'é–€'.repeat(30 + at) });
  for (const path of ['/result', '/sections/commitment', '/hand-in', '/compare']) {
    const page = Buffer.from(await (await owner.get(base + path)).arrayBuffer());
    expect(page.length, path).toBeGreaterThan(5_000);
    expect(page.includes(0), path).toBe(false);
    expect(page.includes('\ufffd'), path).toBe(false);
  }
});
