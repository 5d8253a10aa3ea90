import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  test: {
    root,
    pool: 'forks',
    maxWorkers: 2,
    /** Files share a process and its modules, which take longer to load than most tests to run. */
    isolate: false,
    /** Room for what lives shortly: clearing it away took a tenth of the time. */
    execArgv: ['--max-semi-space-size=64'],
    /** Node reads TypeScript itself: a page is tested as it was built, never as JSX. */
    experimental: { viteModuleRunner: false },
    /** As the app runs for people: React checks more, and takes longer, elsewhere. */
    env: { NODE_ENV: 'production' },
    setupFiles: ['tests/support/every-file.ts'],
    include: ['tests/*.test.ts', 'tests/{content,data,domain,exports,routes,security}/**/*.test.ts'],
    /** Some open databases, make documents or start servers. */
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
