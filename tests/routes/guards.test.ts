import { request } from 'node:http';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, everything, startApp, type TestApp } from '../support/app.ts';
import { openWorkplace, type Workplace } from '../support/workplace.ts';

/* What stands before every page: where a post comes from, how large it is, and the headers of every answer. */

let app: TestApp;
let workplace: Workplace;
let posts: [path: string, type: string, body: string][];

const form = 'application/x-www-form-urlencoded';

beforeAll(async () => {
  app = await startApp();
  workplace = await openWorkplace(app);
  const { base, id } = workplace;
  const answer = {
    id: 'guard-1',
    item: 'goal-backed',
    value: 'started',
    reasonId: null,
    reasonText: '',
    note: '',
    proof: '',
    base: [],
  };
  posts = [
    ['/save', 'application/json', JSON.stringify({ assessment: id, language: 'nl', answer })],
    [`${base}/sections/commitment`, form, 'goal-backed.id=guard-2&goal-backed.value=started&goal-backed.base='],
    [`${base}/sections/commitment?_data=routes%2Fsection`, form, 'goal-backed.id=guard-3&goal-backed.value=started'],
    [`${base}/sections/commitment.data`, form, 'goal-backed.id=guard-4&goal-backed.value=started'],
    [`${base}/hand-in`, form, 'id=guardguard'],
    [`${base}/delete`, form, ''],
    [`${base}/access`, form, 'intent=renew-code'],
    [`${base}/plan`, form, 'remedy=charter-with-sponsor'],
    ['/nl/device', form, ''],
  ];
});

describe('a post from somewhere else', () => {
  const strangers: [name: string, headers: Record<string, string>][] = [
    ['another origin', { Origin: 'https://evil.example' }],
    ['no origin to speak of', { Origin: 'null' }],
    ['a cross-site fetch', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a neighbour under the same domain', { 'Sec-Fetch-Site': 'same-site' }],
    [
      'a spoofed host',
      { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example', Forwarded: 'host=evil.example' },
    ],
  ];

  test.each(strangers)('%s: refused everywhere, and nothing changes', async (_name, headers) => {
    const before = await everything(app);
    for (const [path, type, body] of posts) {
      const response = await ask(app, workplace.owner, path, {
        method: 'POST',
        body,
        headers: { ...headers, 'Content-Type': type },
      });
      expect(response.status, path).toBe(403);
    }
    expect(await everything(app)).toBe(before);
  });

  test('one of our own passes', async () => {
    const [path = '', type = '', body = ''] = posts[0] ?? [];
    const headers = { Origin: app.url, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': type };
    expect((await ask(app, workplace.owner, path, { method: 'POST', body, headers })).status).toBe(200);
  });
});

describe('a body that is too much', () => {
  test('more than four megabytes is refused before it is read', async () => {
    const body = `goal-backed.note=${'x'.repeat(4_100_000)}`;
    const path = `${workplace.base}/sections/commitment`;
    const response = await ask(app, workplace.owner, path, { method: 'POST', body, headers: { 'Content-Type': form } });
    expect(response.status).toBe(413);
  });

  test('one that does not say its length is refused', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const post = request(
        `${app.url}/save`,
        { method: 'POST', headers: { 'Transfer-Encoding': 'chunked' } },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      );
      post.on('error', reject);
      post.end('{}');
    });
    expect(status).toBe(411);
  });
});

describe('headers', () => {
  test('scripts run by nonce only, another one for every answer; nothing frames us; nothing leaks where one was', async () => {
    const [one, other] = [await ask(app, null, '/nl'), await ask(app, null, '/nl')];
    const policy = one.headers.get('Content-Security-Policy') ?? '';
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(/'nonce-([^']+)'/.exec(policy)?.[1]).not.toBe(
      /'nonce-([^']+)'/.exec(other.headers.get('Content-Security-Policy') ?? '')?.[1],
    );
    expect(one.headers.get('Referrer-Policy')).toBe('same-origin');
    expect(one.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(one.headers.get('X-Powered-By')).toBeNull();
    expect(one.headers.get('Strict-Transport-Security')).toBeNull();
  });

  test('personal pages are kept by nobody', async () => {
    for (const path of ['', '/sections/commitment', '/result', '/plan', '/access'])
      expect((await workplace.owner.get(workplace.base + path)).headers.get('Cache-Control'), path).toContain(
        'no-store',
      );
  });

  test('cookies are for the server alone; over https they are bound to it', async () => {
    const secure = await startApp({ BASE_URL: 'https://toolbox.example' });
    const response = await ask(secure, null, '/nl/sectors/care/start', {
      method: 'POST',
      body: 'subSector=other&size=unknown&place=unknown&targetJob=unknown&shifts=unknown&label=',
      headers: { 'Content-Type': form },
    });
    const cookies = response.headers.getSetCookie();
    expect(cookies.map((one) => one.split('=')[0])).toEqual(expect.arrayContaining(['__Host-session', '__Host-codes']));
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly.*Secure.*SameSite=Lax|SameSite=Lax/);
    expect(cookies.every((one) => one.includes('Secure') && one.includes('HttpOnly'))).toBe(true);
    expect((await ask(secure, null, '/nl')).headers.get('Strict-Transport-Security')).toContain('max-age=31536000');
  });
});

describe('languages', () => {
  test.each(['/xx', '/fr', '/xx/sectors/care', '/nl/sectors/none', '/nl/nothing'])('%s is not there', async (path) => {
    expect((await ask(app, null, path)).status).toBe(404);
  });

  test.each([
    [{ Cookie: 'lang=en', 'Accept-Language': 'nl' }, '/en'],
    [{ 'Accept-Language': 'fr-BE, en;q=0.8' }, '/en'],
    [{ 'Accept-Language': 'de' }, '/nl'],
    [{ Cookie: 'lang=zz' }, '/nl'],
  ])('the start page knows %o as %s', async (headers, to) => {
    expect((await ask(app, null, '/', { headers: headers as Record<string, string> })).headers.get('Location')).toBe(
      to,
    );
  });
});
