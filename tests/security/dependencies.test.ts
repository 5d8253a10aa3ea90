import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../support/root.ts';

/* What comes from others: from where, and never older than the release in which a known leak was mended. */

type Locked = { version?: string; resolved?: string; integrity?: string; link?: boolean };
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };
const packages = Object.entries(lock.packages).filter(([path, { link }]) => path !== '' && !link);
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Package, first release without it, and what it was: README, “Advisories”. */
const mended: [name: string, since: string, what: string][] = [
  ['@remix-run/server-runtime', '2.17.5', 'CVE-2026-42342, CVE-2026-22030'],
  ['@remix-run/react', '2.17.4', 'GHSA-8v8x-cx79-35w7, CVE-2025-59057'],
  ['@remix-run/router', '1.23.3', 'CVE-2026-22029, CVE-2025-68470'],
  ['@remix-run/node', '2.17.2', 'CVE-2025-61686'],
  ['@remix-run/express', '2.16.3', 'CVE-2025-31137'],
  ['drizzle-orm', '0.45.2', 'CVE-2026-39356'],
  ['better-sqlite3', '12.11.1', 'SQLite before 3.51.3 may corrupt a WAL; CVE-2025-6965'],
  ['express', '4.20.0', 'CVE-2024-29041, CVE-2024-43796'],
  ['body-parser', '1.20.3', 'CVE-2024-45590'],
  ['path-to-regexp', '0.1.12', 'CVE-2024-45296, CVE-2024-52798'],
  ['qs', '6.14.1', 'CVE-2025-15284'],
];

test('every package comes from the one registry, and its bytes are known', () => {
  expect(packages.length).toBeGreaterThan(500);
  for (const [path, { resolved, integrity }] of packages) {
    expect(resolved ?? 'https://registry.npmjs.org/', path).toMatch(/^https:\/\/registry\.npmjs\.org\//);
    if (resolved) expect(integrity, path).toMatch(/^sha(512|1)-/);
  }
});

describe('a leak that was mended elsewhere is not here', () => {
  test.each(mended)('%s since %s: %s', (name, since) => {
    const found = packages.filter(([path]) => nameOf(path) === name);
    expect(found.length).toBeGreaterThan(0);
    for (const [path, { version = '' }] of found)
      expect(compare(version, since), `${path} ${version}`).toBeGreaterThanOrEqual(0);
  });

  test('and each stands in the README', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    for (const [name, since] of mended) expect(readme).toContain(`\`${name}\` ${since}`);
  });
});

test('what has no mended release is what the README says, and no other copy of it', () => {
  expect(packages.filter(([path]) => nameOf(path) === 'turbo-stream').map(([, { version }]) => version)).toEqual([
    '2.4.1',
  ]);
});

/** As numbers, part by part; what comes after a hyphen is older than without. */
function compare(one: string, other: string): number {
  const parts = (text: string) => (text.split('-')[0] ?? '').split('.').map(Number);
  const [left, right] = [parts(one), parts(other)];
  const differs = left.findIndex((part, at) => part !== (right[at] ?? 0));
  return differs < 0
    ? Number(other.includes('-')) - Number(one.includes('-'))
    : (left[differs] ?? 0) - (right[differs] ?? 0);
}
