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

export default defineConfig({
  testDir: './journeys',
  outputDir: '../node_modules/.cache/toolbox/playwright',
  globalSetup: './support/global-setup.ts',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.FULL ? 'dot' : 'list',
  use: {
    baseURL: `http://localhost:${process.env.TEST_PORT}`,
    locale: 'nl-BE',
    timezoneId: 'Europe/Brussels',
    launchOptions: browser,
    trace: 'off',
  },
  projects: [
    { name: 'desktop with script', use: desktop },
    { name: 'phone with script', use: phone, testMatch: journey },
    { name: 'desktop without script', use: { ...desktop, javaScriptEnabled: false }, testMatch: journey },
    { name: 'phone without script', use: { ...phone, javaScriptEnabled: false }, testMatch: journey },
  ],
});
