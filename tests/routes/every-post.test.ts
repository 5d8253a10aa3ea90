import { request as httpRequest } from 'node:http';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import routes from '#app/routes.ts';
import { ask, build, everything, remember, startApp, type TestApp } from '../support/app.ts';
import { everyPost, item, type Post } from '../support/posts.ts';
import { openWorkplace, type Workplace } from '../support/workplace.ts';

/* Every address that takes a post, read from the routes: what a stranger or a broken program may send there. */

let app: TestApp;
let workplace: Workplace;
/** By route pattern; a route with an action that is not here fails. */
let posts: Record<string, Post>;
let putBack: () => Promise<void>;

beforeAll(async () => {
  app = await startApp();
  workplace = await openWorkplace(app);
  posts = await everyPost(workplace);
  putBack = await remember(app);
});

const send = (post: Post, headers: Record<string, string>, body: string | null, method = 'POST') =>
  ask(app, post.as ?? workplace.owner, post.path, { method, headers, body });
const asForm = { 'Content-Type': 'application/x-www-form-urlencoded' };

test('every route with an action is in this test', () => {
  const taking = routes.filter(({ file }) => build.routes[file.replace(/\.tsx?$/, '')]?.module.action);
  expect(Object.keys(posts).sort()).toEqual(taking.map((one) => one.path).sort());
});

test('a post from another site is refused by every one of them, however it is dressed', async () => {
  const before = await everything(app);
  const evil = { Origin: 'https://evil.example' };
  const dresses = [
    evil,
    { Origin: 'null' },
    { Origin: 'http://localhost:1' },
    { Origin: `${app.url}.evil.example` },
    { Origin: app.url, 'Sec-Fetch-Site': 'cross-site' },
    { Origin: app.url, 'Sec-Fetch-Site': 'same-site' },
    { ...evil, 'Sec-Fetch-Site': 'same-origin' },
    { ...evil, 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https', Forwarded: 'host=evil.example' },
  ];
  for (const post of Object.values(posts))
    for (const dress of dresses)
      for (const path of [post.path, `${post.path}.data`, `${post.path}?_data=routes%2Froot`]) {
        const answer = await send({ ...post, path }, { ...asForm, ...dress }, 'intent=renew-code');
        expect(answer.status, `${path} ${JSON.stringify(dress)}`).toBe(403);
        expect(answer.headers.getSetCookie()).toEqual([]);
      }
  expect(await everything(app)).toBe(before);
});

test('one of our own passes, as a browser sends it', async () => {
  const { id, owner } = workplace;
  const answer = { id: 'own-1', item, value: 'started', reasonId: null, reasonText: '', note: '', proof: '', base: [] };
  const saved = await ask(app, owner, '/save', {
    method: 'POST',
    body: JSON.stringify({ assessment: id, language: 'nl', answer }),
    headers: { Origin: app.url, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/json' },
  });
  expect(saved.status).toBe(200);
});

test('no other method changes anything, also not our own', async () => {
  const before = await everything(app);
  const post = posts[':lang/assessments/:assessment/delete'] as Post;
  for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])
    for (const origin of ['null', app.url]) {
      const answer = await send(post, { Origin: origin }, '', method);
      expect(answer.status, method).toBe(405);
      expect(answer.headers.get('Allow')).toBe('GET, HEAD, POST');
    }
  expect(await everything(app)).toBe(before);
});

test('the framework’s old way of asking for data is not there', async () => {
  const before = await everything(app);
  for (const post of Object.values(posts))
    for (const method of ['GET', 'POST']) {
      const answer = await send(
        { ...post, path: `${post.path}?_data=routes%2Froot` },
        {},
        method === 'GET' ? null : '',
        method,
      );
      expect(answer.status, post.path).toBe(404);
    }
  expect(await everything(app)).toBe(before);
});

/** Words with a meaning somewhere, numbers, prototypes, and any text at all. */
const anyText = fc.oneof(
  fc.constantFrom('', 'unknown', 'other', 'in-place', 'not-applicable', 'yes', 'baseline', 'todo', 'done', 'share'),
  fc.constantFrom('reader', 'hr', 'agreed', 'digest', 'settle', 'revoke', item, '2027-02-31', '2027-02-28', 'a@b.be'),
  fc.constantFrom('__proto__', 'constructor', '1e309', '-0', 'NaN', 'null', '\0', '\u202e', '=1+1', '٣'),
  fc.string({ unit: 'binary', maxLength: 300 }).map((text) => text.toWellFormed()),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.integer({ min: 1, max: 20_000 }).map((length) => 'x'.repeat(length)),
);

test('whatever is in the form, the answer is never a failure, and nobody else’s assessment changes', async () => {
  const other = await openWorkplace(app);
  await other.owner.save(other.id, { item, value: 'largely', note: 'blijft' });
  const others = () => rowsOf(other.id);
  const before = await others();
  for (const post of Object.values(posts).filter(({ path }) => !/\/(delete|device)$/.test(path))) {
    const name = fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...post.fields, 'intent') },
      { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', 'assessmentId', 'items[]', '') },
    );
    const anyFields = fc.array(fc.tuple(name, anyText), { maxLength: post.fields.length + 3 });
    await fc.assert(
      fc.asyncProperty(anyFields, fc.boolean(), async (fields, parts) => {
        const body = parts ? new FormData() : new URLSearchParams();
        for (const [one, text] of fields) body.append(one, text);
        if (parts) (body as FormData).append(post.fields[0] ?? 'a', new File(['{}'], 'a.json'));
        const answer = await ask(app, post.as ?? workplace.owner, post.path, { method: 'POST', body });
        expect(answer.status, post.path).toBeLessThan(500);
        await answer.arrayBuffer();
      }),
      { numRuns: process.env.FULL ? 50 : 4 },
    );
  }
  expect(await others()).toBe(before);
  expect(app.log.filter((line) => line.includes('request failed'))).toEqual([]);
  for (const path of ['', '/result', '/plan', '/access', '/sections/commitment'])
    expect((await workplace.owner.get(workplace.base + path)).status, path).toBe(200);
  await putBack();
}, 60_000);

/** Everything of one assessment, as text. */
async function rowsOf(id: string): Promise<string> {
  const { read, t } = app.services.store;
  const tables = [t.link, t.round, t.answer, t.currentAnswer, t.submission, t.action, t.digest, t.log];
  const rows = [];
  for (const table of tables) rows.push((await read.select().from(table)).filter((one) => one.assessmentId === id));
  return JSON.stringify(rows);
}

describe('the size of a post', () => {
  test('is at most 1 MB for autosave, and the answer says so in words the page knows', async () => {
    const answer = await ask(app, workplace.owner, '/save', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ note: 'a'.repeat(1_100_000) }),
    });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toEqual({ error: 'error.too-large' });
  });

  test('is at most two megabytes elsewhere, and refused before it is read', async () => {
    const body = new URLSearchParams({ note: 'x'.repeat(2_100_000) });
    const answer = await ask(app, workplace.owner, `${workplace.base}/sections/commitment`, { method: 'POST', body });
    expect(answer.status).toBe(413);
  });

  test('must be told beforehand, on every address', async () => {
    for (const path of ['/save', ...Object.values(posts).map((one) => one.path)]) {
      const body = new Blob(['code=x']).stream();
      const stream = { method: 'POST', headers: asForm, body, duplex: 'half' } as RequestInit;
      expect((await ask(app, null, path, stream)).status, path).toBe(411);
    }
  });

  test('that is not what was told does not bring the server down', async () => {
    await hangUp(`${app.url}/nl/resume`);
    expect((await ask(app, null, '/nl/resume')).status).toBe(200);
  });

  test('of a form with ten thousand fields is taken in stride', async () => {
    const body = new URLSearchParams(Array.from({ length: 10_000 }, (_, at) => [`field-${at}`, 'x']));
    const answer = await ask(app, workplace.owner, `${workplace.base}/context`, { method: 'POST', body });
    expect(answer.status).toBe(422);
  });
});

/** Promises ten thousand bytes, sends four, hangs up. */
function hangUp(url: string): Promise<void> {
  return new Promise((resolve) => {
    const post = httpRequest(url, { method: 'POST', headers: { ...asForm, 'Content-Length': '10000' } });
    post.on('error', () => resolve());
    post.on('close', () => resolve());
    post.write('code', () => post.destroy());
  });
}

test('a forwarded address is believed only behind a proxy that the operator named', async () => {
  const [direct, proxied] = await Promise.all([startApp(), startApp({ TRUST_PROXY: '1' })]);
  const guess = (one: TestApp, from: string) =>
    ask(one, null, '/nl/resume', {
      method: 'POST',
      headers: { 'X-Forwarded-For': from },
      body: new URLSearchParams({ code: crypto.randomUUID() }),
    });
  for (let count = 0; count < 10; count++) for (const one of [direct, proxied]) await guess(one, `10.0.0.${count}`);
  expect((await guess(direct, '10.0.1.1')).status).toBe(429);
  expect((await guess(proxied, '10.0.1.1')).status).toBe(404);
});

test('posts are limited per address and minute, and reading goes on', async () => {
  const strict = await startApp({ RATE_LIMIT: '3' });
  const post = () => ask(strict, null, '/nl/recover', { method: 'POST', body: new URLSearchParams({ email: 'x' }) });
  const statuses = [];
  for (let count = 0; count < 5; count++) statuses.push((await post()).status);
  expect(statuses).toEqual([422, 422, 422, 429, 429]);
  expect((await ask(strict, null, '/nl')).status).toBe(200);
});
