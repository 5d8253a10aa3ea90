import { matchRoutes } from '@remix-run/react';
import type { RouteConfigEntry } from '@remix-run/route-config';
import { describe, expect, test } from 'vitest';
import routes from '#app/routes.ts';
import { pageMatcher } from '#app/server/page-matcher.ts';
import { build } from '../support/app.ts';

/* The address of a page leads to the route that the framework itself would choose. */

const paths = ((await routes) as RouteConfigEntry[]).map((one) => one.path ?? '');
const match = pageMatcher(build.routes);
const table = Object.values(build.routes).filter((one) => one?.parentId === 'root');
const theirs = (address: string) =>
  matchRoutes(
    table.map((one) => ({ id: one?.id as string, path: one?.path as string, index: one?.index as false })),
    address,
  )?.at(-1)?.route.id ?? null;

/** Addresses of a path: with words that fit nothing else, then at one place with a word that another route has there. */
function addressesOf(path: string): string[] {
  const parts = path.split('/').map((part) => (part === '*' ? 'x/y' : part.startsWith(':') ? 'x-1' : part));
  const variable = path.split('/').flatMap((part, at) => (/^[:*]/.test(part) ? [at] : []));
  const variants = variable.flatMap((at) => ['', ...wordsAt(at)].map((word) => parts.with(at, word)));
  return [parts, ...variants].map((one) => `/${one.join('/')}`.replace(/\/$/, ''));
}

const wordsAt = (at: number): string[] =>
  paths.flatMap((one) => one.split('/')[at] ?? []).filter((word) => !/^:|\*|\?$/.test(word));

describe('an address leads to the route that the framework would choose', () => {
  test.each(paths.filter((path) => path !== ''))('%s', (path) => {
    for (const address of new Set(addressesOf(path).filter((one) => one !== '' && !one.includes('//'))))
      expect([address, match(address)?.id ?? null]).toEqual([address, theirs(address)]);
  });
});
