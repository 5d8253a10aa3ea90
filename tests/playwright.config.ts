import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './support/browser.ts';
import { freePort } from './support/server.ts';

const browser = findBrowser();
if (!browser)
  throw new Error('No browser for this platform, and no Chrome or Chromium found: browser tests cannot run.');

// Chosen once; the processes that run the tests read this file again and inherit the choice.
process.env.TEST_PORT ??= String(await freePort());
process.env.SEED ??= String(Math.floor(Math.random() * 1000));

const desktop = { viewport: { width: 1280, height: 900 } };
const phone = {
  ...devices['iPhone 13'],
  defaultBrowserType: 'chromium' as const,
  viewport: { width: 390, height: 844 },
};
const journey = /main-journey\.spec\.ts$/;
const full = process.env.FULL === '1';
/** The main journey is walked with and without script, on a desktop and on a phone: in a plain run two of the four. */
const isTurn = (number: 0 | 1) => full || Number(process.env.SEED) % 2 === number;

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
  reporter: full ? 'dot' : 'list',
  use: {
    baseURL: `http://localhost:${process.env.TEST_PORT}`,
    locale: 'nl-BE',
    timezoneId: 'Europe/Brussels',
    launchOptions: browser,
    trace: 'off',
  },
  projects: [
    { name: 'desktop with script', use: desktop, testIgnore: isTurn(0) ? [] : journey },
    { name: 'phone without script', use: { ...phone, javaScriptEnabled: false }, testMatch: isTurn(0) ? journey : [] },
    { name: 'phone with script', use: phone, testMatch: isTurn(1) ? journey : [] },
    {
      name: 'desktop without script',
      use: { ...desktop, javaScriptEnabled: false },
      testMatch: isTurn(1) ? journey : [],
    },
  ],
});
