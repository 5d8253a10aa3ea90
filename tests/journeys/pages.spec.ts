import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import type { RouteConfigEntry } from '@remix-run/route-config';
import { languages } from '#app/domain/checklist.ts';
import { formats } from '#app/exports/formats.ts';
import { violations } from '../support/axe.ts';
import { files, notPages, rows, states } from '../support/page-rows.ts';
import { serverUrl } from '../support/pages.ts';
import type { Prepared } from '../support/prepared.ts';

/*
 * Every page, in a window without script errors, sideways scrolling or barriers. A plain run turns languages, themes and
 * widths with SEED; FULL=1 takes all of them.
 */

const themes = ['light', 'dark'] as const;
const widths = [1280, 390, 320];
const seed = Number(process.env.SEED);
/** One of a list, another one each turn. */
const turned = <T>(list: readonly T[], by: number): T[] => [list[(seed + by) % list.length] as T];
const prepared = (): Prepared => JSON.parse(readFileSync(process.env.TEST_PREPARED as string, 'utf8'));

test('every route has a row here', async () => {
  const { default: routes } = await import('#app/routes.ts');
  const paths = ((await routes) as RouteConfigEntry[]).map((one) => one.path ?? '');
  expect([...Object.keys(rows), ...notPages].sort()).toEqual(paths.sort());
});

/** One window for all pages: opening another for each costs as much as looking. */
let opened: Promise<Page> | undefined;
async function openWindow(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: serverUrl(), locale: 'nl-BE', serviceWorkers: 'block' });
  return context.newPage();
}

for (const [index, [path, row]] of Object.entries({ ...rows, ...states }).entries())
  for (const language of process.env.FULL ? languages : turned(languages, index))
    test(`${path || '/'} in ${language}`, async ({ browser }) => {
      opened ??= openWindow(browser);
      const page = await opened;
      test.slow(/digest|invitations/.test(path), 'waits for a mail');
      const complaints = listen(page, row.answer ?? row.status ?? 200);
      await page.context().clearCookies();
      if (!row.stranger) await enter(page.context(), prepared());
      const response = await page.goto(await row.address(prepared(), language));
      expect(response?.status()).toBe(row.status ?? 200);
      await row.reach?.(page);
      await expect(page).toHaveTitle(/\S.* · Toolbox Doorstroom|Toolbox Doorstroom/);
      if (path !== '') await expect(page.locator('html')).toHaveAttribute('lang', language);
      await page.evaluate(openAllDetails);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        expect.soft(await page.evaluate(sidewaysScroll), `${width} px wide`).toEqual([]);
        if (!process.env.FULL && !turned(widths, index).includes(width)) continue;
        for (const colorScheme of process.env.FULL ? themes : turned(themes, Math.floor(index / 3))) {
          // Without motion a colour is there at once, not after a fade.
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          expect.soft(await violations(page), `${colorScheme}, ${width} px wide`).toEqual([]);
        }
      }
      expect(complaints).toEqual([]);
    });

for (const { extension, mime } of formats)
  test(`${files} gives the report as ${extension}`, async ({ context }) => {
    const { assessment } = await enter(context, prepared());
    const response = await context.request.get(`/files/${assessment}/newest/report.${extension}?lang=nl`);
    expect(response.status()).toBe(200);
    expect(response.headers()['content-type']).toBe(mime);
    expect((await response.body()).length).toBeGreaterThan(200);
  });

async function enter(context: BrowserContext, one: Prepared): Promise<Prepared> {
  await context.addCookies(one.cookies.map((cookie) => ({ ...cookie, url: serverUrl() })));
  return one;
}

/** What a page complains about; that it was not found is no complaint where nothing is to be found. */
function listen(page: Page, status: number): string[] {
  const complaints: string[] = [];
  page.removeAllListeners();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const expected = status !== 200 && message.text().includes(`status of ${status}`);
    if (['error', 'warning'].includes(message.type()) && !expected) complaints.push(message.text());
  });
  return complaints;
}

const openAllDetails = () => {
  for (const one of document.querySelectorAll('details')) one.open = true;
};

/** What sticks out when the page can be scrolled sideways. */
const sidewaysScroll = () => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.body.querySelectorAll('*')].filter(
    (one) => one.getBoundingClientRect().right > clientWidth,
  );
  return [`${scrollWidth} px`, ...wide.map((one) => one.outerHTML.slice(0, 120))].slice(0, 6);
};
