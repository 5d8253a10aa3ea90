import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { everyNode, readSource } from './support/source.ts';

/** What each folder, or file directly in app/, may import besides itself. */
const mayImport: Record<string, string[]> = {
  domain: [],
  data: ['domain'],
  exports: ['domain'],
  components: ['domain'],
  content: ['domain', 'words-and-checklists'],
  mail: ['domain'],
  // web joins who asks to what they get: a report of a visit is made there.
  web: ['domain', 'data', 'exports'],
  jobs: ['data', 'exports', 'content', 'mail', 'domain'],
  routes: ['components', 'exports', 'web', 'content', 'mail', 'jobs', 'data', 'domain'],
  server: ['web', 'jobs', 'data', 'content', 'domain', 'drizzle'],
  public: [],
  drizzle: ['data', 'content', 'domain'],
  'root.tsx': ['components', 'web', 'content', 'data', 'domain'],
  'routes.ts': ['domain'],
  'entry.client.tsx': ['components', 'domain'],
  'entry.server.tsx': ['server', 'components', 'web', 'content', 'data', 'domain'],
};

/** Folders in which one file never imports another. */
const apart = new Set(['routes']);

/** Folders that get along with these packages alone. */
const mayUse: Record<string, string[]> = {
  domain: ['zod'],
  components: ['react', 'react-dom', '@remix-run/react', 'react-hook-form', '@hookform/resolvers', 'zod', 'd3-scale'],
  content: ['yaml', 'zod', 'sax', 'node:'],
  public: [],
};

/** Packages that belong to some folders alone. */
const pages = ['components', 'routes', 'root.tsx', 'entry.client.tsx', 'entry.server.tsx'];
const belongsTo: Record<string, string[]> = {
  'drizzle-orm': ['data', 'drizzle'],
  'drizzle-kit': ['drizzle'],
  'better-sqlite3': ['data'],
  pg: ['data'],
  react: pages,
  'react-dom': pages,
  '@remix-run/react': pages,
  yaml: ['content'],
  nodemailer: ['mail'],
  docx: ['exports'],
  'write-excel-file': ['exports'],
  'ical-generator': ['exports'],
  '@myriaddreamin/typst-ts-node-compiler': ['exports'],
  express: ['server'],
};

const root = fileURLToPath(new URL('..', import.meta.url));
const paths = globSync('{app,drizzle}/**/*.{ts,tsx,js,mjs}', { cwd: root }).filter((path) => !path.endsWith('.d.ts'));
const files = paths.map((path) => ({ path, source: readFileSync(posix.join(root, path), 'utf8') }));

describe('the folders', () => {
  test('import only what the table allows', () => {
    expect(files.flatMap(({ path, source }) => breaches(path, source))).toEqual([]);
  });

  test('all stand in the table', () => {
    expect(files.map(({ path }) => folderOf(path)).filter((folder) => !mayImport[folder])).toEqual([]);
  });

  test('are never called utils', () => {
    expect(paths.filter((path) => path.split(/[/.]/).some((part) => /^utils?$/i.test(part)))).toEqual([]);
  });

  test('do not import each other in a circle', () => {
    const edges = new Map(files.map(({ path, source }) => [path, runtimeImportsOf(path, source)]));
    expect(paths.filter((path) => leadsTo(path, path, edges))).toEqual([]);
  });
});

describe('the database', () => {
  test('is written through one entry: no other file opens a transaction', () => {
    const opening = files.filter(({ path, source }) => folderOf(path) !== 'public' && source.includes('.transaction('));
    expect(opening.filter(({ path }) => folderOf(path) !== 'data')).toEqual([]);
    expect(opening.length).toBeLessThanOrEqual(1);
  });
});

describe('the domain', () => {
  test('knows no clock, chance or machine: they come in as arguments', () => {
    const machine = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bprocess\.|\bcrypto\.|\bfetch\(/;
    const domain = files.filter(({ path }) => folderOf(path) === 'domain');
    expect(domain.filter(({ source }) => machine.test(source)).map(({ path }) => path)).toEqual([]);
  });
});

describe('this test', () => {
  test('reads the source', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  test.each([
    ['app/domain/a.ts', "import type { Db } from '#app/data/db.server.ts'"],
    ['app/domain/a.ts', "import { readFileSync } from 'node:fs'"],
    ['app/domain/a.ts', "export * from '../content/library.ts'"],
    ['app/components/a.tsx', "import { findVisit } from '#app/web/visit.server.ts'"],
    ['app/routes/a.tsx', "import { loader } from './b.tsx'"],
    ['app/routes/a.tsx', "import { createApp } from '#app/server/app.ts'"],
    ['app/routes/a.tsx', "const { eq } = await import('drizzle-orm')"],
    ['app/exports/a.ts', "import { listAnswers } from '#app/data/answer.server.ts'"],
    ['app/web/a.ts', "import { useState } from 'react'"],
    ['app/root.tsx', "import { startServer } from './server/start.ts'"],
    ['app/data/a.ts', "import { page } from '#app/web/page.ts'"],
    ['app/domain/a.ts', "import words from '#content/interface/nl.json'"],
  ])('finds a breach in %s: %s', (path, source) => {
    expect(breaches(path, source)).toHaveLength(1);
  });

  test.each([
    ['app/domain/a.ts', "import * as z from 'zod/mini'; import type { Item } from './checklist.ts'"],
    ['app/routes/a.tsx', "import { Form } from '@remix-run/react'; import { page } from '#app/web/page.ts'"],
    ['app/entry.server.tsx', "export { startServer } from './server/start.ts'"],
    ['app/root.tsx', "import styles from './styles.css?url'"],
    ['drizzle/seed/a.ts', "import { write } from '#app/data/db.server.ts'"],
  ])('finds none in %s: %s', (path, source) => {
    expect(breaches(path, source)).toEqual([]);
  });

  test('finds a circle', () => {
    const edges = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ]);
    expect([...edges.keys()].filter((path) => leadsTo(path, path, edges))).toEqual(['b', 'c']);
  });
});

/** Each import that the table forbids, as `path → import`. */
function breaches(path: string, source: string): string[] {
  const names = everyNode(readSource(path, source)).flatMap((node) => ('source' in node ? textOf(node.source) : []));
  return names.filter((name) => !isAllowed(path, name)).map((name) => `${path} → ${name}`);
}

const textOf = (node: unknown): string | [] => {
  const value = (node as { value?: unknown } | null)?.value;
  return typeof value === 'string' ? value : [];
};

function isAllowed(path: string, name: string): boolean {
  const folder = folderOf(path);
  const target = targetOf(path, name);
  if (target === null) return isPackageAllowed(folder, name);
  if (/\.css(\?|$)/.test(target)) return true;
  const to = folderOf(target);
  if (to === folder) return !apart.has(folder) || target === path;
  return mayImport[folder]?.includes(to) ?? false;
}

function isPackageAllowed(folder: string, name: string): boolean {
  const packageName = name.startsWith('node:') ? 'node:' : name.split('/', name.startsWith('@') ? 2 : 1).join('/');
  const homes = belongsTo[packageName];
  return (mayUse[folder]?.includes(packageName) ?? true) && (homes?.includes(folder) ?? true);
}

/** Path of an imported file of our own, from the root; null for a package. */
function targetOf(path: string, name: string): string | null {
  if (name.startsWith('.')) return posix.join(posix.dirname(path), name);
  const ours = /^#(app|content|drizzle)\/(.*)$/.exec(name);
  return ours ? `${ours[1]}/${ours[2]}` : null;
}

/** The folder within app/, the file when it stands directly in app/, or the top folder. */
function folderOf(path: string): string {
  const [top = '', inside = ''] = path.split('/');
  if (top === 'content') return 'words-and-checklists';
  return top === 'app' ? inside : top;
}

/** Our own files that are there when the program runs: what is imported as a type has gone by then. */
function runtimeImportsOf(path: string, source: string): string[] {
  return readSource(path, source).body.flatMap((node) => {
    const isType = ('importKind' in node ? node.importKind : 'exportKind' in node && node.exportKind) === 'type';
    const from = 'source' in node && !isType ? textOf(node.source) : [];
    return typeof from === 'string' ? (targetOf(path, from) ?? []) : [];
  });
}

function leadsTo(from: string, to: string, edges: Map<string, string[]>, seen = new Set<string>()): boolean {
  return (edges.get(from) ?? []).some((next) => {
    if (next === to) return true;
    if (seen.has(next)) return false;
    seen.add(next);
    return leadsTo(next, to, edges, seen);
  });
}
