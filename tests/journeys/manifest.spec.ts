import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { languages } from '#app/domain/checklist.ts';
import { barColours } from '#app/web/manifest.ts';
import { serverUrl } from '../support/pages.ts';
import type { Prepared } from '../support/prepared.ts';
import { root } from '../support/root.ts';

/* A phone can put the toolbox on its screen, and a visit by itself (https://www.w3.org/TR/appmanifest/). */

type Icon = { src: string; sizes: string; type: string; purpose: string };
type Manifest = { id: string; lang: string; name: string; start_url: string; scope: string; icons: Icon[] };

const prepared = (): Prepared => JSON.parse(readFileSync(process.env.TEST_PREPARED as string, 'utf8'));

for (const language of languages) {
  test(`the manifest opens the home page in ${language}, and every icon has the size it says`, async ({ page }) => {
    await page.goto(`/${language}`);
    const said = await manifestOf(page);
    expect(said).toMatchObject({ id: '/', lang: language, start_url: `/${language}`, scope: '/' });
    expect((await page.request.get(said.start_url)).status()).toBe(200);
    expect(said.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(
      expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']),
    );
    for (const { src, sizes, type } of said.icons) {
      expect(await sizeOf(page, src, type)).toBe(sizes === 'any' ? 'image' : sizes);
    }
    const apple = await page.locator('link[rel=apple-touch-icon]').getAttribute('href');
    expect(await sizeOf(page, String(apple), 'image/png')).toBe('180x180');
  });

  test(`the page of a visit in ${language} is put on a phone as a page that opens by itself`, async ({
    page,
    context,
  }) => {
    const { cookies, placement } = prepared();
    await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: serverUrl() })));
    await page.goto(`/${language}/placements/${placement}/visit`);
    const { pathname } = new URL(page.url());
    expect(await manifestOf(page)).toMatchObject({ lang: language, start_url: pathname, scope: pathname });
  });
}

test('the bar of the browser has the colour of the header, in light and dark', async ({ page }) => {
  const tokens = readFileSync(join(root, 'app/styles/tokens.css'), 'utf8');
  const [light = '', dark = ''] = tokens.split('@media (prefers-color-scheme: dark)');
  const surface = (css: string) => /--color-vlak: (#\w+)/.exec(css)?.[1];
  expect(barColours).toEqual({ light: surface(light), dark: surface(dark) });
  await page.goto('/nl');
  const bar = page.locator('meta[name=theme-color]');
  expect(await bar.evaluateAll((all) => all.map((one) => one.getAttribute('content')))).toEqual(
    Object.values(barColours),
  );
});

async function manifestOf(page: Page): Promise<Manifest> {
  const link = page.locator('link[rel=manifest]');
  const answer = await page.request.get(String(await link.getAttribute('href')));
  expect(answer.headers()['content-type']).toContain('application/manifest+json');
  return answer.json();
}

/** Width and height of a PNG from its header; of a drawing only that it is one. */
async function sizeOf(page: Page, src: string, type: string): Promise<string> {
  const answer = await page.request.get(src);
  const said = answer.headers()['content-type']?.split(';')[0];
  expect([answer.status(), said]).toEqual([200, type]);
  const body = await answer.body();
  return type === 'image/png' ? `${body.readUInt32BE(16)}x${body.readUInt32BE(20)}` : 'image';
}
