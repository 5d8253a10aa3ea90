import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../support/root.ts';

/* What the source does not do, so that it need not be defended: read from every file of the app. */

const files = readdirSync(join(root, 'app'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|tsx|js|mjs)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((file) => ({ path: file.slice(root.length).replace(/^\/?/, ''), source: readFileSync(file, 'utf8') }));

const withIt = (pattern: RegExp) => files.filter(({ source }) => pattern.test(source)).map(({ path }) => path);
const onServer = (path: string) => !path.startsWith('app/public/') && !path.startsWith('app/components/');

test('the whole source is read', () => {
  expect(files.length).toBeGreaterThan(500);
});

describe('no text becomes a program', () => {
  test('nothing is evaluated', () => {
    expect(withIt(/\beval\(|new Function\(|\bvm\b.*runIn|setTimeout\(\s*['"`]|from 'node:vm'/)).toEqual([]);
  });

  test('no other program is started by a request: only what the operator calls starts one', () => {
    expect(withIt(/node:child_process/).filter((path) => !path.startsWith('app/server/'))).toEqual([]);
  });

  test('no SQL is written from text: only the connections speak it, in fixed words', () => {
    expect(withIt(/\bsql\.raw\(|\bsql\.identifier\(/)).toEqual([]);
    const speaking = withIt(/\.(prepare|pragma)\((?!\))/);
    expect(speaking).toContain('app/data/sqlite-connection.server.ts');
    // A copy, a restore and a move to another kind of database are the operator's own commands.
    for (const path of speaking)
      expect(path).toMatch(/^app\/data\/(sqlite-(connection|copy|move|restore)\.server\.ts|copy-check\.mjs)$/);
  });

  test('no markup is written from text: only the words of a page, as JSON without a tag, and what React drew before', () => {
    expect(withIt(/dangerouslySetInnerHTML/).sort()).toEqual(['app/components/kept.tsx', 'app/components/words.tsx']);
    expect(withIt(/\.(innerHTML|outerHTML)\s*=|insertAdjacentHTML|document\.write/)).toEqual([]);
  });

  test('a pattern is made from text of our own only', () => {
    expect(withIt(/new RegExp\(/).sort()).toEqual([
      'app/domain/browser-visit.ts',
      'app/domain/identity-hints.ts',
      'app/public/visit.js',
      'app/server/page-matcher.ts',
    ]);
  });
});

describe('nothing goes where the operator did not send it', () => {
  test('the server asks no other address for anything', () => {
    // A restore asks this machine's own port whether the server still runs.
    expect(withIt(/\bfetch\(|node:https|http\.request|createConnection|undici/).filter(onServer)).toEqual([
      'app/server/restore.ts',
    ]);
  });

  test('only mail and a database leave the house', () => {
    expect(withIt(/['"](nodemailer|pg)['"]/).sort()).toEqual([
      'app/data/postgres-restore.server.ts',
      'app/data/postgres.server.ts',
      'app/mail/send.server.ts',
    ]);
  });

  test('a browser asks our own address only', () => {
    const asked = files
      .filter(({ path }) => !onServer(path))
      .flatMap(({ source }) => [...source.matchAll(/\bfetch\(\s*(['"`])([^'"`]*)/g)].map(([, , to]) => to ?? ''));
    for (const to of asked) expect(to).toMatch(/^(\/(?!\/)|\$\{|$)/);
  });
});

describe('doors that are not there', () => {
  test('no message of another window is heard, no socket is open, nothing is kept in simple browser storage', () => {
    expect(withIt(/addEventListener\('message'|\.onmessage|new WebSocket|new EventSource|RTCPeerConnection/)).toEqual(
      [],
    );
    expect(withIt(/\b(localStorage|sessionStorage)\b/)).toEqual([]);
  });

  test('no XML comes in but drawings, which are cleaned by lists', () => {
    expect(withIt(/from 'sax'|sanitize-html/).filter((path) => !path.startsWith('app/content/'))).toEqual([
      'app/web/svg.server.ts',
    ]);
  });

  test('no hash but SHA-256, no cipher but AES-256-GCM, no chance but that of the operating system', () => {
    const named = files.flatMap(({ source }) =>
      [...source.matchAll(/create(?:Hash|Hmac|Cipheriv|Decipheriv)\('([^']+)'/g)].map(([, name]) => name),
    );
    expect([...new Set(named)].sort()).toEqual(['aes-256-gcm', 'sha256']);
    // How long somebody who was refused waits before they try again is no secret.
    expect(withIt(/Math\.random\(/).sort()).toEqual(['app/data/postgres.server.ts', 'app/public/saver.js']);
  });
});
