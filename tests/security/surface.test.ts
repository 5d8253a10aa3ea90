import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, startApp, type TestApp } from '../support/app.ts';
import { publishAll } from '../support/figures.ts';
import { root } from '../support/root.ts';
import { openWorkplace, type Workplace } from '../support/workplace.ts';

/* What somebody finds who knocks at every door of the running server. */

let app: TestApp;
let workplace: Workplace;

beforeAll(async () => {
  app = await startApp();
  workplace = await openWorkplace(app);
  await publishAll(app.services.store, 'sector:care');
});

describe('files that nobody should read', () => {
  test.each([
    ...['/.git/config', '/.git/HEAD', '/.env', '/.npmrc', '/package.json', '/package-lock.json', '/README.md'],
    ...['/data/secret', '/data/toolbox.db', '/toolbox.db', '/secret', '/app/server/app.ts', '/build/server/index.js'],
    ...[
      '/server/index.js',
      '/../package.json',
      '/..%2fpackage.json',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/assets/..%2f..%2f',
    ],
    ...[
      '/assets/',
      '/assets',
      '/fonts/',
      '/.vite/manifest.json',
      '/node_modules/express/package.json',
      '/metrics.json',
    ],
  ])('%s is not there', async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: ${host()}\r\nConnection: close\r\n\r\n`);
    expect(answer.status).toBeGreaterThanOrEqual(300);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toMatch(/"dependencies"|root:x|\[core\]|Index of|sourceMappingURL/);
  });

  test('the built files of the browser hold no map of the source', () => {
    const built = readdirSync(join(root, 'build/client'), { recursive: true }).map(String);
    expect(built.length).toBeGreaterThan(20);
    expect(built.filter((name) => name.endsWith('.map'))).toEqual([]);
    expect(existsSync(join(root, 'build/client/assets'))).toBe(true);
  });
});

describe('a message that could be read in two ways', () => {
  const post = (headers: string, body: string) =>
    raw(`POST /nl/resume HTTP/1.1\r\nHost: ${host()}\r\nConnection: close\r\n${headers}\r\n\r\n${body}`);
  const form = 'Content-Type: application/x-www-form-urlencoded';
  const smuggled = `GET /nl/help HTTP/1.1\r\nHost: ${'x'}\r\n\r\n`;

  test.each([
    ['two lengths', 'Content-Length: 6\r\nContent-Length: 7', 'code=xy'],
    ['a length and pieces', 'Content-Length: 6\r\nTransfer-Encoding: chunked', '0\r\n\r\n'],
    ['pieces under a strange name', 'Transfer-Encoding: xchunked', '0\r\n\r\n'],
    ['pieces under two names', 'Transfer-Encoding: chunked, identity', '0\r\n\r\n'],
    ['a length that is none', 'Content-Length: +6', 'code=x'],
    ['a space before the colon', 'Content-Length : 6', 'code=x'],
    ['a header over two lines', 'X-A: b\r\n c: d\r\nContent-Length : 6', 'code=x'],
  ])('is refused: %s', async (_what, headers, body) => {
    const answer = await post(`${form}\r\n${headers}`, body + smuggled);
    expect([400, 411, 501]).toContain(answer.status);
    expect(answer.text.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  });
});

test('TRACE and CONNECT give nothing back of what was sent', async () => {
  for (const method of ['TRACE', 'CONNECT', 'TRACK', 'DEBUG'])
    for (const path of ['/nl', '/saver.js', '/healthz', '/api/v1/figures']) {
      const answer = await raw(
        `${method} ${path} HTTP/1.1\r\nHost: ${host()}\r\nCookie: session=KANARIE\r\nConnection: close\r\n\r\n`,
      );
      expect(answer.status === 0 || answer.status >= 400, `${method} ${path} ${answer.status}`).toBe(true);
      expect(answer.text).not.toContain('KANARIE');
    }
});

describe('every kind of answer', () => {
  const paths = () => [
    ...['/nl', '/nl/nothing', '/saver.js', '/favicon.svg', '/nl/manifest', '/healthz', '/api/v1/openapi.json'],
    ...['/api/v1/figures', '/api/v1/figures/care', '/api/v1/nothing', '/files/figures/care/figures.csv'],
    ...['/files/figures/care/figures.json', `/files/${workplace.id}/own/assessment.json`, `${workplace.base}.data`],
    `/files/${workplace.id}/today/report.ics`,
    `/assets/${readdirSync(join(root, 'build/client/assets')).find((name) => name.endsWith('.css'))}`,
  ];

  test('of letters says which letters they are', async () => {
    for (const path of paths()) {
      const { headers } = await ask(app, workplace.owner, path);
      const type = headers.get('Content-Type') ?? '';
      expect(type, path).toMatch(/^(text|application|image)\//);
      if (/^text\/|json|javascript|svg|calendar/.test(type) && type !== 'text/x-script')
        expect(type, path).toMatch(/charset=utf-8/i);
    }
  });

  test('is for ourselves alone; the figures that everybody may read are for every site, without cookies', async () => {
    for (const path of paths()) {
      const { headers } = await ask(app, workplace.owner, path, { headers: { Origin: 'https://evil.example' } });
      const allowed = headers.get('Access-Control-Allow-Origin');
      expect(allowed, path).toBe(/^\/api\/v1\/(figures|openapi)/.test(path) ? '*' : null);
      expect(headers.has('Access-Control-Allow-Credentials')).toBe(false);
    }
  });

  test('an error says nothing of what is inside', async () => {
    for (const path of ['/nl/nothing', '/%E0%A4%A', '/nl/assessments/%00', `/files/${'x'.repeat(3000)}/own/a`]) {
      const text = await (await ask(app, workplace.owner, path)).text();
      expect(text, path).not.toMatch(/\bat [\w.]+ \(|node_modules|\.tsx?:\d|SQLITE|drizzle|select .* from /i);
    }
  });
});

test('what a federation or an anonymous reader asks from figures sets no cookie and holds no script', async () => {
  for (const path of ['/api/v1/figures/care', '/files/figures/care/figures.csv?lang=en']) {
    const answer = await ask(app, null, path);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
  }
});

const host = () => new URL(app.url).host;

/** Exactly these bytes, and everything that comes back; status 0 when the line was cut without an answer. */
async function raw(bytes: string): Promise<{ status: number; text: string }> {
  const socket = connect(Number(new URL(app.url).port), 'localhost');
  let text = '';
  socket.on('data', (part) => {
    text += part.toString('latin1');
  });
  socket.on('error', () => undefined);
  socket.setTimeout(5000, () => socket.destroy());
  socket.write(bytes);
  await once(socket, 'close');
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), text };
}
