import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Projects that open databases, make documents or render pages get more time. */
const slow = new Set(['data', 'exports', 'routes', 'security']);

const folder = (name: string) => ({
  root,
  test: {
    name,
    pool: 'forks' as const,
    /** Files share a process and its modules, which take longer to load than most tests to run. */
    isolate: false,
    setupFiles: ['tests/support/every-file.ts'],
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
      ...['domain', 'content', 'data', 'exports', 'routes', 'security'].map(folder),
    ],
  },
});
