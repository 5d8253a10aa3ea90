import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { serverUrl } from '../support/pages.ts';
import type { Prepared } from '../support/prepared.ts';

/* The card of a campaign inside somebody else's website, which trusts nobody but us, and us only inside a frame. */

const prepared = (): Prepared => JSON.parse(readFileSync(process.env.TEST_PREPARED as string, 'utf8'));

/** A website with a strict policy, on an origin of its own; gives its address. */
async function openWebsite(body: string): Promise<{ url: string; close: () => void }> {
  const policy = `default-src 'none'; frame-src ${serverUrl()}; base-uri 'none'; form-action 'none'`;
  const page = `<!doctype html><html lang="nl"><head><meta name="viewport" content="width=device-width"><title>Onze federatie</title></head><body><main><h1>Onze federatie</h1>${body}</main></body></html>`;
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Content-Security-Policy', policy);
    response.end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

/** The line of HTML as the page of the campaign gives it to its makers. */
async function givenCode(page: Page): Promise<string> {
  const { campaign, cookies } = prepared();
  await page.context().addCookies(cookies.map((cookie) => ({ ...cookie, url: serverUrl() })));
  await page.goto(`/nl/organisations/${campaign.federation}/campaigns/${campaign.id}`);
  const code = await page.locator('#embed-code').inputValue();
  await page.context().clearCookies();
  return code;
}

/** Each theme at one of two widths, turned with SEED; FULL=1 takes all. */
const widths = [1280, 390];
for (const [turn, theme] of (['light', 'dark'] as const).entries())
  for (const width of process.env.FULL ? widths : [widths[(Number(process.env.SEED) + turn) % 2] as number])
    test(`the card works on a strict website, ${theme}, ${width} px wide`, async ({ page, context }) => {
      const code = await givenCode(page);
      expect(code).not.toContain('style');
      const website = await openWebsite(code);
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type()) && !message.text().includes('favicon'))
          complaints.push(message.text());
      });
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(website.url);
      const card = page.frameLocator('iframe');
      await expect(card.getByRole('heading', { name: 'Doorstroom in de zorg 1' })).toBeVisible();
      const colour = await card.locator('.button').evaluate((one) => getComputedStyle(one).backgroundColor);
      expect(colour, 'its stylesheet is there').not.toBe('rgba(0, 0, 0, 0)');
      expect(await violations(page)).toEqual([]);
      const hidden = await card.locator('html').evaluate((one) => one.scrollHeight - one.clientHeight);
      expect(hidden, 'nothing of it has to be scrolled to').toBeLessThanOrEqual(0);
      await page.keyboard.press('Tab');
      // Focus moves into a frame of another origin in a turn of its own: a key before that goes to the website.
      await expect(card.locator('.button')).toBeFocused();
      const [opened] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')]);
      await opened.waitForURL((url) => url.origin === serverUrl());
      expect(page.url()).toBe(`${website.url}/`);
      expect(complaints).toEqual([]);
      expect((await context.cookies(serverUrl())).filter(({ name }) => name !== 'lang')).toEqual([]);
      website.close();
    });

test('every other page of ours stays out of a frame', async ({ page }) => {
  const { campaign } = prepared();
  for (const path of ['/nl', `/c/${campaign.slug}`]) {
    const website = await openWebsite(`<iframe src="${serverUrl()}${path}" title="Een pagina"></iframe>`);
    await page.goto(website.url);
    await expect(page.frameLocator('iframe').locator('main, h1')).toHaveCount(0);
    website.close();
  }
});
