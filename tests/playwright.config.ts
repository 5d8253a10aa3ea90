import { defineConfig } from '@playwright/test';
import { findBrowser } from './support/browser.ts';
import { freePort } from './support/server.ts';

const browser = findBrowser();
if (!browser)
  throw new Error('No browser for this platform, and no Chrome or Chromium found: browser tests cannot run.');

// Chosen once; the processes that run the tests read this file again and inherit the choice.
process.env.TEST_PORT ??= String(await freePort());
process.env.SEED ??= String(Math.floor(Math.random() * 1000));

/** No page lives long enough here to win back what its script costs to be made faster. */
const quick = ['--js-flags=--no-maglev --no-turbofan'];

export default defineConfig({
  testDir: './journeys',
  /** Node reads TypeScript itself. */
  build: { external: ['**/*.{js,ts}'] },
  outputDir: '../node_modules/.cache/toolbox/playwright',
  globalSetup: './support/global-setup.ts',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.FULL ? 'dot' : 'list',
  use: {
    viewport: { width: 1280, height: 900 },
    baseURL: `http://localhost:${process.env.TEST_PORT}`,
    locale: 'nl-BE',
    timezoneId: 'Europe/Brussels',
    launchOptions: { ...browser, args: [...browser.args, ...quick] },
    trace: 'off',
  },
});
