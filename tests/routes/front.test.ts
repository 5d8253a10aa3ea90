import { rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { keepFiles } from '#app/server/kept-files.ts';
import { ask, build, startApp, type TestApp } from '../support/app.ts';
import { temporaryFolder } from '../support/stores.ts';
import { openWorkplace, type Workplace } from '../support/workplace.ts';

/* What stands before the framework: public pages from memory, and personal pages that are made anew each time. */

let app: TestApp;
let workplace: Workplace;
beforeAll(async () => {
  app = await startApp();
  workplace = await openWorkplace(app);
});

const publicPaths = [
  '/nl',
  '/en',
  '/nl/rules',
  '/nl/help',
  '/nl/support',
  '/nl/privacy',
  '/nl/accessibility',
  '/nl/sectors/care',
  '/nl/figures',
  '/nl/figures/care',
];

test('a file that a new build took away is not there, and the others are', () => {
  const folder = temporaryFolder();
  for (const name of ['gone.js', 'here.js']) writeFileSync(join(folder, name), '1');
  const files = keepFiles(folder);
  rmSync(join(folder, 'gone.js'));
  expect(files('/gone.js', 'br')).toBeNull();
  expect(files('/here.js', 'br')?.body.toString()).toBe('1');
});

describe('a public page', () => {
  test('is the same in every encoding, each with a mark of its own', async () => {
    for (const path of publicPaths) {
      const [plain, gzip, br] = await Promise.all(['identity', 'gzip', 'br'].map((one) => raw(path, one)));
      expect(gzip?.headers['content-encoding'], path).toBe('gzip');
      expect(br?.headers['content-encoding'], path).toBe('br');
      expect(plain?.body.toString(), path).toContain('</html>');
      expect(gunzipSync(gzip?.body as Buffer).equals(plain?.body as Buffer), path).toBe(true);
      expect(brotliDecompressSync(br?.body as Buffer).equals(plain?.body as Buffer), path).toBe(true);
      expect(new Set([plain, gzip, br].map((one) => one?.headers.etag)).size, path).toBe(3);
      expect(plain?.headers.vary, path).toContain('Accept-Encoding');
    }
  });

  test('is not sent again to who has it, and sent to who has an older one', async () => {
    for (const path of publicPaths) {
      const etag = (await ask(app, null, path)).headers.get('ETag') ?? '';
      const again = await ask(app, null, path, { headers: { 'If-None-Match': etag } });
      expect(again.status, path).toBe(304);
      expect(again.headers.get('Content-Security-Policy'), path).toContain("default-src 'self'");
      expect(await again.text(), path).toBe('');
      expect((await ask(app, null, path, { headers: { 'If-None-Match': '"older"' } })).status, path).toBe(200);
    }
  });

  test('is the same for somebody who is at work here, and has no cookie in what is kept', async () => {
    for (const path of publicPaths) {
      const own = await ask(app, workplace.owner, path);
      const strange = await ask(app, null, path);
      expect(await own.text(), path).toBe(await strange.text());
      expect(own.headers.get('ETag'), path).toBe(strange.headers.get('ETag'));
    }
    expect((await ask(app, null, '/nl/figures')).headers.getSetCookie()).toEqual([]);
  });

  test('answers HEAD like GET, without the page', async () => {
    const head = await ask(app, null, '/nl', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(await head.text()).toBe('');
  });

  test('of figures is made anew within a second after the database holds a newer night, whoever made it', async () => {
    const { store } = app.services;
    const page = async () => (await ask(app, null, '/nl/figures/care')).text();
    const words = app.services.translate.nl;
    const original = words('figures.none');
    expect(await page()).toContain(original);
    app.services.translate.nl = (key, values) =>
      key === 'figures.none' ? 'Nog niets, nieuwe nacht' : words(key, values);
    expect(await page()).toContain(original);
    await store.write((tx) => tx.insert(store.t.figureNight).values({ number: 900, madeAt: new Date() }));
    await expect.poll(page, { timeout: 10_000 }).toContain('Nog niets, nieuwe nacht');
    app.services.translate.nl = words;
    await store.write((tx) => tx.insert(store.t.figureNight).values({ number: 901, madeAt: new Date() }));
    await expect.poll(page, { timeout: 10_000 }).toContain(original);
  });
});

test('the framework tells a browser of every route, not only of the one it was asked from', async () => {
  const { version } = build.assets;
  const answer = await ask(app, null, `/__manifest?version=${version}&p=/nl/rules&p=/nl/placements/x-1/tasks`);
  expect(Object.keys((await answer.json()) as object)).toEqual(
    expect.arrayContaining(['routes/rules', 'routes/tasks']),
  );
});

test('a page is the same as the framework makes it', async () => {
  const { owner, base } = workplace;
  for (const path of [
    ...publicPaths.filter((one) => one.length > 3),
    base,
    ...['/sections/safety', '/result', '/plan'].map((one) => base + one),
  ]) {
    const [last = ''] = path.slice(path.lastIndexOf('/') + 1);
    // An encoded letter is the same address, and one that the front leaves to the framework.
    const encoded = `%${last.charCodeAt(0).toString(16)}`;
    const theirs = await ask(app, owner, path.replace(/[^/]([^/]*)$/, `${encoded}$1`));
    const ours = await ask(app, owner, path);
    expect(theirs.headers.get('ETag'), path).toBe(null);
    expect(alike(await ours.text()), path).toBe(alike((await theirs.text()).replaceAll(encoded, last)));
  }
});

/** Without what is new in every answer, and without the mark in the menu: to it an encoded address is another one. */
const alike = (page: string) =>
  page.replace(/ (nonce|aria-current)="[^"]*"/g, '').replace(/(name="[^"]+\.id" value=")[^"]*/g, '$1');

describe('a personal page', () => {
  test('shows what was answered a moment ago, and to nobody else', async () => {
    const { owner, id, base } = workplace;
    const path = `${base}/sections/safety`;
    const empty = await (await owner.get(path)).text();
    const item = /item--prerequisite" id="([^"]+)"/.exec(empty)?.[1] ?? '';
    expect(checked(empty, item)).toBe(null);
    for (const value of ['started', 'largely', 'started']) {
      await owner.save(id, { item, value });
      expect(checked(await (await owner.get(path)).text(), item)).toBe(value);
    }
    await owner.save(id, { item, value: 'largely', note: 'Alleen voor ons' });
    expect(await (await owner.get(path)).text()).toContain('Alleen voor ons');
    const other = await openWorkplace(app);
    const theirs = await (await other.owner.get(`${other.base}/sections/safety`)).text();
    expect(checked(theirs, item)).toBe(null);
    expect(theirs).not.toContain('Alleen voor ons');
    expect(theirs).not.toContain(id);
    expect(theirs).toContain(`${other.base}/items/${item}`);
    expect((await ask(app, other.owner, path)).status).toBe(404);
  });

  test('has no mark by which it could be kept, and a nonce of its own', async () => {
    const [one, two] = await Promise.all(
      [1, 2].map(() => ask(app, workplace.owner, `${workplace.base}/sections/safety`)),
    );
    expect(one?.headers.get('ETag')).toBe(null);
    expect(one?.headers.get('Cache-Control')).toBe('private, no-store');
    const nonces = [one, two].map(
      (page) => /'nonce-([^']+)'/.exec(page?.headers.get('Content-Security-Policy') ?? '')?.[1],
    );
    expect(new Set(nonces).size).toBe(2);
    expect(await one?.text()).toContain(`nonce="${nonces[0]}"`);
  });
});

/** The value that is chosen of an item, or null. */
function checked(page: string, item: string): string | null {
  const radios = [...page.matchAll(/<input[^>]*type="radio"[^>]*>/g)].map(([radio]) => radio);
  const chosen = radios.find((one) => one.includes(`name="${item}.value"`) && one.includes('checked'));
  return /value="([^"]+)"/.exec(chosen ?? '')?.[1] ?? null;
}

type Raw = { headers: Record<string, string | string[] | undefined>; body: Buffer };

/** The bytes as they were sent. */
const raw = (path: string, encoding: string): Promise<Raw> =>
  new Promise((resolve, reject) => {
    get(app.url + path, { headers: { 'Accept-Encoding': encoding }, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve({ headers: answer.headers, body: Buffer.concat(parts) }));
    }).on('error', reject);
  });
