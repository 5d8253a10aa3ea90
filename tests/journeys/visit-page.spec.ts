import { expect, type Page, test } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { address, firstItem, note, noteThreshold, setVisitScene, stored, unsent } from '../support/visit-scene.ts';
import { t } from '../support/words.ts';

/* The page of a visit for everybody and in every browser: with its script, late, or without. */

setVisitScene();

for (const theme of ['light', 'dark'] as const)
  test(`the page has nothing in the way of anybody (${theme})`, async ({ page, context }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto(address());
    await noteThreshold(page, 'De vroege dienst is niet bereikbaar met de bus', 'noticeable');
    await expect(page.locator('#floor-thresholds h3')).toBeVisible();
    await firstItem(page).locator('summary').click();
    await context.setOffline(true);
    await note(page, 'Wacht');
    await expect(unsent(page)).toBeVisible();
    expect(await violations(page)).toEqual([]);
    for (const width of [390, 320, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px`).toBe(true);
    }
  });

test.describe('a script that comes after the page', () => {
  const late = async (page: Page, milliseconds: number) =>
    page.route('**/visit.js*', async (route) => {
      await page.waitForTimeout(milliseconds);
      await route.continue();
    });
  test.beforeEach(async ({ page }) => {
    await page.goto(address());
    await noteThreshold(page, 'De mentor is met verlof', 'high');
    await expect(page.locator('#floor-thresholds')).toContainText('De mentor is met verlof');
  });

  test('moves nothing', async ({ page }) => {
    await late(page, 500);
    await page.reload();
    await expect(page.locator('[data-keep-offline]')).toBeEnabled();
    expect(await page.evaluate(whatMoved)).toEqual([]);
  });

  test('leaves the buttons of the forms when it does not come, and offers nothing that it would do', async ({
    page,
  }) => {
    await page.route('**/visit.js*', (route) => route.abort());
    await page.reload();
    await expect(page.locator('[data-offline-choice]')).toBeHidden();
    await page.locator('#floor-thresholds input[value=small]').check();
    await page.locator('#floor-thresholds').getByRole('button').click();
    await expect(page.locator('#floor-thresholds input[value=small]')).toBeChecked();
  });
});

/** What changed its place without anybody touching the page. */
const whatMoved = () =>
  new Promise<string[]>((resolve) => {
    type Shift = PerformanceEntry & { value: number; sources: { node: Node | null }[] };
    const name = ({ node }: Shift['sources'][number]) => (node instanceof Element ? node.outerHTML.slice(0, 100) : '');
    new PerformanceObserver((list) =>
      resolve((list.getEntries() as Shift[]).flatMap((one) => one.sources.map(name))),
    ).observe({ type: 'layout-shift', buffered: true });
    setTimeout(resolve, 500, []);
  });

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('every part is a form that posts', async ({ page }) => {
    await page.goto(address());
    await noteThreshold(page, 'De mentor is met verlof', 'high');
    await page.locator('#floor-thresholds input[value=small]').check();
    await page.locator('#floor-thresholds').getByRole('button').click();
    await note(page, 'Zonder script');
    await firstItem(page).locator('summary').click();
    await firstItem(page).locator('input[value=started]').check();
    await firstItem(page).getByRole('button').click();
    await expect(page.locator('#floor-notes')).toContainText('Zonder script');
    await expect(page.locator('#floor-thresholds input[value=small]')).toBeChecked();
    await page.locator('#note').getByRole('button').click();
    await expect(page.locator('#note-message')).toHaveText(t('error.needed'));
    const { thresholds, notes } = await stored();
    expect(thresholds).toMatchObject([{ weight: 'small', version: 2 }]);
    expect(notes).toHaveLength(1);
  });
});
