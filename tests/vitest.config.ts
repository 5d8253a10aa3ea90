import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Projects that open databases, make documents or render pages get more time. */
const slow = new Set(['data', 'exports', 'routes']);

/** Pure rules and content leave nothing behind: their files share one process. */
const shared = new Set(['domain', 'content']);

const folder = (name: string) => ({
  root,
  test: {
    name,
    pool: 'forks' as const,
    isolate: !shared.has(name),
    include: [`tests/${name}/**/*.test.ts`],
    ...(slow.has(name) && { testTimeout: 30_000, hookTimeout: 60_000 }),
  },
});

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    projects: [
      {
        root,
        test: {
          name: 'architecture',
          pool: 'forks',
          testTimeout: 30_000,
          include: ['tests/architecture.test.ts'],
        },
      },
      ...['domain', 'content', 'data', 'exports', 'routes'].map(folder),
    ],
  },
});
